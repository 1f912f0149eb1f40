import { formatCv } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import type { Projection, Range } from "./project-county";

type Shown = Pick<Projection, "from" | "target" | "cvs" | "measures" | "roster"> & { byGrade: number; schools: number; transition: { low: number; high: number } };

/** “0.412—0.455”; one figure where the two ends print the same. */
export function cvRangeText(range: Range | null, limit: number): string {
  if (range === null) return "—";
  const [low, high] = [formatCv(range.low, limit), formatCv(range.high, limit)];
  return low === high ? low : `${low}—${high}`;
}

/** How the coefficients stand against their limits with what is planned: within at both ends, beyond at both, or between. */
export function projectionTitle({ target, cvs }: Pick<Shown, "target" | "cvs">): string {
  const known = cvs.flatMap(({ with: range, limit }) => (range ? [{ range, limit }] : []));
  const beyond = known.filter(({ range, limit }) => range.low > limit).length;
  const between = known.filter(({ range, limit }) => range.low <= limit && range.high > limit).length;
  const words = [`${known.length - beyond - between} 项在限值以内`, ...(beyond > 0 ? [`${beyond} 项超过限值`] : []), ...(between > 0 ? [`${between} 项区间跨过限值`] : [])];
  return `计划措施按期到位时，${yearName(target)} ${known.length} 项差异系数中 ${words.join("，")}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What the projection rests on, in words. */
export function wayText({ from, target, measures, roster, byGrade, schools, transition }: Shown): string {
  const source = byGrade === schools ? "各校班级名册按年级的人数" : byGrade === 0 ? "各校在校生按年级平均分配" : `班级名册按年级的人数（${byGrade}／${schools} 所，其余按年级平均分配）`;
  const moved = transition.low === transition.high ? "六年级按人数升入本县七年级" : `六年级升入本县七年级的比例取 ${percent(transition.low)}—${percent(transition.high)}`;
  return `由${yearName(from)}推到${yearName(target)}：${source}逐年上移，一年级取本校现一至三年级中最少和最多的一级，${moved}，按各校现有初中在校生分配。计划措施为整改台账和建设项目中 ${target} 年 9 月 1 日前到期的 ${measures} 项，同一问题只计一次；${roster.length > 0 ? `其间登记的新建、撤并计入 ${roster.length} 项，列在表下` : "其间没有可以计入的新建和撤并"}。区间是两种入学规模${roster.some(({ pupils }) => pupils !== null) ? "和新建学校两种配置" : ""}之间的差别，不是预测的把握程度。`;
}
