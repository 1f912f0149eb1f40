import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { dayOf, shanghaiDay } from "@/lib/time";
import { TASK_SELECT, roleIn, toTask } from "./find-task";
import { listState, type ListState } from "./list-rules";
import { isOverdue, type TaskRole, type TaskState } from "./rules";
import { lastFiling } from "./task-list";

/** A task as lists show it; days are YYYY-MM-DD. */
export type TaskItem = {
  id: string; kind: string; level: string; group: string; number: number; title: string; parentId: string | null; leadPost: string; leadUnitId: string | null; leadUnit: string; jointUnits: string[]; schoolIds: string[]; allSchools: boolean;
  startsOn: string; dueOn: string; weight: number; state: TaskState; progress: number; measures: string[]; overdue: boolean; role: TaskRole | null; version: number;
};

export type TaskBoard = {
  place: Place; year: number | null; tasks: TaskItem[]; units: { id: string; name: string }[]; manages: boolean; today: string;
  list: { state: ListState; number: number } | null;
};

/** The tasks of a county and year in reach, in the order of the catalogue. Two queries, whatever their number. */
export async function listTasks(tx: Tx, actor: Actor, divisionCode: string, year: number, today: string): Promise<{ tasks: TaskItem[]; units: { id: string; name: string }[] }> {
  const units = await tx.unit.findMany({ where: { divisionCode, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } });
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const rows = await tx.task.findMany({ where: { divisionCode, year, retiredAt: null }, orderBy: [{ kind: "asc" }, { templateId: "asc" }, { group: "asc" }, { number: "asc" }, { id: "asc" }], select: TASK_SELECT });
  const tasks = rows.map((raw): TaskItem => {
    const row = toTask(raw);
    const dueOn = dayOf(row.dueOn);
    return {
      id: row.id, kind: row.kind, level: row.level, group: row.group, number: row.number, title: row.title, parentId: row.parentId, leadPost: row.leadPost, leadUnitId: row.leadUnitId,
      leadUnit: row.leadUnitId ? (names.get(row.leadUnitId) ?? "") : "", jointUnits: row.jointUnitIds.flatMap((id) => names.get(id) ?? []), schoolIds: row.schoolIds, allSchools: row.allSchools,
      startsOn: dayOf(row.startsOn), dueOn, weight: row.weight, state: row.state, progress: row.progress, measures: row.measures, overdue: isOverdue({ state: row.state, dueOn }, today), role: roleIn(actor, row), version: row.version,
    };
  });
  return { tasks, units };
}

/** What /d/[code]/tasks of a county shows. The newest year unless asked. */
export async function loadBoard(actor: Actor, code: string, asked: number | undefined): Promise<TaskBoard> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const today = shanghaiDay(new Date());
    const manages = can(actor, "task.manage") && actor.office.divisionCode === code;
    if (year === null) return { place, year, tasks: [], units: [], manages, today, list: null };
    const last = await lastFiling(tx, code, year);
    return { place, year, ...(await listTasks(tx, actor, code, year, today)), manages, today, list: { state: listState(last), number: last?.number ?? 0 } };
  });
}
