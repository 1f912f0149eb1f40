import { formatCv } from "@/lib/evaluation/format";
import { failingCvs } from "@/lib/results/cvs";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { reviewItem } from "./review-items";
import type { SnapshotResults } from "./snapshot";

/** One verdict as filed and as found on site. */
export type Difference = { label: string; filed: string; found: string; worse: boolean };

const word = (met: boolean | null) => (met === null ? "尚无结论" : met ? "达标" : "未达标");

/** What the figures found on site change of the verdicts, county first, then coefficients, schools, and the further items. Pure. */
export function compareResults(filed: SnapshotResults, found: SnapshotResults): Difference[] {
  const out: Difference[] = [];
  if (filed.resourceVerdict !== found.resourceVerdict) out.push({ label: "全县资源配置", filed: word(filed.resourceVerdict), found: word(found.resourceVerdict), worse: filed.resourceVerdict === true });
  const failing = { filed: failingCvs(filed.evaluation.stages), found: failingCvs(found.evaluation.stages) };
  for (const side of ["found", "filed"] as const)
    for (const { stage, key } of failing[side]) {
      const other = failing[side === "found" ? "filed" : "found"];
      if (other.some((one) => one.stage === stage && one.key === key)) continue;
      const cv = (results: SnapshotResults) => { const at = results.evaluation.stages[stage]?.indicators[key]; return at?.cv == null ? "尚无结论" : `${formatCv(at.cv, at.cvLimit)}（${word(at.cvPass)}）`; };
      out.push({ label: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数`, filed: cv(filed), found: cv(found), worse: side === "found" });
    }
  const before = new Map(filed.evaluation.sections.map((section) => [`${section.code}/${section.stage}`, section]));
  for (const section of found.evaluation.sections) {
    const old = before.get(`${section.code}/${section.stage}`);
    if (old && old.compliant !== section.compliant) out.push({ label: `${section.school}${STAGE_NAME[section.stage]}部`, filed: word(old.compliant), found: word(section.compliant), worse: old.compliant });
  }
  const items = new Map(filed.items.map((item) => [item.item, item]));
  for (const { item, met, text } of found.items) {
    const old = items.get(item);
    if (old && old.met !== met) out.push({ label: reviewItem(item)?.title ?? "一票否决情形县级自查", filed: `${word(old.met)}（${old.text}）`, found: `${word(met)}（${text}）`, worse: old.met === true });
  }
  return out;
}
