import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { changesOf, type ListChange } from "./list-rules";

/** What a filing keeps of the list. */
export const filedTasks = z.array(z.object({ id: z.string(), title: z.string(), group: z.string(), leadPost: z.string(), leadUnit: z.string(), jointUnits: z.array(z.string()), dueOn: z.string(), weight: z.number(), quantity: z.string() }));

export type FilingRecord = { number: number; state: string; reason: string; filedAt: Date | null; tasks: number; changes: ListChange[] };

/** The filings of a yearly list, oldest first, each with what it changed against the one before. */
export async function listFilings(actor: Actor, divisionCode: string, year: number): Promise<FilingRecord[]> {
  const rows = await withScope(scopeOf(actor), (tx) =>
    tx.taskFiling.findMany({ where: { divisionCode, year }, orderBy: { number: "asc" }, select: { number: true, state: true, reason: true, filedAt: true, snapshot: true } }));
  const lists = rows.map((row) => filedTasks.parse(row.snapshot));
  return rows.map(({ snapshot: _, ...row }, at) => {
    const before = lists[at - 1];
    const list = lists[at] ?? [];
    return { ...row, tasks: list.length, changes: before && row.state === "filed" ? changesOf(before, list) : [] };
  });
}
