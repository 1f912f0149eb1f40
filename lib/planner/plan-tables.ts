import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { costsOf } from "./costs";
import type { SavedView } from "./load-saved";
import { orderAdditions } from "./order-additions";
import { figure, MODE_NAME, MONEY_NAME, totalsOf } from "./rules";
import { leadSentence, METHOD, pathSentence, proofSentence, totalsText, unreached } from "./sentences";
import { standardText } from "@/lib/standard/in-force";
import { dateTimeText } from "@/lib/time";

export type Cell = string | number | null;
/** A table of the proposal: the same rows in Excel and Word. */
export type Table = { title: string; note: string; header: string[]; rows: Cell[][] };
export type Proposal = { title: string; lead: string; proof: string; facts: { label: string; text: string }[]; reasons: string[]; open: string[]; method: readonly string[]; tables: Table[] };

const verdict = (met: boolean | null): string => (met === null ? "数据不全，不作结论" : met ? "资源配置达标" : "资源配置未达标");
const places = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function standingTable({ before, after }: SavedView): Table {
  const rows = STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key): Cell[][] => {
    const [now, then] = [before.stages[stage]?.indicators[key], after.stages[stage]?.indicators[key]];
    if (!now || !then) return [];
    const text = (outcome: typeof now) => (outcome.cv === null ? "—" : formatCv(outcome.cv, outcome.cvPass ? undefined : outcome.cvLimit));
    return [[STAGE_NAME[stage], INDICATORS[key].shortName, now.cvLimit.toFixed(2), text(now), now.cvPass ? "是" : "否", text(then), then.cvPass ? "是" : "否", `${now.sectionsAtStandard}／${before.stages[stage]?.sections ?? 0}`, `${then.sectionsAtStandard}／${after.stages[stage]?.sections ?? 0}`]];
  }));
  return { title: "方案前后的结论", note: `现在：${verdict(before.verdict.resourceAllocation)}；方案之后（测算）：${verdict(after.verdict.resourceAllocation)}。`, header: ["学段", "指标", "差异系数限值", "现在", "在限值内", "方案后", "在限值内", "现在达标校（部）", "方案后达标校（部）"], rows };
}

function sectionTable({ before, after }: SavedView): Table {
  const later = new Map(after.sections.map((section) => [`${section.code}/${section.stage}`, section]));
  const rows = before.sections.map((section): Cell[] => {
    const then = later.get(`${section.code}/${section.stage}`);
    return [section.school, STAGE_NAME[section.stage], section.students, ...INDICATOR_KEYS.flatMap((key): Cell[] => [section.values[key] === null ? null : places(section.values[key], 2), then?.values[key] == null ? null : places(then.values[key], 2)]), section.compliant ? "是" : "否", then?.compliant ? "是" : "否"];
  });
  return { title: "各校（部）现状与方案后", note: "每百名学生或生均数；同一指标前一列为现在，后一列为方案后（测算）。", header: ["学校", "学段", "在校生数", ...INDICATOR_KEYS.flatMap((key) => [`${INDICATORS[key].shortName}（现在）`, `${INDICATORS[key].shortName}（方案后）`]), "现在达标", "方案后达标"], rows };
}

function pathTable({ path, plan }: SavedView): Table | null {
  if (!path.planned) return null;
  const { path: spread, after } = path.planned;
  return {
    title: "分年度安排", note: pathSentence(path.planned, plan.mode, plan.asked.money),
    header: ["年度", "增补", "调动人数", `成本（${MONEY_NAME[plan.asked.money]}）`, "年末达标学校（所）", "年末超限的差异系数（项）", "年末结论"],
    rows: spread.years.map((year, at): Cell[] => [year.year, totalsOf(year.additions).length > 0 ? totalsText(year.additions) : "无", year.moves.reduce((sum, { count }) => sum + count, 0), places(year.cost, 2), after[at]?.schools ?? null, year.standing.failingCvs, verdict(year.standing.resourceAllocation)]),
  };
}

/** Everything that the files say, once: present figures, plan, cost, verdict after, why, method and proof. Pure. */
export function proposalOf(view: SavedView, mark: string | null): Proposal {
  const { place, plan } = view;
  const { outcome, asked, inputs, mode } = plan;
  const costs = costsOf(asked);
  const names = new Map(inputs.schools.map((facts) => [facts.code, facts.name]));
  const told = { place: place.name, year: plan.year, basis: plan.basis, mode, money: asked.money, assumed: asked.assumptions.length > 0, outcome, after: view.after };
  const money = MONEY_NAME[asked.money];
  const additions: Table = {
    title: "增补清单", note: outcome.additions.length > 0 ? `合计：${totalsText(outcome.additions)}。` : "不需要增补。", header: ["学校", "学校标识码", "学段", "指标", "增补", "单位", `单位成本（${money}）`, `成本（${money}）`],
    rows: orderAdditions(outcome.additions, costs, "school").map((row): Cell[] => [row.school, row.code, row.stage ? STAGE_NAME[row.stage] : "全校", INDICATORS[row.indicator].shortName, places(row.amount, 2), INDICATORS[row.indicator].unit, places(costs[row.indicator], 9), places(row.cost, 4)]),
  };
  const moves: Table = {
    title: "教师调动", note: outcome.moves.length > 0 ? "只列人数；调出学校不低于自身标准，同等条件下优先同一共同体。" : "没有调动。", header: ["调出", "调入", "学段", "教师", "人数", "共同体"],
    rows: outcome.moves.map((move): Cell[] => [names.get(move.from) ?? move.from, names.get(move.to) ?? move.to, STAGE_NAME[move.stage], INDICATORS[move.indicator].shortName, move.count, inputs.groups[move.from] !== undefined && inputs.groups[move.from] === inputs.groups[move.to] ? "同一共同体" : "跨共同体"]),
  };
  const path = pathTable(view);
  return {
    title: `${place.name}义务教育优质均衡资源配置建议方案`, lead: leadSentence(told), proof: proofSentence(told), reasons: outcome.reasons, open: unreached(view.after), method: METHOD,
    facts: [
      { label: "性质", text: "测算，供决策参考，不是评估结论" },
      { label: "数据", text: `${plan.year}学年初${plan.basis === "live" ? "实时数据（未审定）" : "审定数据"}，${inputs.schools.length} 所学校${told.assumed ? `，含 ${asked.assumptions.length} 项假设` : ""}` },
      { label: "方式", text: `${MODE_NAME[mode]}${mode === "additions" ? "" : `，交流比例${asked.quota === null ? "不限" : `不超过 ${figure(asked.quota * 100)}%`}`}` },
      { label: "单位成本", text: `${money}：${INDICATOR_KEYS.map((key) => `${INDICATORS[key].shortName} ${places(costs[key], 6)}／${INDICATORS[key].unit}`).join("，")}` },
      { label: "标准", text: standardText(inputs.standard).replace(/^标准：/, "") },
      { label: "测算时间", text: dateTimeText(plan.createdAt) },
      ...(mark ? [{ label: "提示", text: mark }] : []),
    ],
    tables: [standingTable(view), ...(outcome.additions.length > 0 ? [additions] : []), ...(outcome.moves.length > 0 ? [moves] : []), ...(path ? [path] : []), sectionTable(view)],
  };
}
