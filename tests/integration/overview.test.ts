import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { loadConditions } from "@/lib/conditions/load-conditions";
import { prisma } from "@/lib/db/client";
import { distributionsOf, stepOf } from "@/lib/results/cv-steps";
import { listCrowding } from "@/lib/results/list-crowding";
import { loadIndicators } from "@/lib/results/load-indicators";
import { loadOverview } from "@/lib/results/load-overview";
import { loadSchoolOverview } from "@/lib/results/load-school-overview";
import { whyBehind } from "@/lib/results/why-behind";
import { demoCounties } from "@/lib/seed/counties";
import { listBehind } from "@/lib/targets/list-behind";
import { as, castOf } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [XIJI, LONGDE] = ["640422", "640423"];
const TODAY = "2026-11-22";
let owner: pg.Client;
const bureau = castOf(XIJI)("t-ov-bureau");
const city = castOf(XIJI)("t-ov-city", { level: "city", divisionCode: "6404" });
const province = castOf(XIJI)("t-ov-province", { level: "province", divisionCode: "64" });
const ministry = castOf(XIJI)("t-ov-moe", { level: "nation", divisionCode: "cn" });
const principal = castOf(XIJI)("t-ov-school", { office: "principal", level: "school", schoolId: `s${XIJI}001`, schoolName: "第八小学" });

