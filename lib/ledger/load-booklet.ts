import { scopeOf, type Actor } from "@/lib/access/actor";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { shanghaiDay } from "@/lib/time";
import { ledgerFilters } from "./filters";
import { ITEM_KEYS } from "./item-names";
import { listAllEntries, type LedgerItem } from "./list-entries";
import { countEntries, type LedgerCounts } from "./list-totals";
import { listYearCells, yearTable, type YearTable } from "./list-years";

export type Booklet = { place: Place; counts: LedgerCounts; years: YearTable; county: LedgerItem[]; schools: { id: string; name: string; entries: LedgerItem[] }[] };

/** The county's ledger whole, school by school in the order of their codes. */
export async function loadBooklet(actor: Actor, code: string): Promise<Booklet> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const entries = await listAllEntries(tx, code, today, ledgerFilters({}));
    const schools = new Map<string, { id: string; name: string; entries: LedgerItem[] }>();
    for (const entry of entries) {
      if (!entry.schoolId) continue;
      const known = schools.get(entry.schoolId) ?? { id: entry.schoolId, name: entry.school ?? "学校", entries: [] };
      known.entries.push(entry);
      schools.set(entry.schoolId, known);
    }
    return { place, counts: await countEntries(tx, code, today), years: yearTable(await listYearCells(tx, code), ITEM_KEYS), county: entries.filter((entry) => entry.level === "county"), schools: [...schools.values()] };
  });
}
