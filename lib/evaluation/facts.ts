import type { Stage } from "@/lib/standard/indicators";
import type { AreaType, SchoolKind } from "@/lib/standard/school-kinds";

type PerStage = Record<Stage, number | null>;

/** What the evaluation needs of one school. Null: not filled in, never zero. Areas in ㎡ (two decimals count), money in 万元 (four). */
export type SchoolFacts = {
  code: string;
  name: string;
  kind: SchoolKind;
  operatorType?: number | null;
  areaType?: AreaType | null;
  /** The 中心校 that it belongs to, for the reading that merges small 教学点. */
  parentCode?: string | null;
  students: PerStage & { senior: number | null };
  classes: PerStage;
  maxClass: PerStage;
  degreeTeachers: PerStage;
  backboneTeachers: PerStage;
  artsPeTeachers: PerStage;
  /** With indoor sports, as in the statistics. */
  teachingArea: number | null;
  indoorSportsArea: number | null;
  sportsFieldArea: number | null;
  equipmentValueWan: number | null;
  multimediaRooms: number | null;
};
