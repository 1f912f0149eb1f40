"use client";

import { createContext, useContext, useState, type ReactNode } from "react";
import type { Slip } from "@/lib/accounts/slip";
import { SlipSheet } from "./slip-sheet";

const Desk = createContext<(slips: Slip[]) => void>(() => {});

/** Hands freshly made slips to the top of the page. */
export const useSlipDesk = () => useContext(Desk);

/** Slips lie above everything else until put away; only they are printed. They live in this page's memory alone. */
export function SlipDesk({ children }: { children: ReactNode }) {
  const [slips, setSlips] = useState<Slip[]>([]);
  const add = (fresh: Slip[]) => setSlips((lying) => [...fresh, ...lying.filter(({ username }) => fresh.every((slip) => slip.username !== username))]);
  return (
    <Desk value={add}>
      {slips.length > 0 ? <SlipSheet slips={slips} onDone={() => setSlips([])} /> : null}
      <div className={slips.length > 0 ? "no-print space-y-4" : "space-y-4"}>{children}</div>
    </Desk>
  );
}
