import { judgeSchool } from "@/lib/items/judge-school";
import { FULL_STANDARD, itemRules } from "@/lib/items/rules";
import { fromFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import { HOLDER, type Level, type Stage } from "./stages";
import type { SnapshotInputs } from "./snapshot";

export type RelaxedItem = { schoolCode: string; schoolName: string; item: string; text: string };

const judged = (row: SchoolFactRow) => ({ facts: fromFactRow(row), more: row.more });

/** What a submission met by a relaxation only, school by school, from the snapshot alone. Pure. */
export function relaxedIn({ rows, standard, year }: SnapshotInputs): RelaxedItem[] {
  const rules = itemRules(standard.readings, year);
  return rows.flatMap((row) => judgeSchool(judged(row), rules).filter(({ relaxed }) => relaxed).map(({ item, text }) => ({ schoolCode: row.code, schoolName: row.name, item, text })));
}

/** Whether a school meets an item by the full standard, with what was found; null where the filed facts do not say (shared teachers, leased venues). Pure. */
export function fullyMet(row: SchoolFactRow | undefined, item: string): { met: boolean | null; text: string } | null {
  const found = row ? judgeSchool(judged(row), FULL_STANDARD).find((one) => one.item === item) : undefined;
  return found ? { met: found.met, text: found.text } : null;
}

export const RELAXATION_ACTS = ["add", "plan", "confirm"] as const;
export type RelaxationAct = (typeof RELAXATION_ACTS)[number];
const BY: Record<RelaxationAct, Level> = { add: "province", plan: "county", confirm: "province" };
const AFTER: readonly Stage[] = ["recognised", "correction", "recheck"];

/** Who follows up what: the county plans, the province enters what is not in the data and confirms after its 复查. Pure. */
export function refuseRelaxation(stage: Stage, act: RelaxationAct, level: Level | null, ownCounty: boolean, confirmed: boolean, met: boolean | null): string | null {
  if (!AFTER.includes(stage)) return HOLDER[stage] === null ? "申报已经结束，不再跟踪。" : "认定以后才跟踪放宽事项。";
  if (level !== BY[act]) return BY[act] === "county" ? "建设计划由该县人民政府填写。" : "这件事由省级政府教育督导机构办理。";
  if (act !== "plan" && ownCounty) return "本人在该县任职，不能参与对该县的评估和决定。";
  if (confirmed && act !== "add") return "已确认达到完整标准，不再更改。";
  return act === "confirm" && met === false ? "最新审定数据仍未达到完整标准，不能确认。" : null;
}
