import type { ClientBase } from "pg";
import type { LedgerSource, LedgerState } from "@/lib/ledger/rules";
import { levelAbove } from "@/lib/requests/rules";
import type { Row } from "./insert";

type Raised = { key: string; source: LedgerSource; schoolId: string | null; schoolName: string | null; problem: string; state: LedgerState; due: string };

const interviewId = (county: string, number: number) => `i${county}-${number}`;

/** Problems that people raised, beside those of the self-check. */
export function raisedEntries(county: string, schools: { id: string; name: string }[]): Raised[] {
  const of = (at: number) => ({ schoolId: schools[at]?.id ?? null, schoolName: schools[at]?.name ?? null });
  const none = { schoolId: null, schoolName: null };
  return [
    { key: "manual/demo-1", source: "basic_balance", ...none, problem: "基本均衡认定时指出：部分乡村学校音乐、美术教师由其他学科教师兼任（演示）", state: "closed", due: "2026-06-30" },
    { key: "manual/demo-2", source: "basic_balance", ...none, problem: "基本均衡认定时指出：个别城区学校班额偏大（演示）", state: "doing", due: "2026-12-31" },
    { key: "manual/demo-3", source: "review", ...none, problem: "市级复核意见：教师交流轮岗台账不完整（演示）", state: "waiting", due: "2026-11-30" },
    { key: "manual/demo-4", source: "complaint", ...of(2), problem: "群众反映：上学、放学时段校门口交通拥堵（演示）", state: "doing", due: "2026-09-30" },
    { key: "manual/demo-5", source: "review", ...of(1), problem: "复核意见：实验室部分仪器未入账登记（演示）", state: "waiting", due: "2026-12-15" },
    { key: `interview/${interviewId(county, 1)}/1`, source: "interview", ...none, problem: "家长代表希望增加课后服务的体育和艺术课程（演示）", state: "open", due: "2026-12-20" },
  ];
}

export const interviewRows = (county: string): Row[] => [
  { id: interviewId(county, 1), division_code: county, held_on: "2026-09-18", kind: "meeting", topic: "家长和社区代表座谈（演示）", place: "教师发展中心", groups: [{ group: "parents", met: 24, satisfied: 21 }, { group: "community", met: 8, satisfied: 7 }, { group: "delegates", met: 5, satisfied: 5 }], summary: "普遍肯定办学条件改善，希望丰富课后服务（演示）。", recorded_by: "demo" },
  { id: interviewId(county, 2), division_code: county, held_on: "2026-10-22", kind: "visit", topic: "乡村学校走访（演示）", place: "东河镇（演示）", groups: [{ group: "parents", met: 18, satisfied: 16 }, { group: "teachers", met: 12, satisfied: 11 }, { group: "heads", met: 3, satisfied: 3 }], summary: "", recorded_by: "demo" },
];

/** A school's request to the county, answered; the county's to the level above, waiting. */
export async function requestRows(client: ClientBase, county: string, entries: Row[]): Promise<Row[]> {
  const { rows } = await client.query<{ skips: boolean }>("SELECT skips_city_review AS skips FROM divisions WHERE code = $1", [county]);
  const above = levelAbove({ code: county, ofSchool: false, skipsCity: rows[0]?.skips ?? false });
  const open = entries.filter((entry) => entry.state === "open" || entry.state === "doing");
  const ofSchool = open.find((entry) => entry.owner === "school" && entry.item === "sportsArea") ?? open.find((entry) => entry.owner === "school" && typeof entry.school_id === "string");
  const areas = open.filter((entry) => entry.item === "teachingArea").sort((a, b) => Number(b.gap) - Number(a.gap));
  const ofCounty = areas[0] ?? open.at(-1);
  const shared = { parent_id: null, reason: null };
  const figures = (entry: Row) => ({ entry_id: entry.id ?? null, gap: entry.gap ?? null, gap_unit: entry.gap_unit ?? null, problem: String(entry.problem) });
  return [
    ...(ofSchool ? [{ ...shared, id: `r${county}-1`, division_code: county, school_id: ofSchool.school_id ?? null, to_division: county, ...figures(ofSchool), title: "校内已无可用土地，难以自行补足缺口（演示）", asked: "请统筹周边用地或安排共享运动场地（演示）", cost_yuan: 860_000, state: "answered", due_on: "2026-10-31", answer: "已列入 2027 年建设项目储备，先协调使用相邻社区运动场（演示）。", promised_on: "2027-08-31", sent_by: "demo", sent_at: "2026-10-08T02:00:00Z", answered_by: "demo", answered_at: "2026-10-20T02:00:00Z" }] : []),
    ...(ofCounty && above ? [{ ...shared, id: `r${county}-2`, division_code: county, school_id: null, to_division: above, ...figures(ofCounty), title: "校舍建设资金缺口较大，本级财力难以足额安排（演示）", asked: "请在改善办学条件专项资金中倾斜支持（演示）", cost_yuan: Math.max(300_000, Math.round((Number(ofCounty.gap) * 3200) / 10_000) * 10_000), state: "sent", due_on: "2026-12-10", answer: "", promised_on: null, sent_by: "demo", sent_at: "2026-11-05T02:00:00Z", answered_by: null, answered_at: null }] : []),
  ];
}
