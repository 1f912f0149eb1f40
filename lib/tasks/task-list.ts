import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { frozenReason, type ListStanding, type ListedTask } from "./list-rules";

/** The newest filing of a county's yearly list. */
export async function lastFiling(tx: Tx, divisionCode: string, year: number): Promise<ListStanding & object | null> {
  const row = await tx.taskFiling.findFirst({ where: { divisionCode, year }, orderBy: { number: "desc" }, select: { number: true, state: true } });
  return row ? { number: row.number, state: row.state === "filed" ? "filed" : "open" } : null;
}

/** Refuses to touch what a filed list has frozen. */
export async function assertListOpen(tx: Tx, divisionCode: string, year: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM task_filings WHERE division_code = ${divisionCode} AND year = ${year} FOR SHARE`;
  const reason = frozenReason(await lastFiling(tx, divisionCode, year));
  if (reason) throw new AppError("state", reason);
}

/** The list as a filing keeps it. */
export async function currentList(tx: Tx, divisionCode: string, year: number): Promise<ListedTask[]> {
  const units = new Map((await tx.unit.findMany({ where: { divisionCode }, select: { id: true, name: true } })).map((unit) => [unit.id, unit.name]));
  const rows = await tx.task.findMany({
    where: { divisionCode, year, retiredAt: null },
    orderBy: [{ kind: "asc" }, { group: "asc" }, { number: "asc" }, { id: "asc" }],
    select: { id: true, title: true, group: true, leadPost: true, leadUnitId: true, jointUnitIds: true, allSchools: true, dueOn: true, weight: true, quantityTarget: true, quantityUnit: true },
  });
  return rows.map((row) => ({
    id: row.id, title: row.title, group: row.group, leadPost: row.leadPost, leadUnit: row.leadUnitId ? (units.get(row.leadUnitId) ?? "") : "",
    jointUnits: [...row.jointUnitIds.map((id) => units.get(id) ?? ""), ...(row.allSchools ? ["各义务教育学校"] : [])],
    dueOn: dayOf(row.dueOn), weight: row.weight, quantity: row.quantityTarget ? `${row.quantityTarget.toString()}${row.quantityUnit ?? ""}` : "",
  }));
}
