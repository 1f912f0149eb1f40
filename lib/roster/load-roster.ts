import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { shanghaiDay } from "@/lib/time";
import { listListed } from "./list-listed";
import type { ListedSchool } from "./plan-roster";
import { isOpen, standsIn } from "./rules";

const PAGE = 25;
const one = z.string().trim().max(40).catch("");
export const rosterFilters = z.object({ q: one, state: z.enum(["open", "closed"]).catch("open"), page: z.coerce.number().int().min(1).max(1000).catch(1), school: z.string().max(64).catch("") });
export type RosterFilters = z.infer<typeof rosterFilters>;

/** Open schools that the newest year under way leaves out though they were open on its day. */
async function leftOut(tx: Tx, divisionCode: string, schools: readonly ListedSchool[]): Promise<{ year: number; names: string[] } | null> {
  const [open] = await tx.filingYear.findMany({ where: { divisionCode, completedAt: null }, orderBy: { year: "desc" }, take: 1, select: { year: true } });
  if (!open) return null;
  const filed = new Set((await tx.filing.findMany({ where: { divisionCode, year: open.year }, select: { schoolId: true } })).map(({ schoolId }) => schoolId));
  return { year: open.year, names: schools.filter((school) => standsIn(school, open.year) && !filed.has(school.id)).map(({ name }) => name) };
}

/** What /d/[code]/roster shows to the county's 教育行政部门: its schools, one page of them, and the one that is being changed. */
export async function loadRoster(actor: Actor, code: string, filters: RosterFilters) {
  assertOwnCounty(actor, code);
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const all = await listListed(tx, code);
    const details = new Map((await tx.school.findMany({ where: { divisionCode: code, closedOn: { not: null } }, select: { id: true, closedReason: true, mergedIntoId: true } })).map((row) => [row.id, row]));
    const nameOf = new Map(all.map(({ id, name }) => [id, name]));
    const chosen = all.filter((school) => isOpen(school, today) === (filters.state === "open") && (filters.q === "" || school.name.includes(filters.q) || school.code.includes(filters.q)));
    const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
    const page = Math.min(filters.page, pages);
    return {
      place, filters: { ...filters, page }, today, pages, total: chosen.length,
      counts: { open: all.filter((school) => isOpen(school, today)).length, closed: all.filter((school) => !isOpen(school, today)).length },
      rows: chosen.slice((page - 1) * PAGE, page * PAGE).map(({ id, version, fields, closedOn, parentSchoolId }) => {
        const closing = details.get(id);
        return { id, version, fields, closedOn, parent: parentSchoolId ? (nameOf.get(parentSchoolId) ?? null) : null, closedReason: closing?.closedReason ?? "", mergedInto: closing?.mergedIntoId ? (nameOf.get(closing.mergedIntoId) ?? null) : null };
      }),
      edited: all.find(({ id }) => id === filters.school) ?? null,
      parents: all.filter((school) => isOpen(school, today) && school.parentSchoolId === null).map(({ code: own, name }) => ({ code: own, name })),
      missing: await leftOut(tx, code, all),
    };
  });
}
export type RosterView = Awaited<ReturnType<typeof loadRoster>>;
