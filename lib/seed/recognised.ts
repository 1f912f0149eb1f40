import type { ClientBase } from "pg";
import type { Duty } from "@/lib/access/duties";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { computeSnapshot, type SnapshotInputs } from "@/lib/certification/snapshot";
import { threeYearsAfter } from "@/lib/certification/monitoring";
import { fingerprintOf } from "@/lib/certification/take-snapshot";
import { readInputs } from "@/lib/results/recompute-county";
import { DUTY_NAME, bodyTitle, dutyAccount } from "./certification-accounts";
import { actAs, insertRows, type Row } from "./insert";
import { resultsTime } from "./results-time";

const BATCH = "2025";
const FIGURES = 2024;
const PUBLISHED = "2026-01-20";
const NUMBER = "演示〔2026〕8号";
/** Places that met the standard by the figures of 2024, among them counties with small schools, so that one in 宁夏 finds its like. */
const RECOGNISED = ["310101", "310104", "310105", "310106", "310107", "370102", "370202", "370303", "370323", "371422", "371521"];

const hand = (duty: Duty): Row => ({ [`${duty}_id`]: `u-${dutyAccount(duty, "cn")}`, [`${duty}_name`]: `${bodyTitle("cn")}${DUTY_NAME[duty]}（演示）` });

async function seedOne(client: ClientBase, county: string): Promise<void> {
  const read = await readInputs(client, county, FIGURES);
  const inputs: SnapshotInputs = { divisionCode: county, year: FIGURES, rows: read.facts, county: read.county, expected: read.expected, standard: read.standard };
  const id = `c${county}-${BATCH}`;
  const own = { case_id: id, division_code: county, issuer_code: "cn" };
  await insertRows(client, "certification_cases", [{ id, division_code: county, batch_id: BATCH, figures_year: FIGURES, stage: "recognised", skips_city: county.startsWith("31"), holder: "cn", round: 1, statement: "（演示）", basic_balance_year: 2014, opened_by: "demo", opened_at: "2025-03-01T02:00:00Z", updated_at: `${PUBLISHED}T02:00:00Z`, version: 2 }]);
  await insertRows(client, "certification_snapshots", [{ id: `${id}-1`, case_id: id, round: 1, division_code: county, year: FIGURES, inputs, results: computeSnapshot(inputs), fingerprint: fingerprintOf(inputs), taken_by: "demo", taken_at: "2025-08-20T02:00:00Z", results_at: await resultsTime(client, county, FIGURES) }]);
  await insertRows(client, "certification_decisions", [{ id: `${id}-1`, ...own, issuer_name: bodyTitle("cn"), round: 1, stage: "verdict", outcome: "recognise", opinion: "予以认定（演示）。", document_number: NUMBER, published_on: PUBLISHED, state: "signed", ...hand("handler"), drafted_at: `${PUBLISHED}T01:00:00Z`, ...hand("reviewer"), checked_at: `${PUBLISHED}T02:00:00Z`, ...hand("signer"), signed_at: `${PUBLISHED}T03:00:00Z`, version: 3 }]);
  await insertRows(client, "certification_events", [{ id: `${id}-e1`, ...own, by_name: bodyTitle("cn"), user_id: `u-${dutyAccount("handler", "cn")}`, act: "recognise", from_stage: "verdict", to_stage: "recognised", text: "予以认定（演示）。", document_number: NUMBER, at: `${PUBLISHED}T03:00:00Z` }]);
  const school = read.facts.find(({ kind, area_type: area }) => kind === "primary" && area === "urban");
  if (school && county === RECOGNISED[0])
    await insertRows(client, "certification_relaxations", [{ id: `${id}-r1`, case_id: id, division_code: county, issuer_code: county.slice(0, 2), school_code: school.code, school_name: school.name, item: "sportsArea", text: "租用相邻体育场，上课时间专用（演示）。", due_on: threeYearsAfter(PUBLISHED), plan: "2027 年在校内改建屋顶运动场（演示）。", updated_by: "demo" }]);
}

/** Counties recognised by an earlier batch of the demonstration, which are monitored since. The caller holds the transaction. */
export async function seedRecognised(client: ClientBase): Promise<void> {
  await actAs(client, "cn");
  await insertRows(client, "certification_batches", [{ id: BATCH, year: 2025, figures_year: FIGURES, name: "2025 年国家认定（演示）", steps: STEPS_OF[2025], deadlines: { nomination: "2025-03-31" }, document_number: "", updated_by: "demo" }]);
  const { rows } = await client.query<{ code: string }>(
    "SELECT r.division_code AS code FROM county_results r WHERE r.year = $1 AND r.verdict AND r.division_code = ANY ($2) AND NOT EXISTS (SELECT 1 FROM certification_cases c WHERE c.division_code = r.division_code) ORDER BY 1",
    [FIGURES, RECOGNISED]);
  for (const { code } of rows) await seedOne(client, code);
}
