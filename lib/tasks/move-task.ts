import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { getCountyResults } from "@/lib/results/get-county-results";
import { isMeasure } from "@/lib/standard/tasks";
import { assertFreshTask, findTask, roleIn } from "./find-task";
import { allMet, measure } from "./measures";
import { TASK_ACTS, afterTaskAct, needsReason, refuseTaskAct, roundsOf } from "./rules";
import type { ActInput } from "./schema";
import { tellLead } from "./tell-lead";
import { logTask, taskAudit, taskPages } from "./write-task";

/** One act on a task: asks the rules, writes the state, the log and what is measured. @throws AppError state, invalid, conflict, notFound. */
export async function moveTask(tx: Tx, actor: Actor, input: ActInput) {
  const task = await findTask(tx, input.taskId, true);
  assertFreshTask(task, input.version);
  const role = roleIn(actor, task);
  const measures = task.measures.filter(isMeasure);
  const outcome = input.act === "confirm" && measures.length > 0 ? await getCountyResults(tx, task.divisionCode, task.year) : null;
  const measuresMet = input.act === "confirm" ? allMet(measures.map((key) => measure(key, outcome))) : null;
  const refusal = refuseTaskAct({ ...task, measuresMet }, input.act, { role, userId: actor.userId });
  if (refusal) throw new AppError("state", refusal);
  if (needsReason(input.act) && input.text === "") throw new AppError("invalid", undefined, { text: "请写明原因。" });
  if (input.act === "report" && input.text === "") throw new AppError("invalid", undefined, { text: "请写明进展。" });
  const steers = role === "manager" || role === "lead";
  const moves = steers || input.act !== "report";
  if (input.progress !== null && measures.length > 0) throw new AppError("invalid", undefined, { progress: "这项任务的进度由平台数据计算，不需要填写。" });
  const progress = steers && input.act === "report" ? input.progress : null;
  const round = steers && input.act === "report" && input.round;
  if (round && task.roundsDone >= roundsOf(task.recurrence)) throw new AppError("invalid", undefined, { round: "本年度的次数已经记满。" });
  const state = afterTaskAct(task.state, input.act);
  const quantityActual = steers && input.act === "report" ? input.quantityActual : null;
  // Whoever only takes part adds to the log; the task itself stays as it is.
  if (moves)
    await tx.task.updateMany({
      where: { id: task.id },
      data: {
        state, updatedAt: new Date(), version: { increment: 1 },
        ...(progress === null ? {} : { progress }),
        ...(quantityActual === null ? {} : { quantityActual }),
        ...(round ? { roundsDone: { increment: 1 } } : {}),
        ...(input.act === "submit" ? { submittedBy: actor.userId } : {}),
        ...(input.act === "confirm" ? { confirmedBy: actor.userId, confirmedAt: new Date(), progress: 100 } : {}),
        ...(needsReason(input.act) ? { reason: input.text } : input.act === "resume" ? { reason: null } : {}),
        ...(input.act === "reopen" || input.act === "return" ? { confirmedBy: null, confirmedAt: null } : {}),
      },
    });
  await logTask(tx, actor, task, { act: input.act, toState: state, progress, text: input.text });
  if (input.act === "return" || input.act === "reopen") await tellLead(tx, actor, task, { kind: "returned", title: `“${task.title}”${TASK_ACTS[input.act].label}：${input.text}` });
  return {
    value: { state, version: task.version + (moves ? 1 : 0) },
    message: input.act === "report" ? "进展已记录。" : `已${TASK_ACTS[input.act].label}。`,
    audit: { ...taskAudit(task, input.act, { from: task.state, to: state, progress, quantityActual, round, text: input.text }), schoolId: actor.office.schoolId },
    changed: taskPages(task),
  };
}
