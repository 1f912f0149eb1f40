"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod/mini";
import type { FieldValue, SectionData } from "@/lib/forms/field";

export type SaveState = { kind: "saved"; at: string | null } | { kind: "saving" } | { kind: "offline" } | { kind: "expired" } | { kind: "refused"; message: string };
/** What another person saved meanwhile: the section, its version and its values. */
export type Conflict = { section: string; version: number; theirs: SectionData; mine: SectionData };

type Pending = Record<string, SectionData>;

const saved = z.object({ version: z.number(), errors: z.record(z.string(), z.string()), savedAt: z.string() });
const refused = z.object({ message: z.string(), data: z.optional(z.unknown()) });
const standing = z.object({ version: z.number(), values: z.record(z.string(), z.any()) });

const DELAY = 800;
const RETRY = 5_000;

function remembered(key: string): Pending {
  try {
    const text = window.localStorage.getItem(key);
    return text ? JSON.parse(text) : {};
  } catch {
    return {}; // private mode or a full store: the page itself still holds what was typed
  }
}

function remember(key: string, pending: Pending): void {
  try {
    if (Object.keys(pending).length === 0) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(pending));
  } catch {
    return;
  }
}

/** Saves changed fields section by section; keeps what could not be sent in the page and on the machine until it can be. */
export function useAutosave(filingId: string, initialVersions: Record<string, number>) {
  const storageKey = `youjun-filing-${filingId}`;
  const versions = useRef({ ...initialVersions });
  const pending = useRef<Pending>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const flushRef = useRef<() => Promise<void>>(async () => undefined);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const later = useCallback((delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flushRef.current(), delay);
  }, []);

  const send = useCallback(async (section: string, values: SectionData): Promise<boolean> => {
    let response: Response;
    try {
      response = await fetch(`/api/filings/${filingId}/sections/${section}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ base: versions.current[section] ?? 0, values }),
      });
    } catch {
      setState({ kind: "offline" });
      later(RETRY);
      return false;
    }
    const body: unknown = await response.json().catch(() => null);
    const done = response.ok ? saved.safeParse(body) : undefined;
    if (done?.success) {
      versions.current[section] = done.data.version;
      setErrors((before) => ({ ...Object.fromEntries(Object.entries(before).filter(([key]) => !(key.startsWith(`${section}.`) && key.slice(section.length + 1) in values))),
        ...Object.fromEntries(Object.entries(done.data.errors).map(([key, message]) => [`${section}.${key}`, message])) }));
      setState({ kind: "saved", at: done.data.savedAt });
      return true;
    }
    const said = refused.safeParse(body);
    const theirs = said.success ? standing.safeParse(said.data.data) : undefined;
    if (response.status === 409 && theirs?.success) setConflict({ section, version: theirs.data.version, theirs: theirs.data.values, mine: values });
    else if (response.status === 401) setState({ kind: "expired" });
    else if (response.status >= 500) {
      setState({ kind: "offline" });
      later(RETRY);
    } else setState({ kind: "refused", message: said.success ? said.data.message : "没有保存成功，请刷新后重试。" });
    return false;
  }, [filingId, later]);

  const flush = useCallback(async () => {
    if (busy.current) return later(DELAY);
    const [section] = Object.keys(pending.current);
    if (section === undefined) return;
    const values = pending.current[section] ?? {};
    busy.current = true;
    setState({ kind: "saving" });
    const sent = await send(section, values);
    busy.current = false;
    if (!sent) return;
    const rest = Object.fromEntries(Object.entries(pending.current[section] ?? {}).filter(([key, value]) => value !== values[key]));
    if (Object.keys(rest).length === 0) delete pending.current[section];
    else pending.current[section] = rest;
    remember(storageKey, pending.current);
    if (Object.keys(pending.current).length > 0) later(0);
  }, [later, send, storageKey]);

  useEffect(() => {
    flushRef.current = flush;
  }, [flush]);

  const change = useCallback((section: string, key: string, value: FieldValue) => {
    pending.current = { ...pending.current, [section]: { ...pending.current[section], [key]: value } };
    remember(storageKey, pending.current);
    later(DELAY);
  }, [later, storageKey]);

  /** What an earlier visit could not send, to be shown and sent again. */
  const recover = useCallback((): Pending => {
    const left = remembered(storageKey);
    pending.current = left;
    if (Object.keys(left).length > 0) later(0);
    return left;
  }, [later, storageKey]);

  /** Ends a conflict: keep mine over theirs, or take theirs and drop mine. */
  const settle = useCallback((keep: "mine" | "theirs") => {
    if (!conflict) return;
    versions.current[conflict.section] = conflict.version;
    if (keep === "theirs") delete pending.current[conflict.section];
    remember(storageKey, pending.current);
    setConflict(null);
    later(0);
  }, [conflict, later, storageKey]);

  useEffect(() => {
    const retry = () => later(0);
    const warn = (event: BeforeUnloadEvent) => { if (Object.keys(pending.current).length > 0) event.preventDefault(); };
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
      clearTimeout(timer.current);
    };
  }, [later]);

  const isSettled = useCallback(() => Object.keys(pending.current).length === 0, []);
  return { state, errors, conflict, change, recover, settle, isSettled };
}
