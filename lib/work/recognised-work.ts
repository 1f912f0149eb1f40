import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import { SOON_DAYS, countdown } from "@/lib/certification/monitoring";
import { readWarnings } from "@/lib/certification/read-warnings";
import { relaxedSubject } from "@/lib/certification/relaxed-choices";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { dayOf, shanghaiDay } from "@/lib/time";
import { toGroup, type WorkGroup } from "./work-item";

/** Who records the monitoring that answers a warning: the province for itself and for the city, the nation for itself. */
const answersFor = (office: string, county: string): string => (office === "cn" ? "cn" : county.slice(0, 2));

/** After recognition: counties that slipped and are not yet monitored for that year, and relaxed items whose three years end. Three queries. */
export async function recognisedWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { divisionCode } = actor.office;
  const evaluates = can(actor, "certification.evaluate");
  if (!evaluates && !can(actor, "certification.apply")) return [];
  const warnings = evaluates ? (await readWarnings(tx, divisionCode)).filter(({ code, recordedBy }) => !recordedBy.includes(answersFor(divisionCode, code))) : [];
  const [gte, lt] = codeRange(divisionCode);
  const last = toDate(shanghaiDay(new Date(Date.parse(`${today}T04:00:00Z`) + SOON_DAYS * 86_400_000)));
  const ending = await tx.certificationRelaxation.findMany({ where: { divisionCode: { gte, lt }, confirmedOn: null, dueOn: { lte: last } }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: 200, select: { id: true, divisionCode: true, schoolName: true, item: true, dueOn: true } });
  return [
    toGroup("认定后预警", warnings.map(({ caseId, code, county, watch }) => ({ key: `${caseId}-${watch.year}`, title: `${county} ${watch.figuresYear}学年初数据低于标准`, detail: watch.text, href: `/d/${code}/certification`, dueOn: null, overdue: false }))),
    toGroup("放宽事项三年到期", ending.map((one) => { const dueOn = dayOf(one.dueOn); const left = countdown(dueOn, today, false); return { key: one.id, title: `${one.schoolName} ${relaxedSubject(one.item)}`, detail: left.text, href: `/d/${one.divisionCode}/certification`, dueOn, overdue: left.state === "overdue" }; })),
  ];
}
