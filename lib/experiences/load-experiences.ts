import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { notFoundError } from "@/lib/errors";
import { experienceRole, findExperience } from "./find-experience";
import { listBorrowed, listLibrary, listOwn } from "./list-experiences";
import { EXPERIENCE_ACT_KEYS, SHARED, mayWrite, refuseExperienceAct } from "./rules";
import type { ExperienceFilters } from "./schema";

/** The library as a place may use it, and what the place has written or has to review. */
export async function loadExperiences(actor: Actor, code: string, filters: ExperienceFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const at = actor.office.divisionCode === code;
    return { place, filters, library: await listLibrary(tx, filters), own: at || place.level === "county" ? await listOwn(tx, code) : [], writes: at && place.level === "county" && can(actor, "experience.write") };
  });
}
export type ExperiencesView = Awaited<ReturnType<typeof loadExperiences>>;

/** One experience, read from a place: its words, what may be done, and the tasks of the place that refer to it. */
export async function loadExperience(actor: Actor, code: string, id: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const experience = await findExperience(tx, id);
    if (experience.divisionCode !== code && !SHARED.includes(experience.state) && !experience.divisionCode.startsWith(code === "cn" ? "" : code)) throw notFoundError();
    const role = experienceRole(actor, experience.divisionCode);
    const nameOf = await placeNames(tx, "cn", [experience.divisionCode]);
    const borrows = place.level === "county" && actor.office.divisionCode === code && experience.divisionCode !== code && SHARED.includes(experience.state) && can(actor, "experience.write");
    const year = place.years[0]?.year ?? 0;
    return {
      place, experience, role, from: nameOf(experience.divisionCode), edits: mayWrite(experience.state, role),
      acts: EXPERIENCE_ACT_KEYS.filter((act) => refuseExperienceAct(experience.state, act, role) === null),
      borrows, borrowed: place.level === "county" ? await listBorrowed(tx, { divisionCode: code, experienceId: id }) : [],
      tasks: borrows ? await tx.task.findMany({ where: { divisionCode: code, year, retiredAt: null }, orderBy: [{ kind: "asc" }, { group: "asc" }, { number: "asc" }], select: { id: true, title: true, templateId: true } }) : [],
    };
  });
}
export type ExperienceView = Awaited<ReturnType<typeof loadExperience>>;

/** The form: empty, on an item that the address names, or with the words of one that may still be written. */
export async function loadExperienceDraft(actor: Actor, code: string, id: string | null) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county" || actor.office.divisionCode !== code) throw notFoundError();
    const experience = id === null ? null : await findExperience(tx, id);
    if (experience && !mayWrite(experience.state, experienceRole(actor, experience.divisionCode))) throw notFoundError();
    return { place, experience };
  });
}
