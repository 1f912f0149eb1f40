import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { placeName } from "@/lib/divisions/place-name";
import { storedItems } from "@/lib/results/get-county-results";
import { watchYear, type WatchYear } from "./monitoring";

export type Warning = { caseId: string; code: string; county: string; watch: WatchYear; /** Bodies that have recorded their own monitoring of that year. */ recordedBy: string[] };

type Row = { id: string; code: string; path: string; lag: number; year: number; expected: number; reported: number; sections: number; compliant: number; cvs: number; within: number; resource: boolean | null; verdict: boolean | null; items: unknown; recorded: string[] };

/** Recognised counties below a place whose latest decided year has slipped below the standard: an early warning, in the order of codes. Two queries. */
export async function readWarnings(tx: Tx, place: string): Promise<Warning[]> {
  const [low, high] = codeRange(place);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.division_code AS code, d.path, b.year - b.figures_year AS lag, r.year, r.expected, r.reported, r.sections, r.compliant_sections AS compliant, r.cv_count AS cvs, r.cv_within_limit AS within,
      r.resource_verdict AS resource, r.verdict, r.items, ARRAY(SELECT m.issuer_code FROM certification_monitors m WHERE m.case_id = c.id AND m.year = r.year + b.year - b.figures_year) AS recorded
    FROM certification_cases c JOIN certification_batches b ON b.id = c.batch_id JOIN divisions d ON d.code = c.division_code
      JOIN LATERAL (SELECT * FROM county_results r WHERE r.division_code COLLATE "C" = c.division_code AND r.year > c.figures_year AND r.verdict IS NOT NULL ORDER BY r.year DESC LIMIT 1) r ON r.verdict = false
    WHERE c.stage = 'recognised' AND c.division_code COLLATE "C" >= ${low} AND c.division_code COLLATE "C" < ${high} ORDER BY c.division_code`;
  const read = await tx.division.findUnique({ where: { code: place }, select: { path: true } });
  return rows.map(({ id, code, path, lag, items, recorded, ...row }) => ({
    caseId: id, code, county: placeName(path, read?.path ?? ""), recordedBy: recorded,
    watch: watchYear({ year: row.year, expected: row.expected, reported: row.reported, sections: row.sections, compliantSections: row.compliant, cvCount: row.cvs, cvWithinLimit: row.within, resourceVerdict: row.resource, verdict: row.verdict, items: storedItems.parse(items) }, lag),
  }));
}

const FIGURES = { year: true, expected: true, reported: true, sections: true, compliantSections: true, cvCount: true, cvWithinLimit: true, resourceVerdict: true, verdict: true, items: true } as const;

/** Every year of running data since the figures that a county was recognised by, the newest first. One query. */
export async function readWatch(tx: Tx, { divisionCode, figuresYear }: { divisionCode: string; figuresYear: number }, batchYear: number): Promise<WatchYear[]> {
  const rows = await tx.countyResult.findMany({ where: { divisionCode, year: { gt: figuresYear } }, orderBy: { year: "desc" }, select: FIGURES });
  return rows.map((row) => watchYear({ ...row, items: storedItems.parse(row.items) }, batchYear - figuresYear));
}
