import type { Actor, Office } from "./actor";
import { OFFICE_NAME, officeTitle } from "./offices";
import { samePlace } from "./permissions";

export type Identity = { membershipId: string; title: string; active: boolean };

/** The offices of one place in words: “实验九年一贯制学校 · 学校填报人、校长”. */
function titleOf(offices: [Office, ...Office[]]): string {
  const [first, ...others] = offices;
  return [officeTitle(first), ...others.filter(({ office }) => office !== first.office).map(({ office }) => OFFICE_NAME[office])].join("、");
}

/** The places at which the person holds offices, one entry each, in the order in which they were given. */
export function listIdentities(actor: Actor): Identity[] {
  const places: [Office, ...Office[]][] = [];
  for (const office of actor.offices) {
    const place = places.find(([first]) => samePlace(first, office));
    if (place) place.push(office);
    else places.push([office]);
  }
  return places.map((offices) => ({ membershipId: offices[0].id, title: titleOf(offices), active: samePlace(offices[0], actor.office) }));
}
