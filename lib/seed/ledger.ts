import type { ClientBase } from "pg";
import { planCheck, type Verdict } from "@/lib/ledger/check-rules";
import { readShortfalls, readVerdicts } from "@/lib/ledger/read-verdicts";
import type { LedgerSource, LedgerState } from "@/lib/ledger/rules";
import { actAs, insertRows, type Row } from "./insert";
import { interviewRows, raisedEntries, requestRows } from "./ledger-extras";
import { prng, type Prng } from "./prng";
import { unitId } from "./units";

const DATA_YEAR = 2025;
/** A county checks itself on a day of its own; one whose history is told in spring. */
const PLAYED_DAY = "2026-03-10";
const CHECK_DAYS = ["2026-02-26", "2026-03-10", "2026-06-24", "2026-08-28", "2026-10-19", "2026-11-03"] as const;
const checkDay = (county: string): string => prng(`check:${county}`).pick(CHECK_DAYS);
const DEMO = "demo";

type Standing = { state: LedgerState; dataMet: boolean; opened: string };
type Plan = { measure: string; perUnit: number | null; unit: string | null };

/** What is done about a shortfall, what a unit of the gap costs in 元, and whose it is beside the school's. */
const PLANS: Record<string, Plan> = {
  degreeTeachers: { measure: "在编制总量内公开招聘，支持在职教师提升学历（演示）。", perUnit: null, unit: "人事室" },
  backboneTeachers: { measure: "骨干教师评选向该校倾斜，选派骨干教师交流（演示）。", perUnit: null, unit: "人事室" },
  artsPeTeachers: { measure: "通过县管校聘统筹，增配体育、音乐、美术教师（演示）。", perUnit: null, unit: "人事室" },
  teachingArea: { measure: "列入校舍建设项目库，新建教学辅助用房（演示）。", perUnit: 3200, unit: "财务与项目室" },
  sportsArea: { measure: "调整校园用地，扩建运动场地（演示）。", perUnit: 420, unit: "财务与项目室" },
  equipmentValue: { measure: "纳入年度教育装备采购计划（演示）。", perUnit: 1, unit: "财政局" },
  multimediaRooms: { measure: "按年度更新网络多媒体教室（演示）。", perUnit: 32_000, unit: "财务与项目室" },
};
const OTHER: Plan = { measure: "制定专项整改方案，按月调度（演示）。", perUnit: null, unit: null };

const planFor = (random: Prng, source: string, unit: string | null, ofSchool: boolean) =>
  (unit !== null && random.chance(source === "shortfall" ? 0.4 : 0.1) ? { owner: "unit", unit } : { owner: ofSchool ? "school" : "bureau", unit: null });

/** One entry as people would have left it by November 2026. */
function entryRow(county: string, withUnits: boolean, verdict: Verdict, standing: Standing): Row {
  const random = prng(`ledger:${county}:${verdict.key}`);
  const plan = PLANS[verdict.item] ?? OTHER;
  const whose = planFor(random, verdict.source, withUnits ? plan.unit : null, verdict.schoolId !== null);
  const closed = standing.state === "closed";
  const late = random.chance(0.1);
  const planned = closed || late ? 2026 : 2026 + random.int(0, 2);
  const due = late ? "2026-11-10" : `${planned}-12-31`;
  const cost = verdict.gap !== null && plan.perUnit !== null ? Math.round(verdict.gap * plan.perUnit) : null;
  return {
    id: `${county}-${verdict.key.replace(/^check\//, "").replaceAll("/", "-").replaceAll(":", "-")}`, division_code: county, school_id: verdict.schoolId, school_name: verdict.schoolName, source: verdict.source, source_key: verdict.key,
    level: verdict.schoolId === null ? "county" : "school", stage: verdict.stage, item: verdict.item, problem: verdict.problem, gap: verdict.gap, gap_unit: verdict.gapUnit, measure: standing.state === "open" ? "" : plan.measure,
    cost_yuan: standing.state === "open" ? null : cost, owner: whose.owner, unit_id: whose.unit === null ? null : unitId(county, whose.unit), post: whose.owner === "school" ? "校长" : "分管负责人", planned_year: planned, due_on: due,
    state: standing.state, data_met: standing.dataMet, data_year: DATA_YEAR, opened_on: standing.opened, rectified_by: [], closed_by: closed ? DEMO : null, closed_at: closed ? "2026-10-20T02:00:00Z" : null,
  };
}

function standingOf(random: Prng, opened: string): Standing {
  const draw = random.next();
  const state = draw < 0.42 ? "open" : draw < 0.82 ? "doing" : draw < 0.94 ? "waiting" : "closed";
  return { state, dataMet: false, opened };
}

