"use client";

import { AlertDialog } from "radix-ui";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { submitFiling } from "@/lib/filings/submit-filing";
import type { Finding } from "@/lib/filings/check";

type Props = { filingId: string; version: number; findings: Finding[]; canSubmit: boolean; schoolName: string; isSettled: () => boolean; onCheck: () => void; onGo: (finding: Finding) => void };

/** Check and submit: what blocks, each with the way to its place; then a box that says what will happen. */
export function SubmitPanel({ filingId, version, findings, canSubmit, schoolName, isSettled, onCheck, onGo }: Props) {
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const [result, submit, busy] = useActionState(submitFiling, null);
  const errors = findings.filter((finding) => finding.severity === "error");
  const press = () => {
    setShown(true);
    onCheck();
    if (errors.length === 0 && canSubmit && isSettled()) setAsking(true);
  };
  return (
    <div className="space-y-3">
      <Button look="primary" disabled={busy} onClick={press}>{canSubmit ? "检查并提交" : "检查填报"}</Button>
      {result?.ok === false ? <p role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm text-fail">{result.message}</p> : null}
      {shown && errors.length > 0 ? (
        <div role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm">
          <p className="font-medium text-fail">还有 {errors.length} 处需要更正：</p>
          <ul className="mt-1 max-h-56 list-inside list-disc overflow-auto">
            {errors.map((finding) => <li key={`${finding.section}.${finding.field}.${finding.message}`}><button type="button" className="link text-left" onClick={() => onGo(finding)}>{finding.message}</button></li>)}
          </ul>
        </div>
      ) : null}
      {shown && errors.length === 0 && !canSubmit ? <p className="rounded bg-pass-soft px-3 py-2 text-sm text-pass">✓ 填报完整，请校长登录后提交。</p> : null}
      <AlertDialog.Root open={asking && !result?.ok} onOpenChange={setAsking}>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/30" />
          <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-lg bg-surface p-6 shadow-xl">
            <AlertDialog.Title className="text-lg font-semibold">提交{schoolName}的自评？</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-sm text-muted">提交后由县级教育行政部门审核，审核期间不能修改；被退回后可以更正再提交。</AlertDialog.Description>
            <form onSubmit={sending(() => submit({ filingId, version }))} className="mt-5 flex justify-end gap-2">
              <AlertDialog.Cancel asChild><Button>再看看</Button></AlertDialog.Cancel>
              <Button type="submit" look="primary" disabled={busy}>{busy ? "正在提交…" : "确认提交"}</Button>
            </form>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </div>
  );
}
