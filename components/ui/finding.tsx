import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./status-tag";

const EDGE: Record<Tone, string> = { pass: "border-l-pass", fail: "border-l-fail", warn: "border-l-warn", pending: "border-l-brand", neutral: "border-l-line" };

/** The answer that opens a page: one computed sentence, and what proves it. */
export function Finding({ tone, sentence, children }: { tone: Tone; sentence: string; children?: ReactNode }) {
  return (
    <section className={clsx("card border-l-4 px-5 py-4", EDGE[tone])} aria-label="结论">
      <h1 className="text-lg leading-relaxed font-semibold text-balance">{sentence}</h1>
      {children ? <div className="mt-1 text-sm text-muted">{children}</div> : null}
    </section>
  );
}
