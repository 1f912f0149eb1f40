import { scopeOf, type Actor } from "@/lib/access/actor";
import { readVisit, type VisitFacts } from "@/lib/certification/load-visit";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { dayOf, shanghaiDay } from "@/lib/time";
import { HELD, listEntered } from "./find-expert-visit";
import { opinionState, schoolWords } from "./schema";

export type OwnOpinion = { text: string; schools: Record<string, string>; state: "draft" | "submitted"; version: number };
export type OwnVisitView = VisitFacts & { county: string; body: string; task: string; untilOn: string; today: string; held: string | null; opinion: OwnOpinion | null };

/** What /visits/[visit] shows its expert while it is open; on any other day it does not exist. */
export async function loadOwnVisit(actor: Actor, visitId: string): Promise<OwnVisitView> {
  return withScope(scopeOf(actor), async (tx) => {
    const entered = (await listEntered(tx)).find((one) => one.visitId === visitId && one.issuerCode === actor.office.divisionCode);
    if (!entered) throw notFoundError();
    const appointment = await tx.certificationExpert.findFirst({ where: { visitId, userId: actor.userId, state: "active" }, select: { byName: true, task: true, untilOn: true } });
    const division = await tx.division.findUnique({ where: { code: entered.divisionCode }, select: { name: true } });
    if (!appointment || !division) throw notFoundError();
    const opinion = await tx.certificationExpertOpinion.findUnique({ where: { visitId_userId: { visitId, userId: actor.userId } }, select: { text: true, schools: true, state: true, version: true } });
    const { visit, schools, values, differences } = await readVisit(tx, visitId, entered.divisionCode);
    return {
      visit, schools, values, differences, county: division.name, body: appointment.byName, task: appointment.task, untilOn: dayOf(appointment.untilOn), today: shanghaiDay(new Date()), held: entered.held ? HELD : null,
      opinion: opinion ? { ...opinion, schools: schoolWords.parse(opinion.schools), state: opinionState.parse(opinion.state) } : null,
    };
  });
}
