import { yearName } from "@/lib/results/years";
import type { AreaYear } from "./list-area-years";

const n = (value: number) => value.toLocaleString("zh-CN");

/** Counties that pass all four aspects in the first and the last year with whole counties, each with its own base. */
export function areaSentence(name: string, years: readonly AreaYear[]): string {
  const known = years.filter((year) => year.reported > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}还没有县级单位完成审定。`;
  const text = (year: AreaYear) => `${yearName(year.year)} ${n(year.compliant)} 个（${n(year.reported)} 个完成审定）`;
  return first === last ? `${name}四个方面均达标的县级单位，${text(last)}；只有一个年度，还看不出变化。` : `${name}四个方面均达标的县级单位，${text(first)}，${text(last)}。`;
}
