import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import type { SectionData } from "@/lib/forms/field";
import { getCountyResults, type ItemOutcome } from "@/lib/results/get-county-results";
import { readFact } from "./fact-data";
import { isOwn } from "./find-fact";
import { getOwnPlace } from "./get-own-place";
import { isFactState, type FactState } from "./states";

/** An item as the reader may see it. */
export type FactView = { state: FactState; values: SectionData; statement: string; returnReason: string | null; version: number; own: boolean; unitId: string | null; unitName: string | null };
export type ItemsMode = "decide" | "enter" | "read";
export type ItemsView = {
  place: Place;
  mode: ItemsMode;
  year: number | null;
  /** The name of the reader's unit, for people of units. */
  unit: string | null;
  completed: boolean;
  facts: Partial<Record<string, FactView>>;
  last: Partial<Record<string, SectionData>>;
  results: Partial<Record<string, ItemOutcome>>;
  /** The evidence that stands now, by item. */
  evidence: Partial<Record<string, EvidenceFile[]>>;
  /** Whom the bureau may hand an item to; empty for everybody else. */
  units: { id: string; name: string }[];
};

async function readFacts(tx: Tx, actor: Actor, mode: ItemsMode, code: string, year: number): Promise<Partial<Record<string, FactView>>> {
  const rows = await tx.countyFact.findMany({ where: { divisionCode: code, year, ...(mode === "read" ? { state: "approved" } : {}) } });
  const units = await tx.unit.findMany({ where: { divisionCode: code }, select: { id: true, name: true } });
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return Object.fromEntries(rows.flatMap((row): [string, FactView][] => {
    if (!isFactState(row.state)) return [];
    return [[row.item, { ...readFact(row.data), state: row.state, statement: row.statement, version: row.version, own: isOwn(actor, row.unitId), unitId: row.unitId, unitName: row.unitId ? (names.get(row.unitId) ?? null) : null }]];
  }));
}

/** The approved values of the year before, by item; for a unit those it entered itself. */
async function readLast(tx: Tx, code: string, year: number): Promise<Partial<Record<string, SectionData>>> {
  const rows = await tx.countyFact.findMany({ where: { divisionCode: code, year: year - 1, state: "approved" }, select: { item: true, data: true } });
  return Object.fromEntries(rows.map((row) => [row.item, readFact(row.data).values]));
}

const modeOf = (actor: Actor): ItemsMode => (can(actor, "county-fact.approve") ? "decide" : can(actor, "county-fact.edit") ? "enter" : "read");

/** What /d/[code]/items shows, in one transaction. Whoever only reads sees what is approved. The newest year unless asked. */
export async function loadItems(actor: Actor, code: string, asked: number | undefined): Promise<ItemsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const mode = modeOf(actor);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const unit = actor.office.office === "unit" ? (actor.office.unitName ?? "本单位") : null;
    if (year === null) return { place, mode, year, unit, completed: false, facts: {}, last: {}, results: {}, evidence: {}, units: [] };
    const outcome = await getCountyResults(tx, code, year);
    const results: Partial<Record<string, ItemOutcome>> = Object.fromEntries((outcome?.items ?? []).map((item) => [item.item, item]));
    const completed = place.years.some((entry) => entry.year === year && entry.complete);
    const files = standingAt(await listEvidence(tx, actor, "county_fact", { startsWith: `${code}/${year}/` }));
    const evidence: ItemsView["evidence"] = {};
    for (const file of files) (evidence[file.item] ??= []).push(file);
    const units = mode === "decide" ? await tx.unit.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }) : [];
    return { place, mode, year, unit, completed, evidence, units, facts: await readFacts(tx, actor, mode, code, year), last: await readLast(tx, code, year), results };
  });
}
