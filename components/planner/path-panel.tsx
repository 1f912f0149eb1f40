import { Card } from "@/components/ui/card";
import { buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { TextField } from "@/components/ui/text-field";
import type { PlanFilters } from "@/lib/planner/filters";
import type { SavedView } from "@/lib/planner/load-saved";
import { figure, MONEY_NAME, totalsOf } from "@/lib/planner/rules";
import { pathSentence, totalsText } from "@/lib/planner/sentences";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import type { YearAfter } from "@/lib/planner/planned-path";
import { ApplyForm } from "./apply-form";

/** Coefficients that are still over their limit after a year. */
const overText = ({ evaluation }: YearAfter): string =>
  STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key) => {
    const outcome = evaluation.stages[stage]?.indicators[key];
    return outcome && outcome.cv !== null && !outcome.cvPass ? [`${STAGE_NAME[stage]}${INDICATORS[key].shortName} ${formatCv(outcome.cv, outcome.cvLimit)}`] : [];
  })).join("、") || "均在限值以内";

/** The plan spread over the years to the target, and what one confirmation writes from it. */
export function PathPanel({ view, filters }: { view: SavedView; filters: PlanFilters }) {
  const { place, plan, path, manages, refused } = view;
  if (plan.outcome.additions.length + plan.outcome.moves.length === 0) return null;
  const unit = MONEY_NAME[plan.asked.money];
  const { planned } = path;
  const rows = planned ? planned.path.years.flatMap((own, at) => { const after = planned.after[at]; return after ? [{ ...own, after }] : []; }) : [];
  return (
    <Card title="分年度安排" lead={planned ? `${pathSentence(planned, plan.mode, plan.asked.money)}${path.goal === null ? "县还没有填写目标年，暂按三年安排。" : path.goal < path.from ? `目标年 ${path.goal} 已过，从 ${path.from} 年起安排。` : `目标年 ${path.goal}。`}` : "请改正预算或目标年后查看。"}>
      <form method="get" className="no-print mb-3 flex flex-wrap items-start gap-3">
        {filters.sort === "school" ? null : <input type="hidden" name="sort" value={filters.sort} />}
        <TextField id="path-budget" name="budget" label={`年度预算（${unit}）`} inputMode="decimal" defaultValue={path.typed.budget} error={path.fields.budget} />
        <TextField id="path-until" name="until" label="安排到哪一年" inputMode="numeric" defaultValue={path.typed.until} error={path.fields.until} />
        <button type="submit" className={buttonClass("plain", "sm:mt-6")}>重新安排</button>
      </form>
      {planned ? (
        <DataTable caption="分年度安排" rows={rows} rowKey={(row) => String(row.year)} columns={[
          { key: "year", header: "年度", cell: (row) => `${row.year} 年` },
          { key: "what", header: "增补和调动", cell: (row) => [totalsOf(row.additions).length > 0 ? totalsText(row.additions) : "", row.moves.length > 0 ? `调动教师 ${row.moves.reduce((sum, { count }) => sum + count, 0)} 人` : ""].filter(Boolean).join("；") || "无" },
          { key: "cost", header: "成本", unit, numeric: true, cell: (row) => figure(row.cost) },
          { key: "schools", header: "年末达标学校", unit: "所", numeric: true, cell: (row) => row.after.schools },
          { key: "cvs", header: "年末差异系数", className: "min-w-44", cell: (row) => overText(row.after) },
          { key: "verdict", header: "年末结论", cell: (row) => (row.standing.resourceAllocation === true ? <StatusTag tone="pass">资源配置达标</StatusTag> : row.standing.resourceAllocation === null ? <StatusTag tone="pending">数据不全</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
        ]} />
      ) : null}
      {manages && refused ? <p className="mt-3 text-sm text-muted">{refused}</p> : null}
      {planned && path.preview ? (
        <ApplyForm key={`${plan.version}-${planned.budget}-${planned.until}`} plan={{ divisionCode: place.code, id: plan.id, version: plan.version }} budget={String(planned.budget)} until={planned.until} preview={path.preview} />
      ) : null}
    </Card>
  );
}
