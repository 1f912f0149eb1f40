import type { Readings } from "./readings";

/** The defaults without the words about them: what the form and the calculator carry to a browser. */
export const DEFAULT_READINGS: Readings = {
  smallTeachingPoints: "excluded", smallPrimarySchools: "included", privateSchools: "included", rounding: "unrounded", musicArtRooms: "oneEach", smallSchoolFunds: "all", relaxations: "off",
};
