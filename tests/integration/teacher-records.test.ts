import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "pg";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { enterExchange } from "@/lib/exchange-years/enter-exchange";
import { loadCountyExchange } from "@/lib/exchange-years/load-county-exchange";
import { loadSchoolExchange } from "@/lib/exchange-years/load-school-exchange";
import { reviewExchange } from "@/lib/exchange-years/review-exchange";
import { exchangeInput } from "@/lib/exchange-years/schema";
import { enterTeaching } from "@/lib/teaching-cycle/enter-record";
import { loadCountyTeaching } from "@/lib/teaching-cycle/load-county-teaching";
import { loadSchoolTeaching } from "@/lib/teaching-cycle/load-school-teaching";
import { reviewTeaching } from "@/lib/teaching-cycle/review-record";
import { entryInput, reviewInput } from "@/lib/teaching-cycle/schema";
import { setCycle } from "@/lib/teaching-cycle/set-cycle";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "130105";
const YEAR = 2026;
let owner: Client;
const person = castOf(COUNTY);
const bureau = person("t-tr-bureau");
const city = person("t-tr-city", { level: "city", divisionCode: "1301" });
const neighbour = person("t-tr-neighbour", { divisionCode: "130107" });
let ids: string[] = [];
const at = (index: number) => ids[index] ?? "";
let school: Actor, other: Actor, inspector: Actor;


beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 5, open: { year: YEAR, play: "played" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["teaching_records", "teaching_cycles", "exchange_years"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("UPDATE schools SET parent_school_id = NULL WHERE division_code = $1", [COUNTY]);
  ids = (await owner.query<{ id: string }>("SELECT id FROM schools WHERE division_code = $1 AND kind <> 'vocational' ORDER BY id", [COUNTY])).rows.map(({ id }) => id);
  school = person("t-tr-school", { office: "filler", level: "school", schoolId: at(0), schoolName: "第一小学" });
  other = person("t-tr-other", { office: "filler", level: "school", schoolId: at(1), schoolName: "第二小学" });
  inspector = person("t-tr-inspector", { office: "inspector", schoolIds: [at(0)] });
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the teaching-quality cycle", () => {
  const enter = (actor: Actor, schoolId: string, version: number, more: Record<string, unknown> = {}, year = YEAR) => acting(actor, (tx) => enterTeaching(tx, actor, entryInput.parse({ schoolId, year, version, teachers: "50", coveredYear: "20", coveredCycle: "35", experimentsRequired: "120", experimentsDone: "120", selfRating: "good", ...more })));
  const review = (actor: Actor, schoolId: string, version: number, more: Record<string, unknown> = {}) => acting(actor, (tx) => reviewTeaching(tx, actor, reviewInput.parse({ schoolId, year: YEAR, version, act: "confirm", countyRating: "good", ...more })));
  it("waits for the county's cycle, which overlaps no other", async () => {
    expect(await refusal(enter(school, at(0), 0))).toMatch(/不在本县的监测周期内/);
    const set = (actor: Actor, startYear: number) => acting(actor, (tx) => setCycle(tx, actor, { divisionCode: COUNTY, startYear }));
    expect(await refusal(set(neighbour, 2025))).toMatch(/^notFound/);
    await set(bureau, 2025);
    expect(await refusal(set(bureau, 2026))).toMatch(/2025—2027/);
  });

  it("a school keeps what is half-typed, submits it whole, the bureau rates and confirms; coverage counts what is confirmed", async () => {
    await enter(school, at(0), 0, { coveredCycle: "", selfRating: "" });
    expect((await loadSchoolTeaching(school, at(0), YEAR)).record).toMatchObject({ state: "draft", teachers: 50, coveredCycle: null, version: 1 });
    expect(await refusal(enter(school, at(0), 1, { coveredCycle: "51" }))).toMatch(/不能超过专任教师数/);
    expect(await refusal(enter(school, at(0), 1, { coveredCycle: "", selfRating: "", submit: true }))).toMatch(/累计覆盖的教师数.*自评结果/);
    expect(await refusal(enter(school, at(0), 0))).toMatch(/^conflict/);
    await enter(school, at(0), 1, { submit: true });
    expect(await refusal(enter(school, at(0), 2))).toMatch(/待县级确认/);
    expect(await refusal(review(school, at(0), 2))).toMatch(/县级教育行政部门确认/);
    expect(await refusal(review(bureau, at(0), 2, { countyRating: "" }))).toMatch(/县级综评/);
    expect((await loadCountyTeaching(bureau, COUNTY, YEAR)).coverage).toMatchObject({ reported: 0, text: "—", complete: false });
    await review(bureau, at(0), 2);
    expect((await loadCountyTeaching(city, COUNTY, YEAR)).coverage).toMatchObject({ teachers: 50, covered: 35, reported: 1, expected: ids.length, text: "70.0%", complete: false });
    expect(await refusal(review(bureau, at(0), 3, { act: "reopen" }))).toMatch(/原因/);
    await review(bureau, at(0), 3, { act: "reopen", reason: "人数有误" });
    expect((await loadCountyTeaching(city, COUNTY, YEAR)).rows.every((row) => row.record === null)).toBe(true);
    expect((await loadSchoolTeaching(school, at(0), YEAR)).record).toMatchObject({ state: "draft", reason: "人数有误" });
  });

  it("is a school's own: another school and an inspector do not write it, a neighbour does not see it", async () => {
    expect(await refusal(enter(other, at(0), 4))).toMatch(/^notFound/);
    expect(await refusal(enter(inspector, at(0), 4))).toMatch(/^state/);
    expect(await as(neighbour, (tx) => tx.teachingRecord.count({ where: { divisionCode: COUNTY } }))).toBe(0);
    await expect(as(city, (tx) => tx.teachingRecord.create({ data: { schoolId: at(1), year: YEAR, divisionCode: COUNTY, enteredBy: "x" } }))).rejects.toThrow();
    // The database holds the counts together too.
    await expect(as(school, (tx) => tx.teachingRecord.updateMany({ where: { schoolId: at(0), year: YEAR }, data: { coveredCycle: 51 } }))).rejects.toThrow();
    const { rows } = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'teaching-record' AND entity_id = $1 ORDER BY id", [`${at(0)}/${YEAR}`]);
    expect(rows.map(({ act }) => act)).toEqual(["save", "submit", "confirm", "reopen"].map((act) => `teaching-record.${act}`));
  });
});

