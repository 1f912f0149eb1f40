import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { loadFlags } from "@/lib/data-flags/load-flags";
import { moveFlag } from "@/lib/data-flags/move-flag";
import type { FlagAct } from "@/lib/data-flags/rules";
import { detectFlags, scanCounty } from "@/lib/data-flags/scan-county";
import type { Actor } from "@/lib/access/actor";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, NEIGHBOUR, CITY] = ["520102", "520103", "5201"];
const YEAR = 2025;
const person = castOf(COUNTY);
const bureau = person("t-fl-bureau");
const government = person("t-fl-government", { office: "government" });
const neighbour = person("t-fl-neighbour", { divisionCode: NEIGHBOUR });
const evaluator = person("t-fl-evaluator", { office: "supervision", level: "city", divisionCode: CITY });
const cityBureau = person("t-fl-city", { level: "city", divisionCode: CITY });
const unit = person("t-fl-unit", { office: "unit", unitId: "t-fl-u" });
let owner: pg.Client;
let ids: string[] = [];

const scan = (actor: Actor, divisionCode = COUNTY) => acting(actor, (tx) => scanCounty(tx, actor, { divisionCode, year: YEAR }));
const flags = async (actor: Actor = bureau) => (await loadFlags(actor, COUNTY, YEAR, {})).county?.all ?? [];
const move = (actor: Actor, key: string, act: FlagAct, version: number, text = "已核对原始凭证") => acting(actor, (tx) => moveFlag(tx, actor, { divisionCode: COUNTY, year: YEAR, key, version, act, text }));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, NEIGHBOUR].map((code) => ({ code, years: [2024, YEAR], schools: 30 })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["data_flags", "data_scans"]) await owner.query(`DELETE FROM ${table} WHERE starts_with(division_code, $1)`, [CITY]);
  ids = (await owner.query<{ school_id: string }>("SELECT f.school_id FROM school_facts f JOIN school_facts g ON g.school_id = f.school_id AND g.year = 2024 WHERE f.division_code = $1 AND f.year = $2 AND f.teaching_area > 800 AND abs(coalesce(f.primary_students, 0) - coalesce(g.primary_students, 0)) < 40 ORDER BY f.code", [COUNTY, YEAR])).rows.map((row) => row.school_id);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("looking through a county's data", () => {
  it("finds next to nothing in data that nobody has bent, and what was bent", async () => {
    const honest = await as(bureau, (tx) => detectFlags(tx, COUNTY, YEAR));
    expect(honest.found.length / honest.schools).toBeLessThan(0.1);
    const [jumping = "", ...same] = ids;
    await owner.query("UPDATE school_facts SET teaching_area = (SELECT teaching_area * 2.2 FROM school_facts g WHERE g.school_id = $1 AND g.year = 2024) WHERE school_id = $1 AND year = $2", [jumping, YEAR]);
    await owner.query("UPDATE school_facts SET sports_field_area = 4321.57 WHERE school_id = ANY ($1) AND year = $2", [same.slice(0, 3), YEAR]);
    const { message, value } = await scan(bureau);
    expect(message).toContain("新发现");
    const found = await flags();
    expect(found).toHaveLength(value.found);
    expect(found.find((flag) => flag.key === `jump/${jumping}/teachingArea`)?.sentence).toMatch(/^教学及辅助用房面积由上年 .*（\+120\.0%）/);
    expect(found.find((flag) => flag.rule === "identical")?.sentence).toContain("3 所学校的运动场地面积同为 4,321.57 ㎡");
    expect((await scan(bureau)).message).toMatch(/，没有变化。$/);
  });

  it("is the county's and the evaluators' above it; a unit, another county and a reader do not", async () => {
    expect(await refusal(scan(neighbour))).toMatch(/^notFound/);
    expect(await refusal(scan(government))).toMatch(/^notFound/);
    expect(await refusal(scan(unit))).toMatch(/^notFound/);
    expect(await refusal(loadFlags(neighbour, COUNTY, YEAR, {}))).toMatch(/^notFound/);
    expect((await scan(evaluator)).value.found).toBeGreaterThan(1);
    expect((await flags(government)).every((flag) => flag.acts.length === 0)).toBe(true);
  });

  it("goes from a question to an answer to a judgement, each by whom it belongs to", async () => {
    const key = `jump/${ids[0]}/teachingArea`;
    expect(await refusal(move(evaluator, key, "confirm", 1))).toContain("只有“已说明，待核查”时才能经查实");
    expect(await refusal(move(bureau, key, "answer", 1, ""))).toBe("invalid: 请写明情况和依据。");
    expect(await refusal(move(cityBureau, key, "clear", 1))).toMatch(/^state: 核查由上级政府教育督导机构办理/);
    await move(bureau, key, "answer", 1, "新建教学楼于 8 月交付");
    expect(await refusal(move(bureau, key, "clear", 2))).toMatch(/^state/);
    expect(await refusal(move(evaluator, key, "clear", 1))).toMatch(/^conflict/);
    const both = await Promise.all([refusal(move(evaluator, key, "return", 2, "请附竣工验收材料").then(() => Promise.reject(new Error("done")))).catch(() => "done"), refusal(move(evaluator, key, "clear", 2).then(() => Promise.reject(new Error("done")))).catch(() => "done")]);
    expect(both.filter((outcome) => outcome === "done")).toHaveLength(1);
  });

  it("keeps what was judged when the data has been put right, and lets go of the rest", async () => {
    const identical = (await flags()).find((flag) => flag.rule === "identical");
    if (!identical) throw new Error("the bent data was found before");
    await move(bureau, identical.key, "answer", identical.version);
    await move(evaluator, identical.key, "confirm", identical.version + 1, "三校面积系照抄，非实测（督查记录）");
    await owner.query("UPDATE school_facts SET sports_field_area = sports_field_area + 7 WHERE school_id = $1 AND year = $2", [ids[1], YEAR]);
    await owner.query("UPDATE school_facts SET teaching_area = teaching_area / 2.2 WHERE school_id = $1 AND year = $2", [ids[0], YEAR]);
    await owner.query("UPDATE data_flags SET state = 'open' WHERE division_code = $1 AND key = $2", [COUNTY, `jump/${ids[0]}/teachingArea`]);
    await scan(bureau);
    const states = new Map((await flags()).map((flag) => [flag.key, flag.state]));
    expect(states.get(identical.key)).toBe("confirmed");
    expect(states.get(`jump/${ids[0]}/teachingArea`)).toBe("gone");
    const { totals } = await loadFlags(evaluator, CITY, YEAR, {});
    expect(totals.find((row) => row.code === COUNTY)).toMatchObject({ counties: 1, scanned: 1, confirmed: 1 });
    expect(totals.find((row) => row.code === NEIGHBOUR)).toMatchObject({ scanned: 0 });
  });

  it("holds the approved versions against the imported statistics, and sees corrections that come in a crowd", async () => {
    const [, , , , compared = ""] = ids;
    await owner.query("DELETE FROM statistics_figures WHERE division_code = $1", [COUNTY]);
    await owner.query("INSERT INTO statistics_figures (school_id, year, division_code, filed_by_school_id, data, sha256, imported_by) VALUES ($1, $2, $3, $1, '{\"premises\": {\"teachingArea\": 10}}', '', 't')", [compared, YEAR, COUNTY]);
    await owner.query("UPDATE filing_versions SET reason = '更正面积', decided_at = '2026-03-02T02:00:00Z' WHERE division_code = $1 AND year = $2 AND school_id = ANY ($3)", [COUNTY, YEAR, ids.slice(0, 6)]);
    const { found, schools } = await as(bureau, (tx) => detectFlags(tx, COUNTY, YEAR));
    expect(found.find((flag) => flag.rule === "statistics")).toMatchObject({ schoolId: compared, figures: { fields: 1 }, sentence: expect.stringMatching(/^1 项与统计数据不一致：教学及辅助用房面积填 .* ㎡、统计 10 ㎡$/) });
    expect(found.find((flag) => flag.rule === "late")?.sentence).toBe(`2026-03-02 至 2026-03-02，6 所学校（共 ${schools} 所）更正了已审定的数据`);
  });
});
