import type { ClientBase } from "pg";
import { initialsOf } from "@/lib/divisions/initials";
import { recomputeCounty } from "@/lib/results/recompute-county";
import type { CountyProfile } from "./counties";
import { countyFactRows, sizeOf } from "./county-facts";
import { figuresOf } from "./figures";
import { actAs, insertRows } from "./insert";
import { schoolsOf } from "./schools";
import { seedCounty } from "./seed-county";

/**
 * 示例县: no county of China, under a code that GB/T 2260 does not use (省直辖县级 90, number 99). Veto, 约谈 and 撤销 are played here and
 * nowhere else (seed-systems, Care). Without a city above it, as all of 省直辖县.
 */
export const EXAMPLE_COUNTY = "419099";
const NAME = "示例县";
const SCHOOLS = 14;
const YEARS = [2024, 2025];
/** The running year, wholly approved here: what follows recognition needs one. */
const RUNNING = 2026;
export const EXAMPLE_PROFILE: CountyProfile = { urban: 0.28, town: 0.37, teachingPoints: 0, failing: 0, pace: 0, cvOver: 0, itemTrouble: 0, monitoringPending: false };

/** A later year of 示例县, whole and approved; `failing` is the share of schools below the rule then. The caller holds the transaction. */
export async function seedExampleYear(client: ClientBase, year: number, failing: number): Promise<void> {
  const profile = { ...EXAMPLE_PROFILE, failing };
  await seedCounty(client, { code: EXAMPLE_COUNTY, schools: SCHOOLS, profile, years: [year], countyItems: false });
  const size = sizeOf(figuresOf(EXAMPLE_COUNTY, schoolsOf(EXAMPLE_COUNTY, SCHOOLS, profile), profile, year));
  await insertRows(client, "county_facts", countyFactRows({ code: EXAMPLE_COUNTY, profile }, YEARS[0] ?? year, size).map((row) => ({ ...row, year })));
  await client.query("UPDATE filing_years SET completed_at = NULL WHERE division_code = $1 AND year = $2 AND completed_at > now()", [EXAMPLE_COUNTY, year]);
  await recomputeCounty(client, EXAMPLE_COUNTY, year);
}

/** The invented county with its schools and three years. What is there stays as people changed it. */
export async function seedExample(client: ClientBase): Promise<void> {
  await insertRows(client, "divisions", [{ code: EXAMPLE_COUNTY, name: NAME, level: "county", parent_code: EXAMPLE_COUNTY.slice(0, 4), kind: "administrative", path: `河南省 / ${NAME}`, skips_city_review: true, demo: true, pinyin: initialsOf(NAME) }]);
  await actAs(client, EXAMPLE_COUNTY);
  const { rowCount } = await client.query("SELECT 1 FROM schools WHERE division_code = $1 LIMIT 1", [EXAMPLE_COUNTY]);
  if (rowCount) return;
  await seedCounty(client, { code: EXAMPLE_COUNTY, schools: SCHOOLS, profile: EXAMPLE_PROFILE, years: YEARS });
  await seedExampleYear(client, RUNNING, 0);
}
