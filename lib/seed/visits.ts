import type { ClientBase } from "pg";
import { CHECK_KEYS, type CheckKey } from "@/lib/visits/check-items";
import { DEMO_ACCOUNTS, countyDesk } from "./demo-accounts";
import { actAs, insertRows, type Row } from "./insert";
import { prng } from "./prng";
import { seedSchoolGroups } from "./school-groups";
import { seedTeacherRecords } from "./teacher-records";

const PER_SCHOOL = 6;
type School = { id: string; name: string };
type Visitor = { id: string; name: string };

/** Who goes: the county's 责任督学 where the demonstration has an account, else the demonstration itself. */
function visitorOf(county: string): Visitor {
  const account = DEMO_ACCOUNTS.find(({ offices }) => offices.some((place) => place.office === "inspector" && place.division === county));
  return account ? { id: `u-${account.username}`, name: account.displayName } : { id: "demo", name: "责任督学（演示）" };
}

type Problem = [item: CheckKey, note: string, measure: string];
const PROBLEMS: [Problem, ...Problem[]] = [
  ["safety", "早间护学岗未按时到位（演示）", "排定护学值守表并公示（演示）"],
  ["rooms", "美术专用教室临时存放杂物（演示）", "清理腾空，恢复专用（演示）"],
  ["self-check", "自查没有逐项写明依据（演示）", "按指标逐项重做自查（演示）"],
];

type Plan = { number: number; school: School; year: number; day: string; state: "planned" | "recorded" | "acknowledged" | "cancelled"; kind: "routine" | "special" | "activity"; problem: boolean };

function visitRow(county: string, visitor: Visitor, plan: Plan): Row {
  const random = prng(`visit:${county}:${plan.year}:${plan.number}`);
  const id = `v${county}-${plan.year}-${plan.number}`;
  const done = plan.state === "recorded" || plan.state === "acknowledged";
  const [item, note, measure] = random.pick(PROBLEMS);
  const items = [...new Set<CheckKey>(["self-check", "standard", "safety", ...(plan.problem ? [item] : []), ...CHECK_KEYS.slice(3, 3 + random.int(1, 3))])];
  const due = `${plan.year}-12-20`;
  return {
    id, division_code: county, school_id: plan.school.id, year: plan.year, kind: plan.kind, organiser: plan.kind === "activity" ? "卫生健康部门（演示）" : "",
    visitor_id: plan.kind === "routine" ? visitor.id : countyDesk(county), visitor_name: plan.kind === "routine" ? visitor.name : "教育行政部门（演示）",
    planned_on: plan.day, items, basis: `${plan.year} 年度进校活动清单（演示）`, approval_number: `演示清单〔${plan.year}〕${plan.number} 号`, state: plan.state, visited_on: done ? plan.day : null,
    results: done ? items.map((one) => ({ item: one, result: plan.problem && one === item ? "problem" : "good", note: plan.problem && one === item ? note : "" })) : [],
    findings: done ? `查看${items.length}项，与学校负责人交换了意见${plan.problem ? "，指出的问题请限期整改" : "，总体落实较好"}（演示）。` : "",
    issues: done && plan.problem ? [{ problem: note, measure, dueOn: due, entryId: `${county}-${id}-1` }] : [],
    recorded_at: done ? `${plan.day}T08:30:00Z` : null, reply: plan.state === "acknowledged" ? "情况属实，已安排落实（演示）。" : "",
    acknowledged_by: plan.state === "acknowledged" ? "demo" : null, acknowledged_at: plan.state === "acknowledged" ? `${plan.day}T10:00:00Z` : null, reason: plan.state === "cancelled" ? "与其他安排合并（演示）" : "",
  };
}

/** Two rounds in 2025; in 2026 one under way: most visited, one waiting for the school, some planned, some not yet. */
function plansOf(schools: School[]): Plan[] {
  const round = schools.slice(0, 8);
  const last = ["2025-04-15", "2025-10-21"].flatMap((day, turn) => round.map((school, at): Plan => ({ number: turn * 8 + at + 1, school, year: 2025, day, state: "acknowledged", kind: "routine", problem: (at + turn) % 4 === 1 })));
  const now = round.slice(0, 6).map((school, at): Plan => ({ number: at + 1, school, year: 2026, day: `2026-0${4 + (at % 5)}-1${at}`, state: at === 1 ? "recorded" : "acknowledged", kind: "routine", problem: at % 3 === 1 }));
  const more = schools.slice(8, 14).map((school, at): Plan => ({ number: at + 11, school, year: 2026, day: `2026-09-2${at}`, state: at === 5 ? "cancelled" : "acknowledged", kind: "special", problem: false }));
  const planned = schools.slice(4, 6).map((school, at): Plan => ({ number: at + 21, school, year: 2026, day: `2026-12-0${at + 7}`, state: "planned", kind: "routine", problem: false }));
  const activity = schools.slice(2, 3).map((school): Plan => ({ number: 31, school, year: 2026, day: "2026-12-10", state: "planned", kind: "activity", problem: false }));
  return [...last, ...now, ...more, ...planned, ...activity];
}

/** What the visits raised, in the ledger: last year's closed, this year's open. */
const entryRows = (county: string, names: Map<string, string>, visits: Row[]): Row[] =>
  visits.flatMap((visit) => {
    const [issue] = Array.isArray(visit.issues) ? visit.issues : [];
    if (!issue) return [];
    const closed = visit.year === 2025;
    return [{
      id: `${county}-${String(visit.id)}-1`, division_code: county, school_id: visit.school_id ?? null, school_name: names.get(String(visit.school_id)) ?? null, source: "visit", source_key: `visit/${String(visit.id)}/1`, level: "school", problem: issue.problem, measure: issue.measure,
      owner: "school", planned_year: visit.year ?? null, due_on: issue.dueOn, state: closed ? "closed" : "open", opened_on: visit.visited_on ?? null, closed_by: closed ? "demo" : null, closed_at: closed ? "2025-12-18T02:00:00Z" : null, rectified_by: [],
    }];
  });

/** Visits, the yearly records of teachers and the school groups of a county with people. The caller holds the transaction. */
export async function seedOversight(client: ClientBase, county: string): Promise<void> {
  await actAs(client, county);
  const { rows: schools } = await client.query<School>("SELECT id, name FROM schools WHERE division_code = $1 AND kind <> 'vocational' ORDER BY id", [county]);
  await insertRows(client, "visit_limits", [2025, 2026].map((year) => ({ division_code: county, year, per_school: PER_SCHOOL, set_by: countyDesk(county) })));
  const visits = plansOf(schools).map((plan) => visitRow(county, visitorOf(county), plan));
  await insertRows(client, "visits", visits);
  await insertRows(client, "ledger_entries", entryRows(county, new Map(schools.map((school) => [school.id, school.name])), visits));
  await seedTeacherRecords(client, county);
  await seedSchoolGroups(client, county);
}
