"use client";

import { useActionState, useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { Button } from "@/components/ui/button";
import { EXPERIENCE_ACTS, experienceRule, type ExperienceAct } from "@/lib/experiences/rules";
import { reviewExperience, sendExperience } from "@/lib/experiences/save-experience";

/** What the reader may do with an experience now; words first where they are asked for. */
export function ExperienceActs({ id, version, acts }: { id: string; version: number; acts: ExperienceAct[] }) {
  const [reason, setReason] = useState("");
  const [sent, send, sending] = useActionState(sendExperience, null);
  const [reviewed, review, reviewing] = useActionState(reviewExperience, null);
  if (acts.length === 0) return null;
  const result = sent ?? reviewed;
  const unexplained = result?.ok === false ? result.fields.reason : undefined;
  const run = (act: ExperienceAct) => (experienceRule(act).by === "county" ? send : review)({ id, version, act, reason });
  return (
    <section className="card no-print space-y-3 px-5 py-4" aria-label="办理">
      <h2 className="font-semibold">办理</h2>
      {acts.some((act) => experienceRule(act).reason) ? <TextArea label="原因（退回、不列入、撤出时填写）" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} error={unexplained} /> : null}
      <div className="flex flex-wrap items-center gap-2">{acts.map((act) => <Button key={act} look={experienceRule(act).reason ? "plain" : "primary"} disabled={sending || reviewing} onClick={() => run(act)}>{EXPERIENCE_ACTS[act].label}</Button>)}</div>
      {result && !unexplained ? <p role={result.ok ? "status" : "alert"} className={`text-sm ${result.ok ? "text-pass" : "text-fail"}`}>{result.ok ? `✓ ${result.message}` : `✕ ${result.message}`}</p> : null}
    </section>
  );
}
