import { Check, Clock, Minus, TriangleAlert, X } from "lucide-react";
import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "pass" | "fail" | "warn" | "pending" | "neutral";

const LOOK: Record<Tone, { className: string; Icon: typeof Check }> = {
  pass: { className: "bg-pass-soft text-pass", Icon: Check },
  fail: { className: "bg-fail-soft text-fail", Icon: X },
  warn: { className: "bg-warn-soft text-warn", Icon: TriangleAlert },
  pending: { className: "bg-brand-soft text-brand", Icon: Clock },
  neutral: { className: "bg-page text-muted", Icon: Minus },
};

/** A state: always word, icon and colour together. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { className, Icon } = LOOK[tone];
  return (
    <span className={clsx("inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-xs font-medium whitespace-nowrap", className)}>
      <Icon aria-hidden size={13} strokeWidth={2.4} />
      {children}
    </span>
  );
}
