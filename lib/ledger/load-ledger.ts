import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { countRequests, type RequestCount } from "@/lib/requests/list-requests";
import { shanghaiDay } from "@/lib/time";
import type { LedgerFilters } from "./filters";
import { ITEM_KEYS } from "./item-names";
import { pageEntries, type LedgerPage } from "./list-entries";
import { countEntries, listOwnerTotals, type LedgerCounts, type OwnerLedger } from "./list-totals";
import { listYearCells, yearTable, type YearTable } from "./list-years";

export type LedgerView = {
  place: Place; today: string; counts: LedgerCounts; page: LedgerPage | null; owners: OwnerLedger[]; years: YearTable | null; units: { id: string; name: string }[]; manages: boolean;
  /** Years with stored results for 自查, those whose schools are all approved first, else newest first; the year that the ledger was last held against. */
  checkYears: { year: number; whole: boolean }[]; checkedYear: number | null; requests: RequestCount;
};

/** What /d/[code]/ledger of a county shows; people of a unit see what their unit has to mend. */
export async function loadLedger(actor: Actor, code: string, filters: LedgerFilters): Promise<LedgerView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const manages = can(actor, "ledger.manage") && actor.office.divisionCode === code;
    const computed = manages ? await tx.countyResult.findMany({ where: { divisionCode: code, reported: { gt: 0 } }, orderBy: { year: "desc" }, select: { year: true, expected: true, reported: true } }) : [];
    const checked = await tx.ledgerEntry.aggregate({ where: { divisionCode: code }, _max: { dataYear: true } });
    return {
      place, today, manages,
      counts: await countEntries(tx, code, today),
      page: filters.view === "list" ? await pageEntries(tx, code, today, filters) : null,
      owners: filters.view === "owners" ? await listOwnerTotals(tx, code, today) : [],
      years: filters.view === "years" ? yearTable(await listYearCells(tx, code), ITEM_KEYS) : null,
      units: await tx.unit.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }),
      checkYears: computed.map(({ year, expected, reported }) => ({ year, whole: reported >= expected })).sort((a, b) => Number(b.whole) - Number(a.whole)), checkedYear: checked._max.dataYear, requests: await countRequests(tx, code),
    };
  });
}
