import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { moveRow } from "@/lib/plans/move-row";
import { loadWork } from "@/lib/work/load-work";
import { enterTeaching } from "@/lib/teaching-cycle/enter-record";
import { reviewTeaching } from "@/lib/teaching-cycle/review-record";
import { entryInput, reviewInput } from "@/lib/teaching-cycle/schema";
import { acting, castOf } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

/** 甘肃's 兰州 stands alone here. */
const [COUNTY, CITY, PROVINCE] = ["620102", "6201", "62"];
const YEAR = 2026;
const person = castOf(COUNTY);
const bureau = person("t-wk-bureau");
const city = person("t-wk-city", { level: "city", divisionCode: CITY });
const province = person("t-wk-province", { level: "province", divisionCode: PROVINCE });
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
let owner: pg.Client;
let school: Actor;

const group = async (actor: Actor, title: string) => (await loadWork(actor)).find((one) => one.title === title)?.items.map((item) => `${item.title}${item.overdue ? "（逾期）" : ""}：${item.detail}`) ?? [];

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [YEAR], schools: 3, open: { year: YEAR, play: "roster" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["teaching_records", "teaching_cycles", "exchange_years", "milestones", "plan_stages", "projects"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("DELETE FROM plan_rows WHERE starts_with(division_code, $1)", [PROVINCE]);
  const { rows } = await owner.query<{ id: string; name: string }>("SELECT id, name FROM schools WHERE division_code = $1 AND kind <> 'vocational' AND parent_school_id IS NULL ORDER BY id LIMIT 1", [COUNTY]);
  school = person("t-wk-school", { office: "filler", level: "school", schoolId: rows[0]?.id ?? "", schoolName: rows[0]?.name ?? "" });
  await owner.query("INSERT INTO teaching_cycles (division_code, start_year, set_by) VALUES ($1, $2, 't')", [COUNTY, YEAR]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the plan on the list of work", () => {
  it("tells a county of milestones and deliveries that are late or due within thirty days, and of no others", async () => {
    await owner.query("INSERT INTO plan_stages (id, division_code, name, starts_on, ends_on) VALUES ('wk-s', $1, '攻坚阶段', '2026-01-01', '2027-12-31')", [COUNTY]);
    for (const [id, due, done] of [["late", -3, null], ["soon", 10, null], ["later", 90, null], ["done", -5, day(-6)]] as const)
      await owner.query("INSERT INTO milestones (id, stage_id, division_code, title, due_on, done_on) VALUES ($1, 'wk-s', $2, $3, $4, $5)", [`wk-${id}`, COUNTY, id, day(due), done]);
    for (const [id, due, state] of [["缓建楼", -20, "paused"], ["教学楼", -2, "building"], ["操场", 20, "approved"], ["宿舍", 200, "planned"]] as const)
      await owner.query("INSERT INTO projects (id, division_code, name, kind, stage, delivery_on, state) VALUES ($1, $2, $3, 'new', 'primary', $4, $5)", [`wk-${id}`, COUNTY, id, day(due), state]);
    expect(await group(bureau, "到期的规划节点")).toEqual(["late（逾期）：攻坚阶段", "soon：攻坚阶段"]);
    expect(await group(bureau, "到期的建设项目")).toEqual(["教学楼（逾期）：在建 · 计划交付", "操场：已立项 · 计划交付"]);
    expect(await group(school, "到期的建设项目")).toEqual([]);
  });

  it("asks a city for its row until it is submitted, and the province to lock when every city's is", async () => {
    expect(await group(city, "待报送的规划表")).toEqual(["创建规划表：尚未报送省级"]);
    expect(await group(province, "待汇总锁定的规划表")).toEqual([]);
    await acting(city, (tx) => moveRow(tx, city, "submit", { divisionCode: CITY, version: 0 }));
    expect(await group(city, "待报送的规划表")).toEqual([]);
    expect(await group(province, "待汇总锁定的规划表")).toEqual([]);
    await owner.query("INSERT INTO plan_rows (division_code, state) SELECT DISTINCT left(code, 4), 'submitted' FROM divisions WHERE level = 'county' AND starts_with(code, $1) AND NOT skips_city_review AND valid_to IS NULL ON CONFLICT (division_code) DO UPDATE SET state = 'submitted'", [PROVINCE]);
    expect(await group(province, "待汇总锁定的规划表")).toHaveLength(1);
    await acting(province, (tx) => moveRow(tx, province, "return", { divisionCode: CITY, version: 1, reason: "请补列安宁区" }));
    expect(await group(province, "待汇总锁定的规划表")).toEqual([]);
    expect(await group(city, "待报送的规划表")).toEqual(["创建规划表：被退回：请补列安宁区"]);
  });
});

describe("teachers' records on the list of work", () => {
  it("wait for the bureau when they are handed in, for the school when they come back", async () => {
    const schoolId = school.office.schoolId ?? "";
    const { value } = await acting(school, (tx) => enterTeaching(tx, school, entryInput.parse({ schoolId, year: YEAR, version: 0, teachers: "50", coveredYear: "20", coveredCycle: "20", experimentsRequired: "12", experimentsDone: "12", selfRating: "good", submit: true })));
    expect(await group(bureau, "待确认的教师记录")).toEqual([`${school.office.schoolName} 2026 年：教学质量监测`]);
    expect(await group(school, "要更正的教师记录")).toEqual([]);
    await acting(bureau, (tx) => reviewTeaching(tx, bureau, reviewInput.parse({ schoolId, year: YEAR, version: value.version, act: "return", reason: "实验数有误" })));
    expect(await group(bureau, "待确认的教师记录")).toEqual([]);
    expect(await group(school, "要更正的教师记录")).toEqual(["教学质量监测 2026 年：被退回：实验数有误"]);
  });
});
