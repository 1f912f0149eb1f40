import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { listBorrowed, type Borrowed } from "@/lib/experiences/list-experiences";
import { getCountyResults } from "@/lib/results/get-county-results";
import { isMeasure } from "@/lib/standard/tasks";
import { dayOf, shanghaiDay } from "@/lib/time";
import { findTask, roleIn, type TaskRow } from "./find-task";
import { frozenReason } from "./list-rules";
import { allMet, measure, type Measured } from "./measures";
import { TASK_ACT_KEYS, isOverdue, refuseTaskAct, type TaskAct, type TaskRole } from "./rules";
import { lastFiling } from "./task-list";

export type TaskEvent = { id: string; at: Date; byName: string; act: string; toState: string; progress: number | null; text: string };
export type TaskView = {
  place: Place | null; task: Omit<TaskRow, "startsOn" | "dueOn"> & { startsOn: string; dueOn: string }; overdue: boolean; role: TaskRole | null; acts: TaskAct[]; measured: Measured[];
  events: TaskEvent[]; evidence: EvidenceFile[]; mayAttach: boolean; units: { id: string; name: string }[]; parents: { id: string; title: string }[]; children: { id: string; title: string; state: string }[];
  parent: { id: string; title: string } | null; manages: boolean; frozen: string | null;
  /** 典型经验 that the task refers to; null for who does not read the library. */
  borrowed: Borrowed[] | null;
};

/** One task with its log, evidence, live figures and what the reader may do with it now. */
export async function loadTask(actor: Actor, code: string | null, id: string): Promise<TaskView> {
  return withScope(scopeOf(actor), async (tx) => {
    const row = await findTask(tx, id);
    if (code !== null && row.divisionCode !== code) throw notFoundError();
    const place = code === null ? null : await getOwnPlace(tx, actor, code);
    const role = roleIn(actor, row);
    const keys = row.measures.filter(isMeasure);
    const outcome = keys.length > 0 ? await getCountyResults(tx, row.divisionCode, row.year) : null;
    const measured = keys.map((key) => measure(key, outcome));
    const standing = { ...row, measuresMet: allMet(measured) };
    const siblings = await tx.task.findMany({ where: { divisionCode: row.divisionCode, year: row.year, retiredAt: null }, orderBy: [{ kind: "asc" }, { group: "asc" }, { number: "asc" }], select: { id: true, title: true, parentId: true, state: true } });
    const manages = role === "manager";
    return {
      place, role, measured, manages,
      task: { ...row, startsOn: dayOf(row.startsOn), dueOn: dayOf(row.dueOn) },
      overdue: isOverdue({ state: row.state, dueOn: dayOf(row.dueOn) }, shanghaiDay(new Date())),
      acts: TASK_ACT_KEYS.filter((act) => refuseTaskAct(standing, act, { role, userId: actor.userId }) === null),
      events: await tx.taskUpdate.findMany({ where: { taskId: id }, orderBy: { at: "desc" }, select: { id: true, at: true, byName: true, act: true, toState: true, progress: true, text: true } }),
      evidence: can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "task", { is: id })) : [],
      mayAttach: role !== null && can(actor, "evidence.edit") && row.state !== "done",
      units: await tx.unit.findMany({ where: { divisionCode: row.divisionCode, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }),
      parents: siblings.filter((other) => other.id !== id && other.parentId === null).map(({ id: key, title }) => ({ id: key, title })),
      children: siblings.filter((other) => other.parentId === id).map(({ id: key, title, state }) => ({ id: key, title, state })),
      parent: siblings.find((other) => other.id === row.parentId) ?? null,
      borrowed: place !== null && can(actor, "experience.read") ? await listBorrowed(tx, { taskId: id }) : null,
      frozen: manages ? frozenReason(await lastFiling(tx, row.divisionCode, row.year)) : null,
    };
  });
}
