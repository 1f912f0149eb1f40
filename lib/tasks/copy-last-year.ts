import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertListOpen } from "./task-list";

const nextYear = (day: Date) => {
  const moved = new Date(day);
  moved.setUTCFullYear(day.getUTCFullYear() + 1);
  // 29 February has no namesake: the last day of the month stands for it.
  if (moved.getUTCMonth() !== day.getUTCMonth()) moved.setUTCDate(0);
  return moved;
};

const PARTIES = { leadPost: true, leadHolder: true, leadUnitId: true, jointUnitIds: true, allSchools: true, outputs: true, weight: true } as const;

/** Takes over from the year before: the county's own measures that are not here yet, and who leads what on the tasks from above. */
export async function copyLastYear(tx: Tx, actor: Actor, { divisionCode, year }: { divisionCode: string; year: number }) {
  assertOwnCounty(actor, divisionCode);
  await assertListOpen(tx, divisionCode, year);
  await tx.$queryRaw`SELECT adopt_tasks(${year}::int, ${divisionCode})`;
  const before = await tx.task.findMany({
    where: { divisionCode, year: year - 1, retiredAt: null },
    select: { ...PARTIES, id: true, templateId: true, parentId: true, kind: true, level: true, group: true, number: true, title: true, requirement: true, startsOn: true, dueOn: true, recurrence: true, quantityTarget: true, quantityUnit: true },
  });
  if (before.length === 0) throw new AppError("state", `${year - 1} 年度没有任务清单。`);
  const now = await tx.task.findMany({ where: { divisionCode, year, retiredAt: null }, select: { id: true, templateId: true, title: true, leadUnitId: true, leadPost: true } });
  const byTemplate = new Map(now.flatMap((task) => (task.templateId ? [[task.templateId, task] as const] : [])));
  const titles = new Set(now.map((task) => task.title));
  const ids = new Map<string, string>();
  for (const task of before) ids.set(task.id, (task.templateId ? byTemplate.get(task.templateId)?.id : undefined) ?? randomUUID());
  const measures = before.filter((task) => task.templateId === null && !titles.has(task.title));
  await tx.task.createMany({
    data: measures.map(({ templateId, startsOn, dueOn, ...task }) => ({ ...task, id: ids.get(task.id) ?? randomUUID(), divisionCode, year, templateId, parentId: task.parentId ? (ids.get(task.parentId) ?? null) : null, startsOn: nextYear(startsOn), dueOn: nextYear(dueOn) })),
  });
  let parties = 0;
  for (const task of before) {
    const standing = task.templateId ? byTemplate.get(task.templateId) : undefined;
    if (!standing || (task.leadUnitId === null && task.leadPost === "") || standing.leadUnitId !== null || standing.leadPost !== "") continue;
    const { leadPost, leadHolder, leadUnitId, jointUnitIds, allSchools, outputs, weight } = task;
    await tx.task.update({ where: { id: standing.id }, data: { leadPost, leadHolder, leadUnitId, jointUnitIds, allSchools, outputs, weight, version: { increment: 1 } } });
    parties += 1;
  }
  return {
    value: { measures: measures.length, parties },
    message: measures.length + parties > 0 ? `已沿用 ${year - 1} 年度的 ${measures.length} 项本县措施、${parties} 项任务的责任分工。` : "没有可沿用的内容，清单未变。",
    audit: { act: "task-list.copy", entity: "task-list", entityId: `${divisionCode}/${year}`, divisionCode, detail: { from: year - 1, measures: measures.length, parties } },
    changed: [`/d/${divisionCode}/tasks`],
  };
}
