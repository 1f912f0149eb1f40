import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { dayOf, shanghaiDay } from "@/lib/time";
import { readWarnings, type Warning } from "./read-warnings";
import { NOTHING_WAITS, STAGES, isStage, type Stage } from "./stages";

export type CaseLine = { id: string; code: string; county: string; batch: string; stage: Stage; dueOn: string | null; overdue: boolean; mine: boolean; updatedOn: string };
export type CasesView = { place: Place; counts: { stage: Stage; count: number }[]; stage: Stage | null; lines: CaseLine[]; total: number; waiting: number; warnings: Warning[]; page: number; pages: number };

const PAGE = 50;
const filters = z.object({ stage: z.enum(STAGES).nullable().catch(null), page: z.coerce.number().int().min(1).max(10_000).catch(1) });
export const caseFilters = (search: Record<string, string | string[] | undefined>) => filters.parse({ stage: search.stage ?? null, page: search.page ?? 1 });

/** The courses of all counties below, by where they stand, in the order of codes; no ranking. Five queries. */
export async function loadCases(actor: Actor, code: string, { stage, page }: ReturnType<typeof caseFilters>): Promise<CasesView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const [gte, lt] = codeRange(code);
    const below = { divisionCode: { gte, lt } };
    const today = shanghaiDay(new Date());
    const grouped = await tx.certificationCase.groupBy({ by: ["stage"], where: below, _count: true });
    const counts = STAGES.flatMap((one) => { const count = grouped.find((row) => row.stage === one)?._count ?? 0; return count > 0 ? [{ stage: one, count }] : []; });
    const rows = await tx.certificationCase.findMany({
      where: { ...below, ...(stage ? { stage } : {}) }, orderBy: [{ divisionCode: "asc" }, { openedAt: "desc" }], skip: (page - 1) * PAGE, take: PAGE,
      select: { id: true, divisionCode: true, batchId: true, stage: true, holder: true, dueOn: true, updatedAt: true },
    });
    const nameOf = await placeNames(tx, code, rows.map((row) => row.divisionCode));
    const batches = new Map((await tx.certificationBatch.findMany({ where: { id: { in: rows.map((row) => row.batchId) } }, select: { id: true, name: true } })).map((row) => [row.id, row.name]));
    const waiting = await tx.certificationCase.count({ where: { ...below, holder: actor.office.divisionCode, stage: { notIn: [...NOTHING_WAITS] } } });
    const total = counts.filter((one) => stage === null || one.stage === stage).reduce((sum, one) => sum + one.count, 0);
    return {
      place, counts, stage, total, waiting, warnings: await readWarnings(tx, code), page, pages: Math.max(1, Math.ceil(total / PAGE)),
      lines: rows.flatMap((row) => {
        if (!isStage(row.stage)) return [];
        const dueOn = row.dueOn ? dayOf(row.dueOn) : null;
        return [{ id: row.id, code: row.divisionCode, county: nameOf(row.divisionCode), batch: batches.get(row.batchId) ?? "", stage: row.stage, dueOn, overdue: dueOn !== null && dueOn < today, mine: row.holder === actor.office.divisionCode, updatedOn: shanghaiDay(row.updatedAt) }];
      }),
    };
  });
}
