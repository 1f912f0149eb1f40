import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshTask, findTask } from "./find-task";
import { closesCircle } from "./rules";
import type { Definition } from "./schema";
import { assertListOpen } from "./task-list";
import { tellLead } from "./tell-lead";
import { logTask, taskAudit, taskPages } from "./write-task";

/** Parent and units must be of this county and year; a task is never its own ancestor. */
async function assertParties(tx: Tx, divisionCode: string, year: number, id: string, input: Definition): Promise<void> {
  const asked = [...new Set([...(input.leadUnitId ? [input.leadUnitId] : []), ...input.jointUnitIds])];
  const known = await tx.unit.count({ where: { id: { in: asked }, divisionCode, retiredAt: null } });
  if (known !== asked.length) throw new AppError("invalid", undefined, { leadUnitId: "请从本县的单位名单中选择。" });
  if (input.leadUnitId && input.jointUnitIds.includes(input.leadUnitId)) throw new AppError("invalid", undefined, { jointUnitIds: "牵头单位不能同时是配合单位。" });
  if (!input.parentId) return;
  const rows = await tx.task.findMany({ where: { divisionCode, year, retiredAt: null }, select: { id: true, parentId: true } });
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  if (!parents.has(input.parentId)) throw new AppError("invalid", undefined, { parentId: "请选择本年度清单中的任务。" });
  if (closesCircle(id, input.parentId, (at) => parents.get(at) ?? null)) throw new AppError("invalid", undefined, { parentId: "上级任务不能是它自己或它的下级。" });
}

const columns = ({ startsOn, dueOn, ...rest }: Definition) => ({ ...rest, startsOn: toDate(startsOn), dueOn: toDate(dueOn) });

/** A measure or sub-item of the county's own. */
export async function createTask(tx: Tx, actor: Actor, input: Definition & { divisionCode: string; year: number }) {
  const { divisionCode, year, ...definition } = input;
  assertOwnCounty(actor, divisionCode);
  if (!(await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { year: true } }))) throw new AppError("state", `请先开启 ${year} 年度。`);
  await assertListOpen(tx, divisionCode, year);
  const id = randomUUID();
  await assertParties(tx, divisionCode, year, id, definition);
  const number = 1 + (await tx.task.count({ where: { divisionCode, year, kind: "measure", group: definition.group } }));
  await tx.task.create({ data: { id, divisionCode, year, kind: "measure", level: "county", number, ...columns(definition) } });
  await logTask(tx, actor, { id, divisionCode, state: "idle" }, { act: "create", toState: "idle", text: "" });
  const task = { id, divisionCode, year, title: definition.title };
  await tellLead(tx, actor, { id, divisionCode, leadUnitId: definition.leadUnitId, schoolIds: [] }, { kind: "assigned", title: `新任务“${definition.title}”由本单位牵头，${definition.dueOn} 前完成` });
  return { value: { id }, message: "任务已加入本年度清单。", audit: taskAudit(task, "create", { ...definition }), changed: taskPages(task) };
}

/** Changes what defines a task; a template's title stays the official one, its local part is the county's. */
export async function changeTask(tx: Tx, actor: Actor, input: Definition & { taskId: string; version: number }) {
  const { taskId, version, ...definition } = input;
  const task = await findTask(tx, taskId, true);
  assertOwnCounty(actor, task.divisionCode);
  assertFreshTask(task, version);
  await assertListOpen(tx, task.divisionCode, task.year);
  if (task.templateId && (definition.title !== task.title || definition.group !== task.group)) throw new AppError("invalid", undefined, { title: "上级文件的任务名称和分组不能修改，可以在它下面加本县措施。" });
  await assertParties(tx, task.divisionCode, task.year, task.id, definition);
  await tx.task.update({ where: { id: task.id }, data: { ...columns(definition), updatedAt: new Date(), version: { increment: 1 } } });
  await logTask(tx, actor, task, { act: "change", toState: task.state, text: "" });
  if (definition.leadUnitId !== task.leadUnitId) await tellLead(tx, actor, { ...task, leadUnitId: definition.leadUnitId, schoolIds: [] }, { kind: "assigned", title: `“${task.title}”改由本单位牵头，${definition.dueOn} 前完成` });
  return { value: { version: task.version + 1 }, message: "任务已修改。", audit: taskAudit(task, "change", { from: task, to: definition }), changed: taskPages(task) };
}

/** Takes a county's own measure off the list, with a reason; what a level above has set stays. */
export async function retireTask(tx: Tx, actor: Actor, input: { taskId: string; version: number; reason: string }) {
  const task = await findTask(tx, input.taskId, true);
  assertOwnCounty(actor, task.divisionCode);
  assertFreshTask(task, input.version);
  if (task.templateId) throw new AppError("state", "国家、省、市布置的任务不能移出清单；确需推迟的，请办理“暂缓”。");
  await assertListOpen(tx, task.divisionCode, task.year);
  if ((await tx.task.count({ where: { parentId: task.id, retiredAt: null } })) > 0) throw new AppError("state", "它下面还有任务，请先处理下级任务。");
  await tx.task.update({ where: { id: task.id }, data: { retiredAt: new Date(), reason: input.reason, version: { increment: 1 } } });
  return { value: {}, message: "任务已移出清单，记录仍可在日志中查到。", audit: taskAudit(task, "retire", { reason: input.reason }), changed: taskPages(task) };
}
