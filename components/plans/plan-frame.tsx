import type { ReactNode } from "react";
import { PlacePage } from "@/components/results/place-page";
import type { Actor } from "@/lib/access/actor";
import type { Place } from "@/lib/divisions/get-place";
import { PlanTabs } from "./plan-tabs";

/** The frame of the pages under 规划与目标. They show all years at once, so the year switch stays away. */
export function PlanFrame({ actor, place, tab, children }: { actor: Actor; place: Place; tab: string; children: ReactNode }) {
  return (
    <PlacePage actor={actor} place={{ ...place, years: [] }} year={null} page="plan">
      <PlanTabs code={place.code} level={place.level} current={tab} />
      {children}
    </PlacePage>
  );
}
