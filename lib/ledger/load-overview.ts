import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { countRequests, type RequestCount } from "@/lib/requests/list-requests";
import { shanghaiDay } from "@/lib/time";
import { listLedgerTotals, type ChildLedger } from "./list-totals";

export type LedgerOverview = { place: Place; totals: ChildLedger[]; requests: RequestCount };

/** What /d/[code]/ledger of the nation, a province or a city shows. */
export async function loadLedgerOverview(actor: Actor, code: string): Promise<LedgerOverview> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    return { place, totals: await listLedgerTotals(tx, code, place.level, shanghaiDay(new Date())), requests: await countRequests(tx, code) };
  });
}
