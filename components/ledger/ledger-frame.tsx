import type { ReactNode } from "react";
import { CountyFrame } from "@/components/shell/county-frame";
import type { Actor } from "@/lib/access/actor";
import type { Place } from "@/lib/divisions/get-place";

/** The frame of ledger, requests and interviews: these run on from year to year, so there is no year to choose. */
export function LedgerFrame({ actor, place, page, children }: { actor: Actor; place: Place; page: "ledger" | "requests" | "interviews" | "surveys" | "directives"; children: ReactNode }) {
  return <CountyFrame actor={actor} place={{ ...place, years: [] }} year={null} page={page}>{children}</CountyFrame>;
}
