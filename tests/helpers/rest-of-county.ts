import type { ClientBase } from "pg";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { demoCounties, type CountyProfile } from "@/lib/seed/counties";
import { countyFactRows, sizeOf, type Size } from "@/lib/seed/county-facts";
import { filingDataOf } from "@/lib/seed/facts";
import { figuresOf } from "@/lib/seed/figures";
import { addFiling, filingId, files, noRows } from "@/lib/seed/filings";
import { actAs, insertRows } from "@/lib/seed/insert";
import { schoolsOf } from "@/lib/seed/schools";

/** Rows of a filing, children first. */
const FILED = ["filing_comments", "filing_sections", "filing_versions"] as const;

/** Items as the bureau has approved them. */
const approvedItems = (county: { code: string; profile: CountyProfile }, year: number, size: Size) =>
  countyFactRows(county, year - 1, size).map((row) => ({ ...row, year, approved_at: "2026-11-12T02:00:00Z", updated_at: "2026-11-12T02:00:00Z" }));

/**
 * A year in which every school of a demonstration county but `played` has filed and is approved, and the county items are approved, too; the
 * played school has its whole form filled and not handed in. `asOf` says whose year's figures the others report: a later one is a county that has
 * worked well. Sets the stage for a story: what people do is left to people.
 */
export async function fileRestOfCounty(client: ClientBase, { code, year, asOf, played }: { code: string; year: number; asOf: number; played: string }): Promise<void> {
  const county = (await demoCounties()).find((one) => one.code === code);
  if (!county) throw new Error(`${code} is no demonstration county`);
  const { profile } = county;
  const figures = figuresOf(code, schoolsOf(code, county.schools, profile), profile, asOf);
  const rows = noRows();
  for (const one of figures) if (files(one.school)) addFiling(rows, code, one.school, year, filingDataOf(one, profile, year), "closed");
  const own = figures.find((one) => one.school.id === played);
  if (!own) throw new Error(`${played} is no school of ${code}`);
  const others = (list: (typeof rows)["filings"]) => list.filter((row) => row.school_id !== played);
  await client.query("BEGIN");
  await actAs(client, code);
  for (const table of FILED) await client.query(`DELETE FROM ${table} WHERE filing_id IN (SELECT id FROM filings WHERE division_code = $1 AND year = $2)`, [code, year]);
  await client.query("DELETE FROM school_facts WHERE division_code = $1 AND year = $2", [code, year]);
  await client.query("DELETE FROM county_facts WHERE division_code = $1 AND year = $2", [code, year]);
  await client.query("UPDATE filings SET state = 'approved', submitted_number = 1, approved_number = 1, submitted_at = '2026-10-20T02:00:00Z', approved_at = '2026-11-10T02:00:00Z', version = version + 1 WHERE division_code = $1 AND year = $2 AND school_id <> $3", [code, year, played]);
  await client.query("UPDATE filings SET state = 'open', submitted_number = NULL, approved_number = NULL, submitted_at = NULL, approved_at = NULL, version = version + 1 WHERE division_code = $1 AND year = $2 AND school_id = $3", [code, year, played]);
  await insertRows(client, "filing_versions", others(rows.versions));
  await insertRows(client, "school_facts", others(rows.facts));
  await insertRows(client, "county_facts", approvedItems({ code, profile }, year, sizeOf(figures)));
  await client.query("UPDATE filing_years SET completed_at = NULL, standard = NULL, version = version + 1 WHERE division_code = $1 AND year = $2", [code, year]);
  const data = Object.entries(filingDataOf(own, profile, year)).filter(([, values]) => values);
  await insertRows(client, "filing_sections", data.map(([section, values]) => ({ filing_id: filingId(played, year), division_code: code, school_id: played, filed_by_school_id: played, section, data: values ?? {}, updated_by: "demo", updated_at: "2026-11-01T02:00:00Z" })));
  await recomputeCounty(client, code, year);
  await client.query("COMMIT");
}
