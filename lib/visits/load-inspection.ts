import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear } from "@/lib/divisions/get-place";
import { filedTasks } from "@/lib/tasks/list-filings";
import { listTasks } from "@/lib/tasks/load-board";
import { currentList } from "@/lib/tasks/task-list";
import { shanghaiDay } from "@/lib/time";
import { compareList } from "./compare-list";

/** The filed list of a year against the present state, by unit, with what inspections found; no comparison before the list is filed. */
export async function loadInspection(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const filing = year === null ? null : await tx.taskFiling.findFirst({ where: { divisionCode: code, year, state: "filed" }, orderBy: { number: "desc" }, select: { number: true, filedAt: true, snapshot: true } });
    if (year === null || !filing) return { place, year, filing: null, comparison: null, writes: false };
    const notes = await tx.taskInspection.findMany({ where: { divisionCode: code, year }, orderBy: { at: "desc" }, select: { id: true, taskId: true, verdict: true, finding: true, byName: true, at: true } });
    const { tasks } = await listTasks(tx, actor, code, year, shanghaiDay(new Date()));
    return {
      place, year, filing: { number: filing.number, filedAt: filing.filedAt },
      comparison: compareList(filedTasks.parse(filing.snapshot), await currentList(tx, code, year), tasks, notes),
      writes: can(actor, "inspection.write") && actor.office.divisionCode === code,
    };
  });
}
export type InspectionView = Awaited<ReturnType<typeof loadInspection>>;
