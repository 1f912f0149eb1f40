import { countCvs, failingCvs, openCvs } from "@/lib/results/cvs";
import type { CountyOutcome } from "@/lib/results/get-county-results";

export type Condition = { name: string; text: string; met: boolean | null };

const together = (list: (boolean | null)[]): boolean | null => (list.includes(false) ? false : list.includes(null) || list.length === 0 ? null : true);

/** What a county's verdict hangs on, from its stored result: an incomplete roster decides nothing. 教督〔2017〕6号 */
export function verdictConditions(result: Pick<CountyOutcome, "expected" | "reported" | "sections" | "compliantSections" | "stages" | "items" | "resourceVerdict">): Condition[] {
  const { expected, reported, sections, compliantSections, stages, items, resourceVerdict } = result;
  const [failing, open, all] = [failingCvs(stages).length, openCvs(stages), countCvs(stages)];
  const group = (name: string, own: typeof items): Condition => ({
    name, met: together(own.map(({ met }) => met)),
    text: `${own.length} 项中 ${own.filter(({ met }) => met === true).length} 项达标，${own.filter(({ met }) => met === false).length} 项未达标，${own.filter(({ met }) => met === null).length} 项待数据或结果`,
  });
  const known = ["gov-", "qual-"];
  return [
    { name: "全部学校审定", text: `应报 ${expected} 所，已审定 ${reported} 所`, met: expected > 0 && reported >= expected ? true : null },
    { name: "每所学校（部）达标", text: `${sections} 所中 ${compliantSections} 所达标：至少 6 项指标达到要求，余项不低于 85%`, met: resourceVerdict === null ? null : compliantSections === sections },
    { name: "每项差异系数在限值以内", text: `${all} 项中 ${all - failing - open} 项在限值以内，${failing} 项超限，${open} 项数据不全`, met: failing > 0 ? false : open > 0 || all === 0 ? null : true },
    group("政府保障程度", items.filter(({ item }) => item.startsWith("gov-"))), group("教育质量", items.filter(({ item }) => item.startsWith("qual-"))),
    group("社会认可度", items.filter(({ item }) => item === "recognition")), group("一票否决等其他项目", items.filter(({ item }) => item !== "recognition" && !known.some((prefix) => item.startsWith(prefix)))),
  ].filter(({ text }) => !text.startsWith("0 项中 0 项达标"));
}
