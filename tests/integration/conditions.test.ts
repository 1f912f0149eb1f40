import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { loadConditions } from "@/lib/conditions/load-conditions";
import { writeElimination } from "@/lib/conditions/write-elimination";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { castOf } from "../helpers/cast";
import { stageCounties } from "../helpers/owner";

const COUNTY = "120105";
const YEAR = 2025;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const bureau = person("t-cd-bureau");
const city = person("t-cd-city", { level: "city", divisionCode: "1201" });
const neighbour = person("t-cd-neighbour", { divisionCode: "120106" });

beforeAll(async () => {
  await owner.connect();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, 2026], schools: 8, open: { year: 2026, play: "roster" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM elimination_plans WHERE division_code = $1", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

it("rolls up what is approved and keeps the plan of the county, which the city reads and nobody else writes", async () => {
  const { rows } = await owner.query<{ id: string; more: { classes: { primary: number[] } } }>("SELECT school_id AS id, more FROM school_facts WHERE division_code = $1 AND year = $2 AND more->'classes'->'primary' <> 'null' ORDER BY code", [COUNTY, YEAR]);
  const [first] = rows;
  if (!first) throw new Error("no facts");
  await owner.query("UPDATE school_facts SET more = jsonb_set(more, '{classes,primary}', '[45, 46, 57]') WHERE school_id = $1 AND year = $2", [first.id, YEAR]);
  const crowded = async (who: Actor) => (await loadConditions(who, COUNTY, YEAR)).conditions?.crowded.find((school) => school.id === first.id);
  expect(await crowded(bureau)).toMatchObject({ over: 2, large: 1, huge: 0, most: 57 });
  expect(await crowded(city)).toMatchObject({ over: 2 });
  await expect(loadConditions(neighbour, COUNTY, YEAR)).rejects.toMatchObject({ code: "notFound" });
  const plan = { divisionCode: COUNTY, schoolId: first.id, kind: "class" as const, plannedYear: 2027, measure: "新建教学楼" };
  await withScope(scopeOf(bureau), (tx) => writeElimination(tx, bureau, { ...plan, version: 0 }));
  await expect(withScope(scopeOf(bureau), (tx) => writeElimination(tx, bureau, { ...plan, version: 0 }))).rejects.toMatchObject({ code: "conflict" });
  await expect(withScope(scopeOf(city), (tx) => writeElimination(tx, city, { ...plan, version: 1 }))).rejects.toMatchObject({ code: "notFound" });
  expect((await loadConditions(city, COUNTY, YEAR)).plans).toEqual([{ schoolId: first.id, kind: "class", plannedYear: 2027, measure: "新建教学楼", version: 1 }]);
});

it("is empty, not zero, in a year without approved data", async () => {
  expect((await loadConditions(bureau, COUNTY, 2026)).conditions).toBeNull();
});
