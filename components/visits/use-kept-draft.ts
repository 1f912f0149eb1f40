"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod/mini";
import type { Result } from "@/lib/result";

const read = <T,>(key: string, shape: z.ZodMiniType<T>): T | null => {
  try {
    const kept = shape.safeParse(JSON.parse(window.localStorage.getItem(key) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    return null; // private mode, or something else wrote there: the page still holds what is typed
  }
};

/** What is typed, kept on the machine until it has been saved: a visit is recorded where the connection is bad. */
export function useKeptDraft<T>(key: string, initial: T, shape: z.ZodMiniType<T>) {
  const [draft, setDraft] = useState(initial);
  const [recovered, setRecovered] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => {
      const kept = read(key, shape);
      if (kept === null) return;
      setDraft(kept);
      setRecovered(true);
    });
    return () => clearTimeout(soon);
  }, [key, shape]);
  const change = useCallback((next: T) => {
    setDraft(next);
    try {
      window.localStorage.setItem(key, JSON.stringify(next));
    } catch {
      return;
    }
  }, [key]);
  /** Saved: nothing is kept on the machine any more; the page may go on from `next`. */
  const forget = useCallback((next?: T) => {
    setRecovered(false);
    if (next !== undefined) setDraft(next);
    try {
      window.localStorage.removeItem(key);
    } catch {
      return;
    }
  }, [key]);
  return { draft, change, forget, recovered };
}

/** Sends, and turns a lost connection into a sentence instead of an error page. */
export async function send<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch {
    return { ok: false, message: "网络不通，没有发出。填写的内容已保存在本机，有网络时再点一次。", fields: {} };
  }
}
