import type { ClientBase } from "pg";
import { seedAccounts } from "./accounts";
import { seedCertification } from "./certification";
import { demoCounties } from "./counties";
import { seedReference, seedZones } from "./divisions";
import { COUNTIES_WITH_UNITS } from "./demo-accounts";
import { seedDirectives } from "./directives";
import { seedExample } from "./example-county";
import { seedExperiences } from "./experiences";
import { actAs, insertRows } from "./insert";
import { seedLedger } from "./ledger";
import { seedNominations } from "./nominations";
import { seedRecognised } from "./recognised";
import { seedGuidance, seedReports } from "./reports";
import { seedCounty } from "./seed-county";
import { shandongTemplateRows } from "./task-templates";
import { seedSurveys } from "./surveys";
import { seedPlans } from "./plans";
import { seedTasks } from "./tasks";
import { seedOversight } from "./visits";

const YEARS = [2024, 2025, 2026];
const OPEN_YEAR = 2026;

async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Counties that are there already; each was written in one transaction, so it is there whole. */
async function seededCounties(client: ClientBase): Promise<Set<string>> {
  await actAs(client, "cn");
  const found = await client.query<{ division_code: string }>("SELECT DISTINCT division_code FROM schools WHERE demo");
  return new Set(found.rows.map((row) => row.division_code));
}

/** Demonstration data; what exists already is left as people changed it. `say` gets a line now and then. */
export async function seedDemo(client: ClientBase, say: (line: string) => void): Promise<void> {
  await inTransaction(client, async () => {
    await seedReference(client);
    await seedZones(client);
    await insertRows(client, "task_templates", shandongTemplateRows());
  });
  const present = await inTransaction(client, () => seededCounties(client));
  const counties = (await demoCounties()).filter(({ code }) => !present.has(code));
  let schools = 0;
  for (const [at, county] of counties.entries()) {
    const done = await inTransaction(client, async () => {
      const seeded = await seedCounty(client, { code: county.code, schools: county.schools, profile: county.profile, years: YEARS, open: { year: OPEN_YEAR, play: county.filing2026 } });
      await seedTasks(client, county.code, YEARS, COUNTIES_WITH_UNITS.includes(county.code));
      await seedLedger(client, county.code, COUNTIES_WITH_UNITS.includes(county.code));
      if (COUNTIES_WITH_UNITS.includes(county.code)) await seedOversight(client, county.code);
      if (COUNTIES_WITH_UNITS.includes(county.code)) await seedReports(client, county.code);
      return seeded;
    });
    schools += done.schools;
    if ((at + 1) % 50 === 0) say(`演示数据：${at + 1}／${counties.length} 个县`);
  }
  await inTransaction(client, () => seedGuidance(client));
  await inTransaction(client, () => seedExperiences(client));
  await inTransaction(client, () => seedDirectives(client));
  await inTransaction(client, () => seedSurveys(client));
  await inTransaction(client, () => seedPlans(client));
  await inTransaction(client, () => seedExample(client));
  await inTransaction(client, () => seedNominations(client));
  await inTransaction(client, () => seedCertification(client));
  await inTransaction(client, () => seedRecognised(client));
  const accounts = await inTransaction(client, () => seedAccounts(client));
  if (counties.length > 0) await client.query("ANALYZE");
  say(counties.length > 0 ? `演示数据：${counties.length} 个县、${schools} 所学校，账号 ${accounts} 个` : "演示数据已在，未作改动");
}
