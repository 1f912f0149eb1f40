import { RECOGNITION_PERCENT } from "@/lib/items/share";
import type { CountyOutcome } from "./get-county-results";
import { failingCvs } from "./cvs";

type Tone = "pass" | "fail" | "pending";
export type AspectRow = { name: string; figure: string; unit: string; note: string; tone: Tone; word: string };

const state = (met: boolean | null): { tone: Tone; word: string } => (met === null ? { tone: "pending", word: "数据不全" } : met ? { tone: "pass", word: "达标" } : { tone: "fail", word: "未达标" });

function group(name: string, result: CountyOutcome, prefix: string): AspectRow {
  const items = result.items.filter((item) => item.item.startsWith(prefix));
  const passed = items.filter((item) => item.met === true).length;
  const failed = items.filter((item) => item.met === false);
  const open = items.length - passed - failed.length;
  const met = failed.length > 0 ? false : open > 0 ? null : true;
  const note = [failed.length > 0 ? `${failed.length} 项未达标` : "", open > 0 ? `${open} 项待数据或结果` : ""].filter(Boolean).join("，") || "各项均达标";
  return { name, figure: String(passed), unit: `／ ${items.length} 项达标`, note, ...state(met) };
}

/** The four aspects of a county for the cards of its overview. */
export function countyAspects(result: CountyOutcome): AspectRow[] {
  const cvs = Object.values(result.stages).flatMap((stage) => Object.values(stage.indicators));
  const within = cvs.filter((cv) => cv.cvPass).length;
  const recognition = result.items.find((item) => item.item === "recognition");
  return [
    { name: "资源配置", figure: String(within), unit: `／ ${cvs.length} 项差异系数达标`, note: `学校（部） ${result.compliantSections}／${result.sections} 所达标`,
      ...(failingCvs(result.stages).length > 0 ? state(false) : state(result.resourceVerdict)) },
    group("政府保障程度", result, "gov-"),
    group("教育质量", result, "qual-"),
    { name: "社会认可度", figure: recognition?.value == null ? "—" : (Math.floor(recognition.value * 1000) / 10).toFixed(1), unit: `% 标准 ${RECOGNITION_PERCENT}%`, note: "县级自测，非认定结果", ...state(recognition?.met ?? null) },
  ];
}
