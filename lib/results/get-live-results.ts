import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { isComplete } from "@/lib/evaluation/evaluate-school";
import { readSection } from "@/lib/filings/read-data";
import { listLiveSchools } from "@/lib/filings/list-live-schools";
import type { CountyOutcome } from "./get-county-results";
import { getStandard } from "./get-standard";
import type { StoredSection } from "./list-sections";
import { computeCounty } from "./recompute-county";

/** 实时数据（未审定）of a county: computed on read from drafts and submissions, never stored. Three queries. */
export async function getLiveResults(tx: Tx, divisionCode: string, year: number): Promise<{ result: CountyOutcome; sections: StoredSection[] }> {
  const rows = await listLiveSchools(tx, divisionCode, year);
  const facts = await tx.countyFact.findMany({ where: { divisionCode, year }, select: { item: true, data: true } });
  const county = Object.fromEntries(facts.map((fact) => [fact.item, readSection(fact.data)]));
  const judgedBy = await getStandard(asQuery(tx), divisionCode, year);
  const { evaluation, items, resourceVerdict, verdict, schoolIds } = computeCounty(divisionCode, year, rows, county, rows.length, judgedBy);
  const sections = evaluation.sections.map((section) => ({ ...section, schoolId: schoolIds.get(section.code) ?? "", complete: isComplete(section) }));
  return {
    sections,
    result: {
      divisionCode, year, expected: rows.length, reported: rows.length, sections: sections.length, compliantSections: sections.filter((section) => section.compliant).length,
      resourceVerdict, verdict, stages: evaluation.stages, items, excluded: evaluation.excluded, standard: evaluation.standard, judgedBy, computedAt: new Date(),
    },
  };
}
