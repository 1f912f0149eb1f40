import type { Client } from "pg";
import { DEADLINES, seedCertification, seedCourse } from "@/lib/seed/certification";
import { EXAMPLE_COUNTY } from "@/lib/seed/example-county";
import { seedNominations } from "@/lib/seed/nominations";

const COUNTIES = ["410185", EXAMPLE_COUNTY];
/** Children first. */
const COURSE = ["certification_expert_opinions", "certification_experts", "certification_relaxations", "certification_monitors", "certification_site_values", "certification_visits", "certification_steps", "certification_reviews", "certification_acceptances", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases"];
const YEAR = ["section_results", "stage_results", "county_results", "school_facts", "county_facts"];
const FILED = ["filing_comments", "filing_sections", "filing_versions"];
const BATCH = "2026";

async function clearCases(client: Client, counties: readonly string[]): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  for (const table of COURSE) await client.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [counties]);
}

async function clear(client: Client): Promise<void> {
  await clearCases(client, COUNTIES);
  for (const table of ["nomination_events", "nomination_reviews"]) await client.query(`DELETE FROM ${table} WHERE nomination_id IN (SELECT id FROM nominations WHERE batch_id = 'demo-second')`);
  for (const table of ["nominations", "nomination_lists"]) await client.query(`DELETE FROM ${table} WHERE batch_id = 'demo-second'`);
  await client.query("DELETE FROM nomination_batches WHERE id = 'demo-second'");
  await client.query("DELETE FROM file_links WHERE entity IN ('certification', 'nomination') AND division_code = ANY ($1)", [COUNTIES]);
  await client.query("DELETE FROM ledger_events WHERE entry_id IN (SELECT id FROM ledger_entries WHERE division_code = $1 AND source = 'review')", [EXAMPLE_COUNTY]);
  await client.query("DELETE FROM ledger_entries WHERE division_code = $1 AND source = 'review'", [EXAMPLE_COUNTY]);
  await client.query("UPDATE ledger_entries SET retired_at = NULL WHERE division_code = $1 AND source = 'basic_balance'", [COUNTIES[0]]);
  await client.query("DELETE FROM directives WHERE division_code = $1", [EXAMPLE_COUNTY]);
  for (const table of YEAR) await client.query(`DELETE FROM ${table} WHERE division_code = $1 AND year > 2026`, [EXAMPLE_COUNTY]);
  for (const table of FILED) await client.query(`DELETE FROM ${table} WHERE filing_id IN (SELECT id FROM filings WHERE division_code = $1 AND year > 2026)`, [EXAMPLE_COUNTY]);
  for (const table of ["filings", "filing_years"]) await client.query(`DELETE FROM ${table} WHERE division_code = $1 AND year > 2026`, [EXAMPLE_COUNTY]);
}

/** What was found at the 基本均衡 recognition is out of the county's ledger, as if it had been closed: a nomination asks for it. */
export async function solveBasicProblems(client: Client): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', false)");
  await client.query("UPDATE ledger_entries SET retired_at = now() WHERE division_code = $1 AND source = 'basic_balance' AND retired_at IS NULL", [COUNTIES[0]]);
}

/** The stage of the courses: neither county has begun, and the batch is open on every day that they are played. */
export async function stageCourses(client: Client): Promise<void> {
  await client.query("BEGIN");
  await clear(client);
  await seedNominations(client);
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  await client.query("UPDATE certification_batches SET deadlines = '{}' WHERE id = $1", [BATCH]);
  await client.query("COMMIT");
}

/** As the demonstration was: 登封 in 市级复核, 示例县 not begun, the batch with its days. */
export async function restoreCourses(client: Client): Promise<void> {
  await client.query("BEGIN");
  await clear(client);
  await seedNominations(client);
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  await client.query("UPDATE certification_batches SET deadlines = $2 WHERE id = $1", [BATCH, JSON.stringify(DEADLINES[2026])]);
  await seedCertification(client);
  await client.query("COMMIT");
}

/** 示例县 at 省级评估 with a visit of the province under way, beside the stories: they begin by clearing it. */
export async function stageProvinceVisit(client: Client): Promise<string> {
  await client.query("BEGIN");
  await clearCases(client, [EXAMPLE_COUNTY]);
  await seedCourse(client, { county: EXAMPLE_COUNTY, balanced: 2015, signed: [["nominate", "2026-03-12"], ["admit", "2026-04-16"], ["list", "2026-06-10"], ["apply", "2026-10-12"]] });
  await client.query("COMMIT");
  return `c${EXAMPLE_COUNTY}-2026-province-visit`;
}

export async function clearProvinceVisit(client: Client): Promise<void> {
  await client.query("BEGIN");
  await clearCases(client, [EXAMPLE_COUNTY]);
  await client.query("COMMIT");
}
