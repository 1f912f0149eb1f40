import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { placeNames } from "@/lib/divisions/place-names";
import { dayOf, shanghaiDay } from "@/lib/time";
import { listEntered } from "./find-expert-visit";
import { phaseOf, type Phase } from "./rules";
import { appointmentState } from "./schema";

export type OwnVisit = { id: string; visitId: string; county: string; body: string; task: string; fromOn: string; untilOn: string; phase: Phase; open: boolean; opinion: "none" | "draft" | "submitted" };
export type OwnVisits = { today: string; visits: OwnVisit[] };

/** What /visits shows an expert: the own appointments, open ones first, past ones by name alone. Four queries. */
export async function loadOwnVisits(actor: Actor): Promise<OwnVisits> {
  const today = shanghaiDay(new Date());
  return withScope(scopeOf(actor), async (tx) => {
    const rows = await tx.certificationExpert.findMany({ where: { userId: actor.userId, issuerCode: actor.office.divisionCode }, orderBy: [{ untilOn: "desc" }, { id: "asc" }], select: { id: true, visitId: true, divisionCode: true, byName: true, task: true, fromOn: true, untilOn: true, state: true } });
    const entered = new Set((await listEntered(tx)).map(({ visitId }) => visitId));
    const nameOf = await placeNames(tx, actor.office.divisionCode, rows.map(({ divisionCode }) => divisionCode));
    const opinions = new Map((await tx.certificationExpertOpinion.findMany({ where: { userId: actor.userId }, select: { visitId: true, state: true } })).map(({ visitId, state }) => [visitId, state === "submitted" ? "submitted" as const : "draft" as const]));
    const visits = rows.map(({ divisionCode, byName, fromOn, untilOn, state, ...row }): OwnVisit => {
      const days = { fromOn: dayOf(fromOn), untilOn: dayOf(untilOn) };
      const phase = phaseOf({ ...days, state: appointmentState.parse(state) }, today);
      const open = phase === "running" && entered.has(row.visitId);
      // Within the days and yet closed: the visit was ended, or the person has to stand aside.
      return { ...row, ...days, county: nameOf(divisionCode), body: byName, phase: phase === "running" && !open ? "ended" : phase, open, opinion: opinions.get(row.visitId) ?? "none" };
    });
    const rank = ({ open, phase }: OwnVisit) => (open ? 0 : phase === "ahead" ? 1 : 2);
    return { today, visits: visits.sort((a, b) => rank(a) - rank(b)) };
  });
}
