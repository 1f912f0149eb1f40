"use client";

import { useEffect, useState, useTransition } from "react";
import { z } from "zod/mini";
import type { FactView } from "@/lib/counties/load-items";
import { isFactState, type FactState } from "@/lib/counties/states";
import { STATEMENT_KEY } from "@/lib/counties/check";
import type { FactKey } from "@/lib/counties/find-fact";
import type { Stored } from "@/lib/counties/store-fact";
import type { FieldValue, SectionData } from "@/lib/forms/field";
import type { Result } from "@/lib/result";

type Base = { version: number; state: FactState; values: SectionData; statement: string };
type FactAction = (previous: Result<Stored> | null, input: unknown) => Promise<Result<Stored>>;
export type Notice = { ok: boolean; text: string };

const standing = z.object({ version: z.number(), state: z.string(), values: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()])), statement: z.string() });

const baseOf = (fact: FactView | undefined): Base =>
  fact ? { version: fact.version, state: fact.state, values: fact.values, statement: fact.statement } : { version: 0, state: "empty", values: {}, statement: "" };

/** One item on the page: what stands, what is typed over it, and the acts upon it. What is typed stays until it is stored. */
export function useCountyFact(key: FactKey, fact: FactView | undefined) {
  const [base, setBase] = useState(() => baseOf(fact));
  const [values, setValues] = useState(base.values);
  const [statement, setStatement] = useState(base.statement);
  const [dirty, setDirty] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [notice, setNotice] = useState<Notice | null>(null);
  const [conflict, setConflict] = useState<Base | null>(null);
  const [busy, start] = useTransition();

  const take = (next: Base) => {
    setBase(next);
    setValues(next.values);
    setStatement(next.statement);
    setDirty(false);
    setErrors({});
  };
  // The page was loaded anew by another item's act: what is newer is shown, unless something is typed over it.
  if (fact && fact.version > base.version && !dirty && !busy) take(baseOf(fact));

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  const without = (field: string) => setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== field)));
  const change = (field: string, value: FieldValue) => {
    setValues((before) => ({ ...before, [field]: value }));
    setDirty(true);
    without(field);
  };
  const explain = (text: string) => {
    setStatement(text);
    setDirty(true);
    without(STATEMENT_KEY);
  };

  const receive = (result: Result<Stored>) => {
    setNotice({ ok: result.ok, text: result.message ?? "" });
    if (result.ok) {
      setErrors({});
      setBase({ version: result.data.version, state: result.data.state, values, statement });
      setDirty(false);
      return true;
    }
    setErrors(result.fields);
    const theirs = standing.safeParse(result.data);
    if (theirs.success && isFactState(theirs.data.state)) setConflict({ ...theirs.data, state: theirs.data.state });
    return false;
  };

  /** Runs an act with what is typed; a lost connection leaves everything as it is. */
  const run = (action: FactAction, more: Record<string, unknown> = {}, then?: () => void) =>
    start(async () => {
      try {
        const result = await action(null, { ...key, version: base.version, values, statement, ...more });
        start(() => { if (receive(result)) then?.(); });
      } catch {
        start(() => setNotice({ ok: false, text: "没有连上服务器，填写的内容还在本页，请稍后再试。" }));
      }
    });

  const settle = (keep: "mine" | "theirs") => {
    if (!conflict) return;
    if (keep === "theirs") take(conflict);
    else setBase(conflict);
    setConflict(null);
    setNotice({ ok: true, text: keep === "mine" ? "已保留您填写的内容，请再次保存。" : "已换成他人保存的内容。" });
  };

  return { base, values, statement, dirty, errors, notice, conflict, busy, change, explain, run, settle, reset: () => take(base) };
}
export type CountyFactForm = ReturnType<typeof useCountyFact>;
