import { scopeOf, type Actor } from "@/lib/access/actor";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope, type Tx } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listCandidates, type Candidate } from "@/lib/experts/list-candidates";
import { listExperts, type ExpertLine } from "@/lib/experts/list-experts";
import { dayOf, shanghaiDay } from "@/lib/time";
import type { Difference } from "./compare-results";
import { compareOnSite } from "./enter-site-value";
import { findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";
import { SITE_FIELDS, siteField } from "./site-fields";
import { LEVELS, type Level } from "./stages";
import { getSnapshot } from "./take-snapshot";

export type SiteLine = { schoolCode: string; school: string; field: string; label: string; unit: string; filed: number | null; found: number; note: string; byName: string; version: number };
export type SchoolToVisit = { code: string; name: string; filed: { field: string; label: string; unit: string; value: number }[] };
export type VisitFacts = {
  visit: { id: string; level: Level; plannedOn: string; team: string; seed: string; pool: number; state: string; findings: string; version: number };
  schools: SchoolToVisit[]; values: SiteLine[]; differences: Difference[];
};
export type SiteVisitView = VisitFacts & { place: Place; today: string; writes: boolean; ends: boolean; experts: ExpertLine[]; candidates: Candidate[] };

/** A visit of experts as whoever may see it sees it: the schools drawn with what they filed, what was found, and what that changes. */
export async function readVisit(tx: Tx, id: string, divisionCode: string): Promise<VisitFacts & { caseId: string; round: number; issuerCode: string }> {
  const found = await tx.certificationVisit.findUnique({ where: { id, divisionCode }, select: { id: true, caseId: true, round: true, level: true, issuerCode: true, plannedOn: true, team: true, seed: true, pool: true, drawn: true, state: true, findings: true, version: true } });
  if (!found) throw notFoundError();
  const { drawn, caseId, round, issuerCode, ...visit } = found;
  const { inputs } = await getSnapshot(tx, caseId, round);
  const values = await tx.certificationSiteValue.findMany({ where: { visitId: id }, orderBy: [{ schoolCode: "asc" }, { updatedAt: "asc" }], select: { schoolCode: true, field: true, filed: true, found: true, note: true, byName: true, version: true } });
  const rows = inputs.rows.filter((school) => drawn.includes(school.code));
  const names = new Map(rows.map((school) => [school.code, school.name]));
  return {
    caseId, round, issuerCode,
    visit: { ...visit, level: LEVELS.find((one) => one === visit.level) ?? "county", plannedOn: dayOf(visit.plannedOn) },
    schools: rows.map((school) => ({ code: school.code, name: school.name, filed: SITE_FIELDS.flatMap(({ key, label, unit, read }) => { const value = read(school); return value === null ? [] : [{ field: key, label, unit, value }]; }) })),
    values: values.flatMap((value) => { const field = siteField(value.field); return field ? [{ ...value, school: names.get(value.schoolCode) ?? value.schoolCode, label: field.label, unit: field.unit }] : []; }),
    differences: await compareOnSite(tx, caseId, round, inputs),
  };
}

/** What the visit's page shows the line of the county: its facts, its experts, and whether the reader's body may still write in it. */
export async function loadSiteVisit(actor: Actor, code: string, id: string): Promise<SiteVisitView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const { caseId, round, issuerCode, ...facts } = await readVisit(tx, id, code);
    const row = await findCase(tx, caseId);
    const standing = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
    const hand = handOf(actor, code);
    const own = facts.visit.state === "planned" && issuerCode === actor.office.divisionCode;
    const writes = own && round === row.round && refuseCaseAct(standing, "visit", hand) === null;
    return {
      ...facts, place, today, writes, ends: own && hand.level !== null && !hand.ownCounty,
      experts: await listExperts(tx, id, new Map(facts.schools.map((school) => [school.code, school.name])), facts.visit.state === "planned", today),
      candidates: writes ? await listCandidates(tx, actor) : [],
    };
  });
}
