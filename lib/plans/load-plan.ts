import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { findPlan, planRole, type PlanStanding } from "./find-plan";
import { listChanges, type PlanChangeView } from "./list-changes";
import { listPlan, type PlanGrid } from "./list-plan";
import { listReached, listShares, type Reached, type ShareTargetView } from "./list-shares";
import type { PlanRole } from "./rules";

export type PlanView = { place: Place; plan: PlanStanding; grid: PlanGrid; role: PlanRole | null };

/** What /d/[code]/plan of a province or a city shows. */
export async function loadPlan(actor: Actor, code: string): Promise<PlanView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "province" && place.level !== "city") throw notFoundError();
    const plan = await findPlan(tx, code);
    return { place, plan, grid: await listPlan(tx, code), role: planRole(actor, code) };
  });
}

/** The history page of a province's or city's plan. */
export async function loadPlanHistory(actor: Actor, code: string): Promise<{ place: Place; changes: PlanChangeView[] }> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "province" && place.level !== "city") throw notFoundError();
    return { place, changes: await listChanges(tx, code) };
  });
}

export type SharesView = { place: Place; /** The result year that is shown of the whole and of every part: that of the overview. */ year: number | null; shares: ShareTargetView[]; whole: Reached[]; children: (Reached & { name: string })[]; provinces: { code: string; name: string; counties: number; planned: number }[]; plan: PlanStanding; manages: boolean };

/** Shares by year against the stored verdicts: of the nation with its provinces, or of a province with its cities. */
export async function loadShares(actor: Actor, code: string): Promise<SharesView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "nation" && place.level !== "province") throw notFoundError();
    const children = await listReached(tx, code, place.level, "children");
    const below = await tx.$queryRaw<{ code: string; name: string; counties: number; planned: number }[]>`
      SELECT d.code, d.name, count(c.code)::int AS counties, count(p.year)::int AS planned
      FROM divisions d JOIN divisions c ON c.level = 'county' AND c.valid_to IS NULL AND left(c.code, length(d.code)) = d.code LEFT JOIN plan_cells p ON p.division_code = c.code
      WHERE d.parent_code = ${code} GROUP BY d.code, d.name ORDER BY d.code`;
    const names = new Map(below.map((row) => [row.code, row.name]));
    return {
      place,
      year: chooseYear(place, undefined),
      shares: await listShares(tx, code),
      whole: await listReached(tx, code, place.level, "whole"),
      children: children.map((row) => ({ ...row, name: names.get(row.code) ?? "" })),
      provinces: below,
      plan: await findPlan(tx, code),
      manages: planRole(actor, code) === "province" && place.level === "province",
    };
  });
}
