import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { NATIONAL_GOAL } from "@/lib/plans/rules";
import { listReached, listShares } from "@/lib/plans/list-shares";
import { listTargets } from "@/lib/targets/list-targets";
import { shareOutcome } from "@/lib/targets/rules";
import { listOf, targetItem } from "./shapes";

const SHARE = "share";
const AIM = "shareAim";

/** A county's yearly targets; the shares of a province (its own, with what it strives for) and of the nation. A city sets none. */
export async function listTargetAnswer(tx: Tx, actor: Actor, code: string) {
  const place = await getPlace(tx, actor, code);
  const answer = (items: { year: number; measure: string; target: number; actual: number | null }[]) => listOf(targetItem).parse({ items, total: items.length, nextCursor: null });
  if (place.level === "county") return answer((await listTargets(tx, code)).sort((a, b) => a.year - b.year));
  if (place.level === "city") return answer([]);
  const reached = new Map((await listReached(tx, code, place.level, "whole")).map((row) => [row.year, row]));
  const item = (year: number, measure: string, target: number) => {
    const row = reached.get(year);
    return { year, measure, target, actual: row ? shareOutcome(target, row).actual : null };
  };
  if (place.level === "nation") return answer([item(NATIONAL_GOAL.year, SHARE, NATIONAL_GOAL.share)]);
  return answer((await listShares(tx, code)).flatMap((row) => [item(row.year, SHARE, row.shareMin), ...(row.shareAim > row.shareMin ? [item(row.year, AIM, row.shareAim)] : [])]));
}
