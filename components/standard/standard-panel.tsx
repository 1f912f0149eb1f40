import { Finding } from "@/components/ui/finding";
import type { StandardView } from "@/lib/local-standard/load-standard";
import { yearName } from "@/lib/results/years";
import { raisedThresholds } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, STAGES, STANDARD_NAME } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, VETO_ITEMS } from "@/lib/standard/items";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { READING_KEYS } from "@/lib/standard/readings";
import { GlossaryCard } from "./glossary-card";
import { IndicatorCard } from "./indicator-card";
import { ItemsCard } from "./items-card";
import { RaisedCard } from "./raised-card";
import { ReadingsCard } from "./readings-card";
import { RelaxationsCard } from "./relaxations-card";

function sentence({ place, judged, standard }: StandardView): string {
  const [raised, all] = [raisedThresholds(standard).length, INDICATOR_KEYS.length * STAGES.length];
  const chosen = READING_KEYS.filter((key) => standard.readings[key] !== DEFAULT_READINGS[key]).length;
  return `${place.name}${yearName(judged)}执行${STANDARD_NAME}：${all} 个标准值${raised > 0 ? `中 ${raised} 个高于国家标准` : "均为国家标准"}，${chosen > 0 ? `${chosen} 项口径不同于默认` : "各项口径均为默认"}。`;
}

const leadOf = ({ place, fixed, editable }: StandardView): string => {
  if (fixed) return "本年度已办结，结果和更正均按办结时的标准和口径，此后的变动不影响这一年度。";
  if (editable) return "省、市可以提高标准值，不得低于上级标准；提高和选定口径须有依据文件。以当年 9 月 1 日有效的为准，保存后所辖县未办结年度的结果随即重新计算。";
  return place.level === "nation" ? "省、市可以提高标准值，不得降低。" : "省、市可以提高标准值，不得降低；以当年 9 月 1 日有效的为准。";
};

/** The standard of a place and year: the finding, the seven indicators, what was raised and chosen, and every item in its words. */
export function StandardPanel({ view }: { view: StandardView }) {
  return (
    <>
      <Finding tone="neutral" sentence={sentence(view)}>{leadOf(view)}</Finding>
      <IndicatorCard standard={view.standard} />
      <RaisedCard view={view} />
      <ReadingsCard view={view} />
      <RelaxationsCard reading={view.standard.readings.relaxations} />
      <ItemsCard title="政府保障程度 15 项" lead="须全部达标" items={GOVERNMENT_ITEMS} />
      <ItemsCard title="教育质量 9 项" lead="须全部达标" items={QUALITY_ITEMS} />
      <ItemsCard title="社会认可度 1 项" lead="对学生、家长、教师、校长、人大代表、政协委员等调查" items={[RECOGNITION_ITEM]} />
      <ItemsCard title="一票否决 6 种情形" lead="任何一种经查实，不予认定" items={VETO_ITEMS} />
      <GlossaryCard />
    </>
  );
}
