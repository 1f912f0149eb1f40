"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { StatusTag } from "@/components/ui/status-tag";
import { send } from "@/components/visits/use-kept-draft";
import type { ReviewLine } from "@/lib/certification/load-review";
import { OPINION_NAME, needsNote, opinionsFor, type Opinion } from "@/lib/certification/review-items";
import { review } from "@/lib/certification/save-certification";
import { BODY } from "@/lib/certification/stages";
import { Outcome, faultsOf } from "./fields";
import { ReviewTrace } from "./review-trace";

type Given = Record<string, { opinion: Opinion | ""; note: string }>;
const box = "rounded-md border border-line bg-surface px-2 py-1.5 text-sm aria-invalid:border-fail";

/** One group of items: what was computed, what others found, the own opinion. Only what was changed is saved, all or none. */
export function ReviewForm({ code, year, caseId, lines }: { code: string; year: number; caseId: string; lines: ReviewLine[] }) {
  const [given, setGiven] = useState<Given>(() => Object.fromEntries(lines.map(({ key, own }) => [key, { opinion: own?.opinion ?? "", note: own?.note ?? "" }])));
  const changed = lines.filter(({ key, own }) => given[key]?.opinion !== "" && (given[key]?.opinion !== own?.opinion || given[key]?.note !== (own?.note ?? "")));
  const [result, act, busy] = useActionState(() => send(() => review(null, { caseId, opinions: changed.map(({ key, own }) => ({ item: key, opinion: given[key]?.opinion, note: given[key]?.note, version: own?.version ?? 0 })) })), null);
  const faults = faultsOf(result);
  const say = (key: string, part: Partial<Given[string]>) => setGiven((all) => ({ ...all, [key]: { opinion: "", note: "", ...all[key], ...part } }));
  return (
    <form onSubmit={sending(act)} aria-label="逐项审核">
      <ul className="divide-y divide-line/70">
        {lines.map(({ key, number, title, computed, others }) => {
          const own = given[key];
          const faultId = `${key}-fault`;
          const fault = faults[`${key}.opinion`] ?? faults[`${key}.note`];
          return (
            <li key={key} className="grid gap-x-4 gap-y-2 py-3 lg:grid-cols-[1fr_24rem]">
              <div className="text-sm">
                <p className="flex flex-wrap items-center gap-2 font-medium">{number}. {title}{computed.met === null ? null : <StatusTag tone={computed.met ? "pass" : "fail"}>{computed.met ? "平台计算达标" : "平台计算未达标"}</StatusTag>}</p>
                <p className="text-muted">{computed.text}</p>
                <ReviewTrace code={code} year={year} item={key} aside />
                {others.map((one) => <p key={one.level} className="text-muted">{BODY[one.level]}：{OPINION_NAME[one.opinion]}{one.note ? `。${one.note}` : ""}</p>)}
              </div>
              <div className="space-y-1.5">
                <select aria-label={`${title}的意见`} value={own?.opinion ?? ""} aria-invalid={fault ? true : undefined} aria-describedby={fault ? faultId : undefined} onChange={(event) => say(key, { opinion: opinionsFor(key).find((one) => one === event.target.value) ?? "" })} className={`${box} w-full`}>
                  <option value="">未给出意见</option>{opinionsFor(key).map((one) => <option key={one} value={one}>{OPINION_NAME[one]}</option>)}
                </select>
                {own?.opinion && (needsNote(own.opinion) || computed.met === false || own.note) ? <textarea aria-label={`${title}的说明`} rows={2} maxLength={1000} value={own.note} placeholder={needsNote(own.opinion) ? "情况、整改要求" : "依据"} aria-invalid={fault ? true : undefined} onChange={(event) => say(key, { note: event.target.value })} className={`${box} w-full`} /> : null}
                {fault ? <p id={faultId} className="text-sm text-fail">✕ {fault}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="sticky bottom-16 mt-2 flex flex-wrap items-center gap-3 border-t border-line bg-surface py-3 sm:bottom-0">
        <Button type="submit" look="primary" disabled={busy || changed.length === 0}>{changed.length > 0 ? `保存 ${changed.length} 项意见` : "没有改动"}</Button>
        <Outcome result={result} />
      </div>
    </form>
  );
}
