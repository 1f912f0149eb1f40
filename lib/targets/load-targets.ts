import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { dayOf, shanghaiDay } from "@/lib/time";
import { listBehind, type BehindRow } from "./list-behind";
import { listTargets, type CountyTarget } from "./list-targets";
import { daysToYearEnd, isLate } from "./rules";

export type GoalView = { targetYear: number; source: string; draft: boolean; note: string; version: number; daysLeft: number };
export type MilestoneView = { id: string; stageId: string; title: string; dueOn: string; doneOn: string | null; note: string; version: number; late: boolean };
export type StageView = { id: string; name: string; startsOn: string; endsOn: string; note: string; version: number; milestones: MilestoneView[] };
export type TargetsView = { place: Place; goal: GoalView | null; stages: StageView[]; targets: CountyTarget[]; standing: BehindRow; today: string; manages: boolean };
/** What /d/[code]/plan of a county shows. */
export async function loadTargets(actor: Actor, code: string): Promise<TargetsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const today = shanghaiDay(new Date());
    const goal = await tx.countyGoal.findUnique({ where: { divisionCode: code } });
    const stages = await tx.planStage.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { startsOn: "asc" } });
    const milestones = await tx.milestone.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: [{ dueOn: "asc" }, { title: "asc" }] });
    const [standing] = await listBehind(tx, code, today);
    if (!standing) throw notFoundError();
    return {
      place, standing, today,
      goal: goal ? { targetYear: goal.targetYear, source: goal.source, draft: goal.draft, note: goal.note, version: goal.version, daysLeft: daysToYearEnd(goal.targetYear, today) } : null,
      stages: stages.map((stage) => ({
        id: stage.id, name: stage.name, startsOn: dayOf(stage.startsOn), endsOn: dayOf(stage.endsOn), note: stage.note, version: stage.version,
        milestones: milestones.filter((step) => step.stageId === stage.id).map(({ id, stageId, title, dueOn, doneOn, note, version }) => {
          const step = { id, stageId, title, dueOn: dayOf(dueOn), doneOn: doneOn ? dayOf(doneOn) : null, note, version };
          return { ...step, late: isLate(step, today, goal?.draft ?? false) };
        }),
      })),
      targets: await listTargets(tx, code),
      manages: can(actor, "plan.manage") && actor.office.divisionCode === code,
    };
  });
}

export type BehindView = { place: Place; rows: BehindRow[]; superviseFrom: number | null };

/** The counties of a nation, province or city that are behind their plan. */
export async function loadBehind(actor: Actor, code: string): Promise<BehindView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level === "county") throw notFoundError();
    const today = shanghaiDay(new Date());
    const plan = place.level === "nation" ? null : await tx.plan.findUnique({ where: { divisionCode: code.slice(0, 2) }, select: { superviseFrom: true } });
    return { place, rows: await listBehind(tx, code, today), superviseFrom: plan?.superviseFrom ?? null };
  });
}
