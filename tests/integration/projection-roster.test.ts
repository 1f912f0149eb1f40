import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { loadTime } from "@/lib/time-series/load-time";
import { castOf } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "530103";
const bureau = castOf(COUNTY)("t-ro-bureau");
let owner: pg.Client;
const projection = async () => {
  const view = await loadTime(bureau, COUNTY, 2025);
  if (view.kind !== "county" || !view.projection) throw new Error("no projection");
  return view.projection;
};
const project = (id: string, more: Record<string, unknown>) => {
  const row = { id: `t-ro-${id}`, division_code: COUNTY, name: `项目${id}`, kind: "new", stage: "primary", places: 300, area: 5000, delivery_on: "2027-08-20", state: "building", ...more };
  return owner.query(`INSERT INTO projects (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`).join(", ")})`, Object.values(row));
};
const reset = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["projects", "seat_needs", "county_goals"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("UPDATE schools SET closed_on = NULL, merged_into_id = NULL WHERE division_code = $1", [COUNTY]);
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, schools: 14, years: [2025] }]);
  await reset();
  await owner.query("INSERT INTO county_goals (division_code, target_year, source) VALUES ($1, 2028, '创建规划')", [COUNTY]);
});
afterAll(async () => {
  await reset();
  await owner.query("DELETE FROM schools WHERE id = 't-ro-soon'");
  await owner.end();
  await prisma().$disconnect();
});

describe("what is on record about schools that open and close", () => {
  it("is nothing at first: the projection has no roster of its own", async () => {
    const { roster, left, cvs } = await projection();
    expect([roster, left]).toEqual([[], []]);
    expect(cvs.every((one) => JSON.stringify(one.with) === JSON.stringify(one.without))).toBe(true);
  });

  it("enters the projection where it suffices, and is named with its reason where it does not; nothing after the target year", async () => {
    const { rows } = await owner.query<{ id: string; name: string }>("SELECT s.id, s.name FROM schools s JOIN school_facts f ON f.school_id = s.id AND f.year = 2025 WHERE s.division_code = $1 AND f.kind = 'primary' AND f.primary_students > 100 ORDER BY s.code LIMIT 2", [COUNTY]);
    const [closes, receives] = rows;
    await owner.query("UPDATE schools SET closed_on = '2026-08-31', merged_into_id = $2 WHERE id = $1", [closes?.id, receives?.id]);
    await owner.query("INSERT INTO schools (id, code, name, kind, division_code, opened_on) VALUES ('t-ro-soon', '5301039901', '待开办小学', 'primary', $1, '2027-09-01') ON CONFLICT (id) DO NOTHING", [COUNTY]);
    await owner.query("INSERT INTO seat_needs (division_code, year, stage, needed, available) VALUES ($1, 2027, 'primary', 1, 999999), ($1, 2029, 'primary', 1, 1)", [COUNTY]);
    await project("甲", {});
    await project("乙", { state: "paused" });
    await project("丙", { places: 0 });
    await project("丁", { delivery_on: "2028-09-02" });
    await project("戊", { kind: "extension", school_id: receives?.id });
    await project("己", { kind: "extension", school_id: receives?.id, indicator: "teachingArea" });
    await project("庚", { kind: "equipment", school_id: receives?.id, indicator: "equipmentValue", area: 0 });
    const found = await projection();
    expect(found.roster.map(({ name, day }) => [name, day])).toEqual([[closes?.name, "2026-08-31"], ["项目甲", "2027-08-20"]]);
    expect(found.roster[0]?.text).toContain(`并入${receives?.name}`);
    // a million seats stand empty: hardly anybody enters
    expect(found.roster[1]?.pupils?.high).toBeLessThan(10);
    expect(new Map(found.left.map(({ name, why }) => [name, why]))).toEqual(new Map([
      ["项目丙", "新建学校没有填写新增学位"], ["项目乙", "暂缓的项目"], ["项目庚", "对应的缺口不是面积，项目没有登记数量"], ["项目戊", "没有写明对应的缺口，建筑面积不能算作某一项指标"], ["待开办小学", "登记将开办，没有对应的新建项目，学位不详"],
    ]));
    expect(found.measures).toBe(1);
    await owner.query("DELETE FROM seat_needs WHERE division_code = $1", [COUNTY]);
    const filled = await projection();
    expect(filled.roster[1]?.pupils?.low).toBeGreaterThan(30);
    expect(filled.pupils).toEqual(found.pupils);
  });
});
