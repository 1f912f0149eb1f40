import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import type { StandardView } from "@/lib/local-standard/load-standard";
import { retireReading } from "@/lib/local-standard/retire-reading";
import { READING_KEYS, readingLabel, readingSpec, type ReadingKey } from "@/lib/standard/readings";
import { ChooseForm } from "./choose-form";
import { EntryList, type ListedEntry } from "./entry-list";

/** One uncertain point: which reading holds and why, and what the others would change. */
function Reading({ reading, view }: { reading: ReadingKey; view: StandardView }) {
  const spec = readingSpec(reading);
  const standing = view.standard.readings[reading];
  const choice = view.chosen[reading];
  const decided = choice && choice.value === standing ? `${view.place.trail.find((step) => step.code === choice.divisionCode)?.name ?? ""}选定，依据：${choice.basis}` : view.fixed ? "办结时的口径" : standing === spec.default ? "默认" : "";
  return (
    <li className="py-3 text-sm">
      <p className="font-medium">{spec.question}<span className="font-normal text-muted">（{spec.source}）</span></p>
      <p className="text-muted">{spec.why}</p>
      <ul className="mt-1.5 space-y-1">
        {spec.options.map((option) => (
          <li key={option.value} className="flex flex-wrap items-baseline gap-x-2">
            {option.value === standing ? <StatusTag tone="pass">执行中</StatusTag> : <StatusTag tone="neutral">未采用</StatusTag>}
            <span className={option.value === standing ? "font-medium" : ""}>{option.label}</span>
            <span className="text-muted">{option.value === standing && decided ? `${decided}。` : ""}{option.value === spec.default ? "" : option.effect}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The uncertain points that are computed, and what places have chosen. */
export function ReadingsCard({ view }: { view: StandardView }) {
  const { place, choices, chosen, editable } = view;
  const entries = choices.map((entry): ListedEntry => ({
    ...entry, title: `${readingSpec(entry.reading).question}：${readingLabel(entry.reading, entry.value)}`, place: place.trail.find((step) => step.code === entry.divisionCode)?.name ?? entry.divisionCode,
    state: entry.retiredAt !== null ? { tone: "neutral", word: "已停用" } : chosen[entry.reading]?.id === entry.id && view.standard.readings[entry.reading] === entry.value ? { tone: "pass", word: "本年度执行" } : { tone: "neutral", word: "本年度未执行" },
    own: editable && entry.divisionCode === place.code,
  }));
  return (
    <Card title={`口径 ${READING_KEYS.length} 项`} lead="办法没有写明而影响计算的地方；省、市可以选定，上级已选定的下级不另选。每份结果注明所用口径">
      <ul className="divide-y divide-line">{READING_KEYS.map((reading) => <Reading key={reading} reading={reading} view={view} />)}</ul>
      <h3 className="mt-3 border-t border-line pt-3 font-medium">各级的选定</h3>
      <EntryList code={place.code} entries={entries} retire={retireReading}>上级和本级都没有另选口径，均按默认。</EntryList>
      {editable ? <ChooseForm code={place.code} /> : null}
    </Card>
  );
}
