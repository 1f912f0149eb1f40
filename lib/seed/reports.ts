import type { ClientBase } from "pg";
import { REPORT_SECTIONS, REPORT_SECTION_KEYS } from "@/lib/self-reports/rules";
import { actAs, insertRows, type Row } from "./insert";
import { unitId } from "./units";

/** Short texts of the demonstration's own; the words of official documents are not imitated. */
const MEMBERS = ["财政局", "人力资源和社会保障局", "自然资源局", "发展和改革局", "住房和城乡建设局"] as const;
const TOWNS = ["东河镇（演示）", "青石岭镇（演示）"] as const;
const DONE_YEARS = [2024, 2025];
const OPEN_YEAR = 2026;

const textOf = (unit: string) => ({
  duties: `${unit}按年度任务清单落实承担的工作，定期与教育行政部门会商（演示）。`,
  results: "年度任务均已启动，多数按时限完成（演示）。",
  problems: "部分学校的教学用房和专任教师仍有缺口，需要继续统筹（演示）。",
  next: "对照差距逐项销号，下一年度优先补齐缺口较大的学校（演示）。",
});

/** 2026: some have handed in, one was returned, the rest have not written yet. */
const STATE_2026: Record<string, string> = { 财政局: "submitted", 人力资源和社会保障局: "accepted", 自然资源局: "returned", 发展和改革局: "draft" };

function reportRows(county: string, year: number): Row[] {
  return [...MEMBERS, ...TOWNS].flatMap((unit): Row[] => {
    const state = year < OPEN_YEAR ? "accepted" : STATE_2026[unit];
    return state === undefined ? [] : [{ division_code: county, year, unit_id: unitId(county, unit), state, sections: textOf(unit), reason: state === "returned" ? "请补充用地保障的具体数据（演示）。" : null, written_by: "demo", decided_by: state === "accepted" ? "demo" : null }];
  });
}

const merged = () => REPORT_SECTION_KEYS.map((key) => ({ title: REPORT_SECTIONS[key], parts: [...MEMBERS, ...TOWNS].map((unit) => ({ unit, text: textOf(unit)[key] })) }));

const countyReportRow = (county: string, year: number): Row => ({
  division_code: county, year, opening: "全县义务教育优质均衡创建工作按规划推进（演示）。", conclusion: "对照督导评估标准，仍有差距，已列入整改台账（演示）。", filed_by: "demo", filed_at: `${year}-12-28T02:00:00Z`, snapshot: merged(),
});

const planRow = (county: string): Row => ({
  division_code: county, number: 1, document_number: "演示政发〔2022〕1 号", issued_on: "2022-09-30", updated_by: "demo",
  sections: {
    guide: "以办好每一所学校为目标，缩小城乡、校际差距（演示样稿）。", principles: "政府主责、优先保障、内涵发展、改革创新（演示样稿）。", goals: "到目标年，所有学校达到国家督导评估标准（演示样稿）。",
    tasks: "落实四项基本任务和攻坚清单，列出年度任务（演示样稿）。", steps: "分启动、实施、迎检三个阶段推进（演示样稿）。", safeguards: "成立领导小组，落实部门责任，加强督导（演示样稿）。",
  },
});

const guidanceRow = (from: string, fromName: string, to: string, subject: string, body: string, reply: string | null): Row => ({
  id: `g-${from}-${to}`, from_code: from, from_name: fromName, division_code: to, subject, body, sent_by: "demo", sent_at: "2026-09-15T02:00:00Z", reply, replied_by: reply ? "demo" : null, replied_at: reply ? "2026-09-28T02:00:00Z" : null,
});

/** Self-assessments of units, county reports and the 实施方案 of a county with units. The caller holds the transaction. */
export async function seedReports(client: ClientBase, county: string): Promise<void> {
  await actAs(client, county);
  await insertRows(client, "self_reports", [...DONE_YEARS, OPEN_YEAR].flatMap((year) => reportRows(county, year)));
  await insertRows(client, "county_reports", DONE_YEARS.map((year) => countyReportRow(county, year)));
  await insertRows(client, "implementation_plans", [planRow(county)]);
}

/** Guidance from province and city to 西吉. */
export async function seedGuidance(client: ClientBase): Promise<void> {
  await actAs(client, "64");
  await insertRows(client, "guidance", [
    guidanceRow("64", "宁夏回族自治区教育厅", "640422", "骨干教师均衡配置", "请说明小学骨干教师差异系数偏高的主要学校和调配安排（演示）。", null),
    guidanceRow("6404", "固原市教育局", "640422", "城乡学校共同体", "请报送共同体内教师交流的年度计划（演示）。", "已制定年度交流计划，随任务清单一并备案（演示）。"),
  ]);
}
