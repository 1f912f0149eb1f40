import type { Tx } from "@/lib/db/with-scope";
import { placeNames } from "@/lib/divisions/place-names";
import type { ExperienceState } from "./rules";
import { EXPERIENCE_SELECT, toExperience } from "./find-experience";
import { SHARED } from "./rules";
import { EXPERIENCE_ITEMS, type ExperienceFilters } from "./schema";

export const PAGE = 20;
export type ExperienceItem = { id: string; divisionCode: string; place: string; item: string; title: string; background: string; practice: string; result: string; state: ExperienceState; reason: string; borrowed: number; submittedAt: Date | null; acceptedAt: Date | null; publishedAt: Date | null; updatedAt: Date; version: number };

type Row = Omit<ExperienceItem, "place">;

/** Names of the counties that tell them, with the province and the city before: the library is the nation's. One query. */
async function withPlaces(tx: Tx, rows: Row[]): Promise<ExperienceItem[]> {
  const nameOf = await placeNames(tx, "cn", rows.map(({ divisionCode }) => divisionCode));
  return rows.map((row) => ({ ...row, place: nameOf(row.divisionCode) }));
}

/** One page of the library that the reader's place may use, the newest first. Three queries. */
export async function listLibrary(tx: Tx, { q, item, group, page }: ExperienceFilters): Promise<{ items: ExperienceItem[]; total: number; pages: number }> {
  const keys = group ? EXPERIENCE_ITEMS.filter((task) => task.group === group).map((task) => task.key) : null;
  const like = { contains: q ?? "", mode: "insensitive" as const };
  const where = {
    state: { in: [...SHARED] },
    ...(item ? { item } : keys ? { item: { in: keys } } : {}),
    ...(q ? { OR: [{ title: like }, { background: like }, { practice: like }, { result: like }] } : {}),
  };
  const total = await tx.experience.count({ where });
  const rows = await tx.experience.findMany({ where, orderBy: [{ publishedAt: { sort: "desc", nulls: "last" } }, { acceptedAt: "desc" }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE, select: EXPERIENCE_SELECT });
  return { items: await withPlaces(tx, rows.map(toExperience)), total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}

/** What waits for a level above, or a county's own, whatever their state; the newest first. */
export async function listOwn(tx: Tx, code: string): Promise<ExperienceItem[]> {
  const where = code === "cn" ? { state: "provincial" } : code.length === 2 ? { divisionCode: { startsWith: code }, state: "submitted" } : { divisionCode: code };
  if (code.length === 4) return [];
  return withPlaces(tx, (await tx.experience.findMany({ where, orderBy: [{ updatedAt: "desc" }, { id: "asc" }], take: 200, select: EXPERIENCE_SELECT })).map(toExperience));
}

export type Borrowed = { experienceId: string; taskId: string; title: string; place: string; note: string; version: number };

/** The experiences that tasks of a county refer to. Three queries. */
export async function listBorrowed(tx: Tx, where: { taskId: string } | { divisionCode: string; experienceId: string }): Promise<Borrowed[]> {
  const held = await tx.experienceBorrowing.findMany({ where: { ...where, retiredAt: null }, orderBy: { createdAt: "asc" }, select: { experienceId: true, taskId: true, note: true, version: true } });
  if (held.length === 0) return [];
  const found = await withPlaces(tx, (await tx.experience.findMany({ where: { id: { in: held.map((row) => row.experienceId) } }, select: EXPERIENCE_SELECT })).map(toExperience));
  // An experience that was taken out of the library since is not shown any more.
  return held.flatMap((row) => { const one = found.find((experience) => experience.id === row.experienceId); return one ? [{ ...row, title: one.title, place: one.place }] : []; });
}
