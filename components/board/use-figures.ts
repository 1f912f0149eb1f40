"use client";

import { useEffect, useState } from "react";
import { boardView, type BoardView } from "@/lib/board/schema";

/** A minute: the figures change by approvals, not by the second. */
export const EVERY_MS = 60_000;

export type Trouble = "unreachable" | "signedOut" | null;

async function ask(code: string, signal: AbortSignal): Promise<BoardView | Exclude<Trouble, null>> {
  const answer = await fetch(`/d/${code}/board/figures`, { cache: "no-store", signal });
  if (answer.redirected || answer.status === 401) return "signedOut";
  if (!answer.ok) return "unreachable";
  const read = boardView.safeParse(await answer.json());
  return read.success ? read.data : "unreachable";
}

/** The newest figures that arrived, and what keeps newer ones away. What was shown stays until better comes. */
export function useFigures(code: string, first: BoardView): { view: BoardView; trouble: Trouble } {
  const [view, setView] = useState(first);
  const [trouble, setTrouble] = useState<Trouble>(null);
  useEffect(() => {
    const gone = new AbortController();
    const timer = setInterval(() => {
      ask(code, gone.signal)
        .then((found) => {
          if (typeof found === "string") return setTrouble(found);
          setView(found);
          setTrouble(null);
        })
        // A lost network ends here, a page that is left too.
        .catch(() => { if (!gone.signal.aborted) setTrouble("unreachable"); });
    }, EVERY_MS);
    return () => { clearInterval(timer); gone.abort(); };
  }, [code]);
  return { view, trouble };
}
