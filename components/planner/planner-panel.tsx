import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { failingCvs } from "@/lib/results/cvs";
import type { PlannerView } from "@/lib/planner/load-planner";
import { SavedList } from "./saved-list";
import { SolverForm } from "./solver-form";

function standing({ place, year, result }: PlannerView): { tone: "pass" | "fail" | "neutral"; sentence: string } {
  if (year === null) return { tone: "neutral", sentence: `${place.name}还没有填报年度，开启填报并审定后才能测算。` };
  if (!result) return { tone: "neutral", sentence: `${place.name} ${year}学年初还没有审定数据，审核通过学校自评后才能测算。` };
  if (result.resourceVerdict === true) return { tone: "pass", sentence: `${place.name} ${year}学年初审定数据的资源配置已经达标；仍可测算学生变动、新建和撤并的影响。` };
  const missing = result.expected - result.reported;
  if (missing > 0) return { tone: "neutral", sentence: `${place.name} ${year}学年初还有 ${missing} 所学校没有审定，数据不全不能测算；可选其他年度。` };
  const sections = result.sections - result.compliantSections;
  return { tone: "fail", sentence: `${place.name} ${year}学年初资源配置未达标：${sections} 个学校（部）未达到要求，${failingCvs(result.stages).length} 项差异系数超限；可以测算最少要增补或调动多少。` };
}

/** The planner of a county: how it stands, the question, and the answers so far. */
export function PlannerPanel({ view }: { view: PlannerView }) {
  const { place, year, saved, manages, mayLive } = view;
  return (
    <>
      <Finding {...standing(view)}>测算结果只作决策参考，不是评估结论；方案与所依据的数据一并保存，可以复核。</Finding>
      {manages && year !== null ? (
        <Card title="测算达标的最少投入" lead="给出增补到哪些学校、各多少，或教师怎样调动，并证明没有更省的方案。">
          <SolverForm divisionCode={place.code} years={place.years.map((entry) => entry.year)} year={year} mayLive={mayLive} />
        </Card>
      ) : null}
      {year !== null ? (
        <Card title="变动的影响" lead="拖动在校生变化，试算新建、撤并学校和扩大寄宿，立即看到差异系数和达标情况；不保存。">
          <Link href={`/d/${place.code}/plan/solver/what-if?year=${year}`} prefetch={false} className={buttonClass("plain", "no-print")}>打开变动试算</Link>
        </Card>
      ) : null}
      <Card title={saved.matched > 0 ? `已保存的方案 ${saved.matched} 个` : "已保存的方案"}>
        {saved.matched > 0 ? <SavedList code={place.code} saved={saved} /> : <Empty title="还没有测算过方案">{manages ? "在上面选择方式后开始测算。" : "由县级教育行政部门测算；按审定数据测算的方案，上级可以查看。"}</Empty>}
      </Card>
    </>
  );
}
