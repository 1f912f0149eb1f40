import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { formatShortfall } from "@/lib/evaluation/format";
import { getCountyResults } from "@/lib/results/get-county-results";
import { listSections } from "@/lib/results/list-sections";
import { INDICATOR_KEYS, INDICATORS, STAGES } from "@/lib/standard/indicators";
import { dayOf, shanghaiDay } from "@/lib/time";
import { balanceSeats, isProjectLate, PROJECT_KINDS, PROJECT_STATES, type ProjectKind, type ProjectState, type SeatBalance, type SeatRow } from "./rules";

export type ProjectView = {
  id: string; name: string; kind: ProjectKind; stage: string; places: number; area: string; investmentWan: string; deliveryOn: string; state: ProjectState; schoolId: string | null; school: string; indicator: string | null;
  /** What the linked school still lacks by the stored results, null where nothing is linked or known. */
  shortfall: string | null; note: string; late: boolean; version: number;
};
export type SeatView = SeatBalance & { note: string; version: number };
export type ProjectsView = {
  place: Place; year: number | null; projects: ProjectView[]; seats: SeatView[]; enrolled: Record<string, number>; schools: { id: string; name: string }[]; manages: boolean;
};

const isKind = (text: string): text is ProjectKind => text in PROJECT_KINDS;
const isState = (text: string): text is ProjectState => text in PROJECT_STATES;

/** What /d/[code]/plan/projects shows; shortfalls are those of the newest complete result year. */
export async function loadProjects(actor: Actor, code: string): Promise<ProjectsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const year = (place.years.find((entry) => entry.complete) ?? place.years[0])?.year ?? null;
    const result = year === null ? null : await getCountyResults(tx, code, year);
    const sections = year === null ? [] : await listSections(tx, code, year);
    const schools = await tx.school.findMany({ where: { divisionCode: code, closedOn: null }, orderBy: { code: "asc" }, select: { id: true, name: true } });
    const names = new Map(schools.map((school) => [school.id, school.name]));
    const stored = await tx.project.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: [{ deliveryOn: "asc" }, { name: "asc" }] });
    const today = shanghaiDay(new Date());
    const projects = stored.flatMap((row): ProjectView[] => {
      const { kind, state } = row;
      const indicator = INDICATOR_KEYS.find((key) => key === row.indicator);
      const gap = indicator ? sections.find((section) => section.schoolId === row.schoolId && section.stage === row.stage)?.shortfall[indicator] : undefined;
      if (!isKind(kind) || !isState(state)) return [];
      const deliveryOn = dayOf(row.deliveryOn);
      return [{
        id: row.id, name: row.name, kind, stage: row.stage, places: row.places, area: row.area.toString(), investmentWan: row.investmentWan.toString(), deliveryOn, state, schoolId: row.schoolId,
        school: row.schoolId ? (names.get(row.schoolId) ?? "") : "", indicator: row.indicator, note: row.note, version: row.version, late: isProjectLate({ state, deliveryOn }, today),
        shortfall: indicator && row.schoolId ? `${INDICATORS[indicator].shortName}${gap === undefined ? (sections.some((section) => section.schoolId === row.schoolId) ? "已达标" : "尚无审定数据") : formatShortfall(indicator, gap)}` : null,
      }];
    });
    const rows = await tx.seatNeed.findMany({ where: { divisionCode: code } });
    const plain = rows.flatMap((row): SeatRow[] => { const stage = STAGES.find((one) => one === row.stage); return stage ? [{ year: row.year, stage, needed: row.needed, available: row.available }] : []; });
    const seats = balanceSeats(plain, projects).map((balance) => {
      const row = rows.find((one) => one.year === balance.year && one.stage === balance.stage);
      return { ...balance, note: row?.note ?? "", version: row?.version ?? 0 };
    });
    return {
      place, year, projects, seats, schools, manages: can(actor, "plan.manage") && actor.office.divisionCode === code,
      enrolled: Object.fromEntries(STAGES.flatMap((stage) => (result?.stages[stage] ? [[stage, result.stages[stage].students]] : []))),
    };
  });
}