describe("the exchange ledger", () => {
  const enter = (actor: Actor, schoolId: string, version: number, [eligible, exchanged, backbone, longTerm]: number[], submit = true) =>
    acting(actor, (tx) => enterExchange(tx, actor, exchangeInput.parse({ divisionCode: COUNTY, schoolId, year: YEAR, version, eligible, exchanged, backbone, longTerm, submit })));
  const confirm = (actor: Actor, schoolId: string, version: number) => acting(actor, (tx) => reviewExchange(tx, actor, { divisionCode: COUNTY, schoolId, year: YEAR, version, act: "confirm", reason: "" }));
  it("keeps 骨干 ≤ 交流 ≤ 符合条件 in the form and in the database", async () => {
    expect(await refusal(enter(school, at(0), 0, [10, 11, 2, 0]))).toMatch(/不能超过符合条件/);
    expect(await refusal(enter(school, at(0), 0, [10, 2, 3, 0]))).toMatch(/骨干教师不能超过/);
    await enter(school, at(0), 0, [10, 2, 1, 1]);
    await expect(as(school, (tx) => tx.exchangeYear.updateMany({ where: { schoolId: at(0), year: YEAR }, data: { backbone: 9 } }))).rejects.toThrow();
    expect(await refusal(confirm(school, at(0), 1))).toMatch(/^state/);
    expect(await refusal(enter(other, at(0), 1, [1, 1, 1, 1]))).toMatch(/^notFound/);
    expect(await refusal(enter(school, "", 0, [1, 1, 1, 1]))).toMatch(/^state/);
  });

  it("sums the confirmed schools, and shows the county's own figures and gov-11 where they differ", async () => {
    await confirm(bureau, at(0), 1);
    for (const id of ids.slice(1)) {
      await enter(bureau, id, 0, [20, 2, 0, 0]);
      await confirm(bureau, id, 1);
    }
    await owner.query("INSERT INTO county_facts (division_code, year, item, data, state, entered_by) VALUES ($1, $2, 'gov-11', $3, 'approved', 't') ON CONFLICT (division_code, year, item) DO UPDATE SET data = excluded.data, state = excluded.state", [COUNTY, YEAR, { eligible: 10 + 20 * (ids.length - 1), exchanged: 99, backbone: 1 }]);
    const view = await loadCountyExchange(city, COUNTY, YEAR);
    expect([view.reported, view.bySchool]).toEqual([ids.length, { eligible: 10 + 20 * (ids.length - 1), exchanged: 2 * ids.length, backbone: 1, longTerm: 1 }]);
    expect([view.item?.exchanged, view.differing]).toEqual([99, ["exchanged"]]);
    await enter(bureau, "", 0, [50, 5, 1, 1], false);
    expect((await loadCountyExchange(bureau, COUNTY, YEAR)).differing).toEqual(["eligible", "exchanged"]);
    expect((await loadCountyExchange(city, COUNTY, YEAR)).county).toBeNull();
    expect((await loadSchoolExchange(school, at(0), YEAR))).toMatchObject({ edits: false, row: { state: "confirmed", eligible: 10 } });
    expect(await refusal(loadCountyExchange(neighbour, COUNTY, YEAR))).toMatch(/^notFound/);
  });
});
