"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Button } from "@/components/ui/button";
import { DIRECTIVE_ACTS, directiveRule, type DirectiveAct } from "@/lib/directives/rules";
import { followDirective, replyDirective } from "@/lib/directives/save-directive";

/** What the reader may do with a directive now: words and a day where they are asked, then the act. */
export function DirectiveActs({ id, version, acts }: { id: string; version: number; acts: DirectiveAct[] }) {
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [replied, reply, replying] = useActionState(replyDirective, null);
  const [followed, follow, following] = useActionState(followDirective, null);
  if (acts.length === 0) return null;
  const result = replied ?? followed;
  const fields = result?.ok === false ? result.fields : {};
  const box = "mt-1 block w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail";
  const days = acts.flatMap((act) => directiveRule(act).day ?? []);
  const run = (act: DirectiveAct) => (directiveRule(act).by === "addressed" ? reply : follow)({ id, version, act, text, day: directiveRule(act).day === null ? "" : day });
  return (
    <section className="card no-print space-y-3 px-5 py-4 text-sm" aria-label="办理">
      <h2 className="text-base font-semibold">办理</h2>
      <TextArea label={acts.includes("reply") ? "整改措施和结果" : acts.includes("hold") ? "约谈内容和要求" : "意见"} rows={4} maxLength={3000} value={text} onChange={(event) => setText(event.target.value)} error={fields.text} />
      {days.length > 0 ? <label className="block font-medium">{days.join("、")}<input type="date" value={day} onChange={(event) => setDay(event.target.value)} aria-invalid={fields.day ? true : undefined} className={`${box} max-w-52`} />{fields.day ? <span className="font-normal text-fail">✕ {fields.day}</span> : null}</label> : null}
      <div className="flex flex-wrap gap-2">{acts.map((act) => <Button key={act} look={act === "withdraw" || act === "return" ? "plain" : "primary"} disabled={replying || following} onClick={() => run(act)}>{DIRECTIVE_ACTS[act].label}</Button>)}</div>
      {result && Object.keys(fields).length === 0 ? <p role={result.ok ? "status" : "alert"} className={result.ok ? "text-pass" : "text-fail"}>{result.ok ? `✓ ${result.message}` : `✕ ${result.message}`}</p> : null}
    </section>
  );
}
