import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { loadOversight } from "@/lib/oversight/load-oversight";
import { coverageText, exchangeOf, experimentText, summariseOversight, visitedText } from "@/lib/oversight/rules";
import { castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

/** 青海's 西宁 stands alone here: one county that keeps records, one that keeps none. */
const [COUNTY, SILENT, CITY, PROVINCE] = ["630102", "630103", "6301", "63"];
const YEAR = 2025;
const person = castOf(COUNTY);
const city = person("t-ov-city", { office: "supervision", level: "city", divisionCode: CITY });
const province = person("t-ov-province", { level: "province", divisionCode: PROVINCE });
let owner: pg.Client;

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, SILENT].map((code) => ({ code, years: [YEAR], schools: 4 })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["visits", "teaching_records", "teaching_cycles", "exchange_years", "school_groups"]) await owner.query(`DELETE FROM ${table} WHERE starts_with(division_code, $1)`, [CITY]);
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM schools WHERE division_code = $1 AND kind <> 'vocational' ORDER BY id", [COUNTY]);
  const at = (index: number) => rows[index]?.id ?? "";
  const visit = (id: string, school: string, state: string, year = YEAR) => owner.query("INSERT INTO visits (id, division_code, school_id, year, kind, visitor_id, visitor_name, planned_on, visited_on, basis, approval_number, state) VALUES ($1, $2, $3, $4, 'routine', 'v', '督学', make_date($4, 5, 6), CASE WHEN $5 IN ('recorded', 'acknowledged') THEN make_date($4, 5, 6) END, '计划', '1', $5)", [`t-ov-${id}`, COUNTY, school, year, state]);
  await visit("a", at(0), "acknowledged");
  await visit("b", at(0), "recorded");
  await visit("c", at(1), "planned");
  await visit("d", at(1), "cancelled");
  await visit("e", at(2), "recorded", 2024);
  await owner.query("INSERT INTO teaching_cycles (division_code, start_year, set_by) VALUES ($1, 2024, 't')", [COUNTY]);
  const record = (school: string, year: number, teachers: number, covered: number, state: string, done = 9) => owner.query("INSERT INTO teaching_records (school_id, year, division_code, teachers, covered_year, covered_cycle, experiments_required, experiments_done, state, entered_by) VALUES ($1, $2, $3, $4, 1, $5, 10, $6, $7, 't')", [school, year, COUNTY, teachers, covered, done, state]);
  await record(at(0), 2024, 40, 10, "confirmed");
  await record(at(0), YEAR, 40, 30, "confirmed");
  await record(at(1), 2024, 20, 6, "confirmed");
  await record(at(1), YEAR, 20, 20, "submitted");
  const exchange = (school: string, eligible: number, exchanged: number, backbone: number, state = "confirmed") => owner.query("INSERT INTO exchange_years (division_code, year, school_id, eligible, exchanged, backbone, long_term, state, entered_by) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, 't')", [COUNTY, YEAR, school, eligible, exchanged, backbone, state]);
  await exchange(at(0), 60, 6, 1);
  await exchange(at(1), 40, 4, 1);
  await owner.query("INSERT INTO school_groups (id, division_code, kind, name, starts_on, ended_on, updated_by) VALUES ('t-ov-g1', $1, 'community', '一', '2024-01-01', NULL, 't'), ('t-ov-g2', $1, 'zone', '二', '2023-01-01', '2024-01-01', 't')", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("督导与队伍 above the county", () => {
  it("sums what is confirmed and keeps apart what nobody has recorded", async () => {
    const { rows } = await loadOversight(city, CITY, YEAR);
    const [kept, silent] = [rows.find((row) => row.code === COUNTY), rows.find((row) => row.code === SILENT)];
    if (!kept || !silent) throw new Error("both counties are listed");
    expect(kept).toMatchObject({ counties: 1, visits: 3, done: 2, visited: 1, recorded: 2, teachers: 60, covered: 36, experimentsRequired: 10, experimentsDone: 9, exchangeCounties: 1, exchangeMet: 1, eligible: 100, exchanged: 10, backbone: 2, groups: 1 });
    expect([visitedText(kept), coverageText(kept), experimentText(kept)]).toEqual([`1／${kept.schools}`, "60.0%", "90.0%"]);
    expect([coverageText(silent), experimentText(silent), exchangeOf(silent)]).toEqual(["未填报", "未填报", null]);
    expect(summariseOversight("西宁市", YEAR, rows)).toContain("2 个县：责任督学 0 人，进校 2 次，到过 1 所学校");
  });

  it("takes the county's own row before the sum of its schools, and judges by it", async () => {
    await owner.query("INSERT INTO exchange_years (division_code, year, school_id, eligible, exchanged, backbone, long_term, state, entered_by) VALUES ($1, $2, '', 100, 9, 9, 0, 'confirmed', 't')", [COUNTY, YEAR]);
    const row = (await loadOversight(province, PROVINCE, YEAR)).rows.find((one) => one.code === CITY);
    expect(row).toMatchObject({ counties: 2, exchanged: 9, exchangeCounties: 1, exchangeMet: 0 });
    expect(row && exchangeOf(row)).toMatchObject({ exchange: { met: false }, backbone: { met: true }, met: false });
  });

  it("is not there for a county, nor beyond the reader's reach", async () => {
    expect(await refusal(loadOversight(city, COUNTY, YEAR))).toMatch(/^notFound/);
    expect(await refusal(loadOversight(city, PROVINCE, YEAR))).toMatch(/^notFound/);
  });
});
