import { Card } from "@/components/ui/card";
import type { StandardView } from "@/lib/local-standard/load-standard";
import { retireThreshold } from "@/lib/local-standard/retire-threshold";
import { formatThreshold } from "@/lib/evaluation/format";
import { standardDay } from "@/lib/standard/in-force";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { EntryList, type ListedEntry } from "./entry-list";
import { RaiseForm } from "./raise-form";

type Entry = StandardView["overrides"][number];

/** Whether an entry decides in the year shown, or why not. */
function stateOf(entry: Entry, { standard, judged, fixed }: StandardView): ListedEntry["state"] {
  const day = standardDay(judged);
  if (entry.retiredAt !== null) return { tone: "neutral", word: "已停用" };
  if (day < entry.validFrom || (entry.validTo !== null && day > entry.validTo)) return { tone: "neutral", word: "本年度不在有效期" };
  const value = standard.thresholds[entry.indicator][entry.stage];
  return value === entry.value ? { tone: "pass", word: "本年度执行" } : fixed ? { tone: "neutral", word: "本年度办结时未执行" } : { tone: "warn", word: `已被更高的 ${formatThreshold(value)} 取代` };
}

/** The thresholds that the place and those above it have raised. */
export function RaisedCard({ view }: { view: StandardView }) {
  const { place, overrides, editable, standard } = view;
  const nameOf = (code: string) => place.trail.find((step) => step.code === code)?.name ?? code;
  const entries = overrides.map((entry): ListedEntry => ({
    ...entry, title: `${STAGE_NAME[entry.stage]}${INDICATORS[entry.indicator].name}：${formatThreshold(entry.value)} ${INDICATORS[entry.indicator].unit}`,
    place: nameOf(entry.divisionCode), state: stateOf(entry, view), own: editable && entry.divisionCode === place.code,
  }));
  return (
    <Card title="提高的标准值" lead="国家 ← 省 ← 市：各级可以提高，取最高者">
      <EntryList code={place.code} entries={entries} retire={retireThreshold}>{place.level === "nation" ? "国家标准不作提高；各省、市提高的标准值见其页面。" : "上级和本级都没有提高标准值。"}</EntryList>
      {editable ? <RaiseForm code={place.code} thresholds={standard.thresholds} /> : null}
    </Card>
  );
}
