"use client";

import { AlertDialog } from "radix-ui";
import { useState, useTransition } from "react";
import { Button, buttonClass, type ButtonLook } from "@/components/ui/button";

type Outcome = { ok: true } | { ok: false; message: string; fields: Record<string, string> };
type Props = {
  label: string;
  /** Says whose it is where the same act stands in many rows. */
  name?: string;
  title: string;
  what: string;
  look: ButtonLook;
  asLink?: boolean;
  askReason?: boolean;
  run: (reason: string) => Promise<Outcome>;
};

/** An act that is asked for before it happens: what it does and, where the procedure wants it, why. */
export function ActButton({ label, name, title, what, look, asLink, askReason, run }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState("");
  const [busy, start] = useTransition();

  const send = () =>
    start(async () => {
      const result = await run(reason);
      if (!result.ok) return setTrouble(result.fields.reason ?? result.message);
      setReason("");
      setOpen(false);
    });
  const change = (shown: boolean) => {
    setTrouble("");
    setOpen(shown);
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Trigger className={asLink ? "link text-sm" : buttonClass(look)} aria-label={name ? `${label}：${name}` : undefined}>{label}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/30" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-lg bg-surface p-6 text-left shadow-xl">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-muted">{what}</AlertDialog.Description>
          {askReason ? (
            <label className="mt-3 block text-sm font-medium">原因
              <textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={2} maxLength={200} aria-invalid={trouble ? true : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail" />
            </label>
          ) : null}
          {trouble ? <p role="alert" className="mt-3 rounded bg-fail-soft px-3 py-2 text-sm text-fail">{trouble}</p> : null}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild><Button>取消</Button></AlertDialog.Cancel>
            <Button look={look} disabled={busy} onClick={send}>{busy ? "正在办理…" : label}</Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
