"use client";

import { useState, useSyncExternalStore, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { CHOICES, GROUPS, GROUP_NAME, QUESTIONS, QUESTION_COUNT, isGroup, type Group } from "@/lib/surveys/questionnaire";

const never = () => () => {};
/** What the address carries: a token and the group that it was drawn for; undefined while the server draws the page. */
const useAddress = (name: "t" | "g") => useSyncExternalStore(never, () => new URLSearchParams(window.location.search).get(name) ?? "", () => undefined);

type Outcome = { tone: "pass" | "fail"; text: string } | null;

/** The questionnaire on a phone: group, six questions, one post. What is chosen stays when the net fails. */
export function AnswerForm({ id, sample }: { id: string; sample: boolean }) {
  const [token, drawnFor] = [useAddress("t"), useAddress("g") ?? ""];
  const [chosen, setGroup] = useState<Group | null>(null);
  // Of a token the server knows the group; the address only says whose words are shown.
  const group = sample ? (isGroup(drawnFor) ? drawnFor : "other") : chosen;
  const [choices, setChoices] = useState<(number | null)[]>(Array.from({ length: QUESTION_COUNT }, () => null));
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  if (sample && token === "") return <p role="alert" className="text-fail">这项调查凭答题码作答，请扫描收到的二维码。</p>;
  if (outcome?.tone === "pass") return <p role="status" className="text-lg text-pass">✓ {outcome.text}</p>;
  const missing = choices.findIndex((choice) => choice === null);
  async function send(event: FormEvent) {
    event.preventDefault();
    if (group === null || missing >= 0) { setOutcome({ tone: "fail", text: group === null ? "请先选择您的身份。" : `第 ${missing + 1} 题还没有回答。` }); return; }
    setBusy(true);
    try {
      const answer = await fetch(`/api/survey/${id}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ group, choices, ...(token ? { token } : {}) }) });
      const body: unknown = await answer.json();
      const message = typeof body === "object" && body !== null && "message" in body && typeof body.message === "string" ? body.message : "没有提交成功，请稍后再试。";
      setOutcome(answer.ok ? { tone: "pass", text: "已提交，谢谢您的参与。" } : { tone: "fail", text: message });
    } catch {
      setOutcome({ tone: "fail", text: "网络不通，没有提交；答案还在，请稍后再点提交。" });
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={(event) => void send(event)} className="space-y-5">
      {sample ? null : (
        <fieldset>
          <legend className="font-medium">您的身份</legend>
          <div className="mt-2 grid grid-cols-2 gap-2">{GROUPS.map((one) => <label key={one} className="flex min-h-11 items-center gap-2 rounded-md border border-line px-3"><input type="radio" name="group" checked={group === one} onChange={() => setGroup(one)} />{GROUP_NAME[one]}</label>)}</div>
        </fieldset>
      )}
      {group === null ? null : QUESTIONS[group].map((question, at) => (
        <fieldset key={at}>
          <legend className="font-medium">{at + 1}. {question}，您：</legend>
          <div className="mt-2 grid grid-cols-1 gap-2 sm:grid-cols-5">{CHOICES.map((choice, index) => <label key={choice} className="flex min-h-11 items-center gap-2 rounded-md border border-line px-3"><input type="radio" name={`q${at}`} checked={choices[at] === index} onChange={() => setChoices(choices.map((old, other) => (other === at ? index : old)))} />{choice}</label>)}</div>
        </fieldset>
      ))}
      {outcome ? <p role="alert" className="text-fail">✕ {outcome.text}</p> : null}
      <Button type="submit" look="primary" disabled={busy}>{busy ? "正在提交…" : "提交"}</Button>
      <p className="text-sm text-muted">匿名作答，不收集姓名、电话、学籍等个人信息；结果只按人群汇总。</p>
    </form>
  );
}
