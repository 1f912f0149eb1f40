import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { filedTasks } from "@/lib/tasks/list-filings";
import type { InspectInput } from "./schema";

/** What an inspection found about a task of the filed list; findings are added, never changed. seed: X16 */
export async function inspectTask(tx: Tx, actor: Actor, { divisionCode, year, taskId, verdict, finding }: InspectInput) {
  assertOwnCounty(actor, divisionCode);
  const filing = await tx.taskFiling.findFirst({ where: { divisionCode, year, state: "filed" }, orderBy: { number: "desc" }, select: { number: true, snapshot: true } });
  if (!filing) throw new AppError("state", `${year} 年度任务清单还没有备案，督查以备案清单为准。`);
  const task = filedTasks.parse(filing.snapshot).find(({ id }) => id === taskId);
  if (!task) throw notFoundError();
  await tx.taskInspection.create({ data: { id: randomUUID(), divisionCode, year, filing: filing.number, taskId, verdict, finding, userId: actor.userId, byName: actor.office.divisionName } });
  return {
    value: { taskId },
    message: "督查发现已记录。",
    audit: { act: "task-inspection.add", entity: "task", entityId: taskId, divisionCode, detail: { year, filing: filing.number, title: task.title, verdict, finding } },
    changed: [`/d/${divisionCode}/visits/tasks`],
  };
}
