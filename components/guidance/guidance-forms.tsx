"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { answerGuidance, postGuidance } from "@/lib/guidance/save-guidance";


/** Sends guidance to a division below; the name is chosen by typing. */
export function SendGuidance({ targets }: { targets: { code: string; name: string }[] }) {
  const [target, setTarget] = useState("");
  const [subject, setSubject] = useState("");
  const [body, setBody] = useState("");
  const [result, send, busy] = useActionState(async (before: Awaited<ReturnType<typeof postGuidance>> | null) => {
    const answer = await postGuidance(before, { divisionCode: target.split(" ")[0] ?? "", subject, body });
    if (answer.ok) { setSubject(""); setBody(""); }
    return answer;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  return (
    <form onSubmit={sending(() => send())} className="space-y-3">
      <TextField id="guidance-to" label="发给" list="guidance-targets" value={target} placeholder="输入名称或代码选择" error={error("divisionCode")} onChange={(event) => setTarget(event.target.value)} />
      <datalist id="guidance-targets">{targets.map((one) => <option key={one.code} value={`${one.code} ${one.name}`} />)}</datalist>
      <TextField id="guidance-subject" label="主题" maxLength={100} value={subject} error={error("subject")} onChange={(event) => setSubject(event.target.value)} />
      <TextArea label="内容" rows={4} maxLength={3000} value={body} onChange={(event) => setBody(event.target.value)} error={error("body")} />
      <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy}>发出</Button><Said result={result} /></div>
    </form>
  );
}

/** Answers guidance, once. */
export function ReplyGuidance({ id, version, subject }: { id: string; version: number; subject: string }) {
  const [reply, setReply] = useState("");
  const [result, send, busy] = useActionState(answerGuidance, null);
  return (
    <form onSubmit={sending(() => send({ id, version, reply }))} className="space-y-2">
      <TextArea label="答复" aria-label={`答复：${subject}`} rows={3} maxLength={3000} value={reply} onChange={(event) => setReply(event.target.value)} />
      <div className="flex items-center gap-3"><Button type="submit" disabled={busy} aria-label={`提交答复：${subject}`}>提交答复</Button>{result?.ok === false ? <span role="alert" className="text-sm text-fail">✕ {result.fields.reply ?? result.message}</span> : null}</div>
    </form>
  );
}