/** What failed in 2024 and met the standard in 2025, and what failed in 2025: as two self-checks would have found it. */
function checkedRows(county: string, before: Verdict[], now: Verdict[]): Row[] {
  const first = planCheck([], before, DATA_YEAR - 1).open;
  const byKey = new Map(now.map((verdict) => [verdict.key, verdict]));
  const mended = first.filter((verdict) => byKey.get(verdict.key)?.met === true).map((verdict) => {
    const closed = prng(`mended:${verdict.key}`).chance(0.7);
    return entryRow(county, true, verdict, { state: closed ? "closed" : "waiting", dataMet: true, opened: "2025-03-12" });
  });
  return [...mended, ...now.filter((verdict) => verdict.met === false).map((verdict) => entryRow(county, true, verdict, standingOf(prng(`standing:${county}:${verdict.key}`), PLAYED_DAY)))];
}

type Line = [act: string, to: LedgerState, text: string, at: string];
const WORKED: Record<LedgerState, Line[]> = {
  open: [],
  doing: [["start", "doing", "", "2026-04-02"], ["report", "doing", "整改措施正在落实（演示）。", "2026-08-18"]],
  waiting: [["start", "doing", "", "2026-04-02"], ["submit", "waiting", "整改已完成，请予核验（演示）。", "2026-10-12"]],
  closed: [["start", "doing", "", "2026-04-02"], ["submit", "waiting", "整改已完成，请予核验（演示）。", "2026-09-25"], ["verify", "closed", "现场核验属实（演示）。", "2026-10-20"]],
};
const MENDED: Line[] = [["check-met", "waiting", `${DATA_YEAR} 学年初数据已达标，待核验`, "2026-03-10"]];

function eventRows(entry: Row): Row[] {
  const state = entry.state;
  const known = state === "open" || state === "doing" || state === "waiting" || state === "closed" ? state : "open";
  const lines: Line[] = [["open", "open", entry.data_year === null ? "" : "逐项自查登记（演示）", String(entry.opened_on)], ...(entry.data_met === true ? [...MENDED, ...(known === "closed" ? WORKED.closed.slice(-1) : [])] : WORKED[known])];
  let from: string = "open";
  return lines.map(([act, to, text, at], number) => {
    const byName = act === "verify" || act === "open" || act === "check-met" ? "教育行政部门（演示）" : "责任单位（演示）";
    const row = { id: `${String(entry.id)}-e${number + 1}`, entry_id: entry.id ?? null, division_code: entry.division_code ?? null, at: `${at}T02:00:00Z`, user_id: DEMO, by_name: byName, act, from_state: from, to_state: to, text };
    from = to;
    return row;
  });
}

/** Raised by people: visits, reviews, 基本均衡 problems, complaints, interviews. */
const raisedRow = (county: string) => (raised: { key: string; source: LedgerSource; schoolId: string | null; schoolName: string | null; problem: string; state: LedgerState; due: string }): Row => ({
  ...entryRow(county, true, { key: raised.key, schoolId: raised.schoolId, schoolName: raised.schoolName, source: "self_check", stage: null, item: "", met: false, problem: raised.problem, gap: null, gapUnit: null }, { state: raised.state, dataMet: false, opened: "2026-03-20" }),
  source: raised.source, source_key: raised.key, item: "", data_year: null, due_on: raised.due,
});

/** The ledger of one county: whole, with its history, where offices play; shortfalls alone elsewhere. The caller holds the transaction. */
export async function seedLedger(client: ClientBase, county: string, played: boolean): Promise<void> {
  await actAs(client, county);
  if (!played) {
    const short = (await readShortfalls(client, county, DATA_YEAR)).filter((verdict) => verdict.met === false);
    await insertRows(client, "ledger_entries", short.map((verdict) => entryRow(county, false, verdict, standingOf(prng(`standing:${county}:${verdict.key}`), checkDay(county)))));
    return;
  }
  const [before, now] = [await readVerdicts(client, county, DATA_YEAR - 1), await readVerdicts(client, county, DATA_YEAR)];
  const schools = await client.query<{ id: string; name: string }>("SELECT id, name FROM schools WHERE division_code = $1 ORDER BY id LIMIT 6", [county]);
  const rows = [...checkedRows(county, before ?? [], now ?? []), ...raisedEntries(county, schools.rows).map(raisedRow(county))];
  await insertRows(client, "ledger_entries", rows);
  await insertRows(client, "ledger_events", rows.flatMap(eventRows));
  await insertRows(client, "interviews", interviewRows(county));
  await insertRows(client, "support_requests", await requestRows(client, county, rows));
}