beforeAll(async () => {
  owner = await openOwner();
  const demo = (await demoCounties()).filter(({ code }) => code === XIJI || code === LONGDE);
  await stageCounties(owner, demo.map(({ code, schools, profile }) => ({ code, schools, profile, years: [2024, 2025, 2026], open: { year: 2026, play: "played" as const } })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["milestones", "plan_stages", "year_targets", "county_goals", "plan_cells"]) await owner.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [[XIJI, LONGDE]]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

/** Something that the owner does, undone afterwards. */
async function undone(sql: string, look: () => Promise<void>): Promise<void> {
  await owner.query("BEGIN");
  try {
    await owner.query(sql);
    await look();
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("西吉县's figures in words", () => {
  const RESULT = ["cv.primary.backboneTeachers", "schools", "items.gov-", "items.qual-", "crowding", "cv-near", "change", "grown", "recognition", "incomplete", "good"];

  it("says these sentences, in this order", async () => {
    const view = await loadOverview(bureau, XIJI, 2025);
    expect(view.kind === "county" ? view.findings.filter(({ key }) => RESULT.includes(key)).map(({ sentence }) => sentence) : []).toEqual([
      "小学骨干教师差异系数 0.512，比限值 0.50 超出 0.012；差异分散，份额最大的 5 所学校（5 所高于县均值）合计占 26.8%。",
      "117 所学校（部）中 16 所未达标（13.7%）；低于标准值最多的是小学骨干教师，12／86 所。",
      "政府保障程度 15 项中 5 项未达标，其中音乐、美术专用教室：8 所学校未达标，其中 4 所如适用过渡性规定则达标；班级学生数：1 所学校未达标；教师 5 年 360 学时培训：9 所学校未达标。",
      "教育质量 9 项中 1 项未达标：教师培训经费：5 所学校未达标。",
      "1 所学校有超过标准班额的班。",
      "1 项差异系数在限值以内但已超过限值的 95%：初中教学仪器设备值 0.442（限值 0.45）。",
      "与2024学年初相比，达标学校（部）由 99／119 所变为 101／117 所，超过限值的差异系数由 2 项变为 1 项。",
    ]);
  });

  it("rests on the rows that are stored: sections, items and the year before", async () => {
    const { rows } = await owner.query<{ year: number; sections: number; met: number; backbone: number; shares: number }>(`
      WITH s AS (SELECT year, students AS n, compliant, stage, (result->'values'->>'backboneTeachers')::float8 AS v, (result->'atStandard'->>'backboneTeachers')::boolean AS at FROM section_results WHERE division_code = $1 AND year < 2026),
      m AS (SELECT sum(n * v) / sum(n) AS mean FROM s WHERE year = 2025 AND stage = 'primary'),
      p AS (SELECT n * (v - mean) ^ 2 AS part FROM s, m WHERE year = 2025 AND stage = 'primary')
      SELECT year, count(*)::int AS sections, count(*) FILTER (WHERE compliant)::int AS met, count(*) FILTER (WHERE stage = 'primary' AND NOT at)::int AS backbone,
        (SELECT sum(part) FROM (SELECT part FROM p ORDER BY part DESC LIMIT 5) top) / (SELECT sum(part) FROM p) AS shares FROM s GROUP BY year ORDER BY year`, [XIJI]);
    expect(rows.map(({ year, sections, met }) => [year, sections, met])).toEqual([[2024, 119, 99], [2025, 117, 101]]);
    expect(rows[1]?.backbone).toBe(12);
    expect(Math.floor((rows[1]?.shares ?? 0) * 1000) / 10).toBe(26.7);
  });

  it("are not said of what is still being filed: no verdict, and live figures speak for themselves", async () => {
    const open = await loadOverview(bureau, XIJI, 2026);
    const keys = open.kind === "county" ? open.findings.map(({ key }) => key) : [];
    expect(keys).toContain("incomplete");
    expect(keys.filter((key) => ["schools", "change", "grown", "good"].includes(key))).toEqual([]);
    const live = await loadOverview(bureau, XIJI, 2026, "live");
    expect(live.kind === "county" ? live.findings.filter(({ key }) => ["behind", "change", "crowding"].includes(key)) : null).toEqual([]);
    await expect(loadOverview(city, XIJI, 2026, "live")).rejects.toMatchObject({ code: "notFound" });
  });

  it("names for a school what it lacks against the standard", async () => {
    const { findings } = await loadSchoolOverview(principal, `s${XIJI}001`, 2025);
    expect(findings.filter(({ key }) => key.startsWith("primary.")).map(({ sentence }) => sentence)).toEqual([
      "小学体育运动场馆生均 5.33 ㎡，标准 7.5 ㎡，低于标准的 85%，还差 2,440.47 ㎡。",
      "小学教学及辅助用房生均 3.38 ㎡，标准 4.5 ㎡，低于标准的 85%，还差 1,262.47 ㎡。",
    ]);
  });
});

describe("counters of the nation's overview", () => {
  type Totals = { reported: number; resourcePassed: number; compliant: number; sections: number; cvs: number; within: number };
  const DIRECT = `SELECT (SELECT jsonb_agg(r ORDER BY year) FROM (SELECT year, count(*) FILTER (WHERE expected > 0 AND reported >= expected) AS reported, count(*) FILTER (WHERE resource_verdict) AS passed, count(*) FILTER (WHERE verdict) AS met,
      sum(sections) AS sections, sum(compliant_sections) AS ok, sum(cv_count) AS cvs, sum(cv_within_limit) AS within FROM county_results WHERE left(division_code, 2) = '64' GROUP BY year) r) AS results,
    (SELECT jsonb_agg(s ORDER BY year, stage, indicator, step, passed) FROM (SELECT year, stage, indicator, cv_step(cv) AS step, cv_pass AS passed, count(*) AS n FROM stage_results WHERE left(division_code, 2) = '64' GROUP BY 1, 2, 3, 4, 5) s) AS steps`;
  const COUNTED = `SELECT (SELECT jsonb_agg(r ORDER BY year) FROM (SELECT year, reported, resource_passed AS passed, compliant AS met, sections, compliant_sections AS ok, cv_count AS cvs, cv_within_limit AS within FROM result_counts WHERE place = '64' AND sections > 0) r) AS results,
    (SELECT jsonb_agg(s ORDER BY year, stage, indicator, step, passed) FROM (SELECT year, stage, indicator, step, passed, n FROM cv_counts WHERE place = '64') s) AS steps`;
  const agree = async () => {
    const [direct, counted] = [await owner.query(DIRECT), await owner.query(COUNTED)];
    expect(counted.rows).toEqual(direct.rows);
    return counted.rows[0];
  };

  it("agree with the counties after they were written, changed and taken away", async () => {
    expect((await agree()).results.length).toBeGreaterThan(1);
    await undone(`UPDATE county_results SET verdict = NOT coalesce(verdict, false), sections = sections + 3, reported = 0 WHERE division_code = '${XIJI}'`, async () => { await agree(); });
    await undone(`UPDATE stage_results SET cv = CASE WHEN indicator = 'sportsArea' THEN NULL ELSE cv + 0.2 END, cv_pass = false WHERE division_code = '${XIJI}'`, async () => { await agree(); });
    await undone(`DELETE FROM stage_results WHERE division_code = '${LONGDE}' AND stage = 'junior'`, async () => { await agree(); });
    await undone(`DELETE FROM county_results WHERE division_code = '${LONGDE}'`, async () => { await agree(); });
    await agree();
  });

  it("are seen by the province and above it only, and nobody writes them by hand", async () => {
    const places = async (actor: Actor) => (await as(actor, (tx) => tx.resultCount.findMany({ distinct: ["place"], select: { place: true } }))).map(({ place }) => place);
    expect(await places(province)).toEqual(["64"]);
    expect(await places(ministry)).toContain("64");
    for (const actor of [city, bureau]) {
      expect(await places(actor)).toEqual([]);
      expect(await as(actor, (tx) => tx.cvCount.count())).toBe(0);
    }
    await expect(as(ministry, (tx) => tx.resultCount.updateMany({ data: { compliant: 9999 } }))).rejects.toThrow(/permission denied/);
  });

  it("give the nation what its counties add up to", async () => {
    const view = await loadOverview(ministry, "cn", 2025);
    if (view.kind !== "nation") throw new Error(view.kind);
    const { rows } = await owner.query<Totals>(`SELECT count(*) FILTER (WHERE expected > 0 AND reported >= expected)::int AS reported, count(*) FILTER (WHERE resource_verdict)::int AS "resourcePassed", count(*) FILTER (WHERE verdict)::int AS compliant FROM county_results WHERE year = 2025`);
    expect(view.now).toMatchObject(rows[0] ?? {});
    expect(view.provinces.find(({ code }) => code === "64")?.counties).toBe(22);
    const over = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM stage_results WHERE year = 2025 AND stage = 'primary' AND indicator = 'backboneTeachers' AND cv IS NOT NULL AND NOT cv_pass");
    const backbone = view.distributions.find(({ stage, indicator }) => stage === "primary" && indicator === "backboneTeachers");
    expect((backbone?.counties ?? 0) - (backbone?.withinLimit ?? 0)).toBe(over.rows[0]?.n);
  });

  it("step as the pages step", async () => {
    const values = [0, 0.0499, 0.05, 0.15, 0.3, 0.45, 0.4500001, 0.5, 0.5000004, 0.999, 1, 1.7];
    const { rows } = await owner.query<{ step: number }>("SELECT cv_step(v) AS step FROM unnest($1::float8[]) v", [values]);
    expect(rows.map(({ step }) => step)).toEqual(values.map(stepOf));
  });
});

describe("the overview of a province and of a city", () => {
  it("shows every county, with or without data, and draws the same coefficients as the counters", async () => {
    const view = await loadOverview(province, "64", 2025);
    if (view.kind !== "province") throw new Error(view.kind);
    expect(view.counties).toHaveLength(22);
    expect(view.heat).toHaveLength(22);
    expect(view.heat.find(({ code }) => code === XIJI)).toMatchObject({ over: 1, open: 0, cells: { "primary.backboneTeachers": { pass: false, limit: 0.5 } } });
    const { rows } = await owner.query<{ stage: "primary"; indicator: "sportsArea"; step: number; passed: boolean; n: number }>("SELECT stage, indicator, step, passed, n FROM cv_counts WHERE place = '64' AND year = 2025");
    expect(view.distributions).toEqual(distributionsOf(rows));
    expect(view.findings.find(({ key }) => key === "incomplete")?.sentence).toMatch(/^\d+ 个县级单位（[\d.]+%）没有完整的审定数据，不计入以下各项。$/);
  });

  it("shows a city who has how much to do, and nobody else's counties", async () => {
    const view = await loadOverview(city, "6404", 2025);
    if (view.kind !== "city") throw new Error(view.kind);
    expect(view.counties.map(({ code }) => code)).toEqual(["640402", XIJI, LONGDE, "640424", "640425"]);
    expect(view.crowding?.has(XIJI)).toBe(true);
    await expect(loadOverview(city, "6403", 2025)).rejects.toMatchObject({ code: "notFound" });
    const spread = await loadIndicators(city, "6404", 2025);
    expect(spread.kind).toBe("area");
  });

  it("counts crowded schools as the page of class sizes does", async () => {
    const { conditions } = await loadConditions(bureau, XIJI, 2025);
    const crowding = (await as(bureau, (tx) => listCrowding(tx, XIJI, 2025))).get(XIJI);
    expect(conditions?.crowded.length).toBeGreaterThan(0);
    expect(crowding).toMatchObject({ over: conditions?.crowded.length, large: conditions?.crowded.filter(({ large }) => large > 0).length, huge: conditions?.crowded.filter(({ huge }) => huge > 0).length, oversized: conditions?.oversized.length });
  });
});

describe("why a county is behind its plan", () => {
  it.each([
    ["a target year that is past", "INSERT INTO county_goals (division_code, target_year, source, draft, note, version) VALUES ('640422', 2024, '规划', false, '', 1)"],
    ["a draft for comment", "INSERT INTO county_goals (division_code, target_year, source, draft, note, version) VALUES ('640422', 2024, '意见', true, '', 1)"],
    ["a year of the plan and targets of schools, coefficients and satisfaction", `INSERT INTO plan_cells (division_code, year, version) VALUES ('640422', 2025, 1);
      INSERT INTO year_targets (division_code, year, measure, target, note, version) VALUES ('640422', 2025, 'schools', 200, '', 1), ('640422', 2025, 'newSchools', 10, '', 1), ('640422', 2025, 'satisfaction', 99, '', 1), ('640422', 2025, 'cv.primary.backboneTeachers', 0.5, '', 1), ('640422', 2024, 'schools', 900, '', 1)`],
    ["nothing written", "SELECT 1"],
  ])("says what the list of counties says: %s", async (_name, sql) => {
    await owner.query(sql);
    try {
      const listed = (await as(city, (tx) => listBehind(tx, "6404", TODAY))).find(({ code }) => code === XIJI);
      expect(await as(bureau, (tx) => whyBehind(tx, XIJI, TODAY))).toEqual(listed?.progress === "behind" ? listed.reasons : []);
      if (sql.includes("year_targets")) expect(listed?.reasons.length).toBeGreaterThan(4);
    } finally {
      for (const table of ["year_targets", "county_goals", "plan_cells"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [XIJI]);
    }
  });
});
