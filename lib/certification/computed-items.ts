import { formatCv } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, STAGE_NAME, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { VETO_FIELDS } from "@/lib/items/veto";
import type { SnapshotResults } from "./snapshot";

/** What the platform computed of one reviewed item from the submitted data. `met` null: it computes no verdict. */
export type ComputedItem = { met: boolean | null; text: string };

function indicator(results: SnapshotResults, key: IndicatorKey): ComputedItem {
  const stages = STAGES.flatMap((stage) => { const found = results.evaluation.stages[stage]; return found ? [{ stage, sections: found.sections, ...found.indicators[key] }] : []; });
  const text = stages.map(({ stage, sections, sectionsAtStandard, cv, cvLimit }) => `${STAGE_NAME[stage]}差异系数 ${cv === null ? "尚无结论" : formatCv(cv, cvLimit)}，${sectionsAtStandard}／${sections} 所达到标准值`).join("；");
  return { met: stages.length === 0 || stages.some(({ cv }) => cv === null) ? null : stages.every(({ cvPass }) => cvPass), text: text || "没有数据" };
}

/** The platform's own finding on an item that is reviewed, so that an opinion against it is given knowingly. Pure. */
export function computedItem(results: SnapshotResults, key: string): ComputedItem {
  const known = INDICATOR_KEYS.find((one) => one === key);
  if (known) return indicator(results, known);
  if (key.startsWith("veto-")) {
    const veto = results.items.find(({ item }) => item === "veto");
    return { met: null, text: `${VETO_FIELDS.length} 种情形县级自查：${veto?.text ?? "没有数据"}` };
  }
  const item = results.items.find((one) => one.item === key);
  return item ? { met: item.met, text: item.text } : { met: null, text: "没有数据" };
}
