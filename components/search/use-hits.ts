import { useEffect, useState } from "react";
import { z } from "zod/mini";

const answer = z.object({ items: z.array(z.object({ kind: z.enum(["page", "place", "school"]), href: z.string(), title: z.string(), note: z.string() })) });
export type Hit = z.infer<typeof answer>["items"][number];

const WAIT = 150;

type State = { word: string; hits: Hit[]; trouble: string };

async function ask(word: string, signal: AbortSignal): Promise<State> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(word)}`, { signal });
  if (response.status === 401) return { word, hits: [], trouble: "登录已结束，请重新登录。" };
  const parsed = response.ok ? answer.safeParse(await response.json()) : null;
  return parsed?.success ? { word, hits: parsed.data.items, trouble: "" } : { word, hits: [], trouble: "暂时不能搜索，请稍后再试。" };
}

/** Hits for the word, asked for when the typing rests; the answer to an older word is dropped. */
export function useHits(word: string): State & { waiting: boolean } {
  const [state, setState] = useState<State>({ word: "-", hits: [], trouble: "" });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(word, stop.signal).then(setState, () => {
        if (!stop.signal.aborted) setState({ word, hits: [], trouble: "暂时连接不上平台，请检查网络。" });
      });
    }, word ? WAIT : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [word]);
  return { ...state, waiting: state.word !== word };
}
