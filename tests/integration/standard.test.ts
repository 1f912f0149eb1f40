import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { fieldsOf } from "@/lib/access/form-input";
import { prisma } from "@/lib/db/client";
import { asQuery } from "@/lib/db/query";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { loadFiling } from "@/lib/filings/load-filing";
import { enterChoice } from "@/lib/local-standard/enter-choice";
import { enterOverride } from "@/lib/local-standard/enter-override";
import { loadStandard } from "@/lib/local-standard/load-standard";
import { retireChoice, retireOverride } from "@/lib/local-standard/retire-entry";
import { chooseInput, raiseInput } from "@/lib/local-standard/schema";
import { getStandard } from "@/lib/results/get-standard";
import { loadOverview } from "@/lib/results/load-overview";
import { claimStandard } from "@/lib/results/hold-standard";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { storedStandard } from "@/lib/standard/schema";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** A province that no other test uses, with two cities; 2025 is completed, 2026 is being filed. */
const [PROVINCE, CITY, COUNTY, ELSEWHERE] = ["14", "1401", "140105", "140213"];
let owner: pg.Client;
const people = new Map<string, Actor>();
const who = (name: string): Actor => { const actor = people.get(name); if (!actor) throw new Error(name); return actor; };
const as = <T>(name: string, run: (tx: Tx, actor: Actor) => Promise<T>) => withScope(scopeOf(who(name)), (tx) => run(tx, who(name)));
const refusal = async (promise: Promise<unknown>): Promise<AppError> => {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
};

const raised = (code: string, value: string, more: Record<string, string> = {}) => raiseInput.parse({ code, indicator: "backboneTeachers", stage: "primary", value, basis: "晋教督〔2026〕1号", validFrom: "2026-01-01", validTo: "", ...more });
const chosen = (code: string, value: string, more: Record<string, string> = {}) => chooseInput.parse({ code, reading: "rounding", value, basis: "晋教督〔2026〕2号", validFrom: "2026-01-01", validTo: "", ...more });
const stored = async (code: string, year: number) => {
  const { rows } = await owner.query<{ thresholds: unknown; readings: unknown; computed_at: Date; at_standard: number }>(`SELECT thresholds, readings, computed_at, (SELECT s.sections_at_standard FROM stage_results s
    WHERE s.division_code = c.division_code AND s.year = c.year AND s.stage = 'primary' AND s.indicator = 'backboneTeachers') AS at_standard FROM county_results c WHERE division_code = $1 AND year = $2`, [code, year]);
  const [row] = rows;
  if (!row) throw new Error(`no result of ${code} ${year}`);
  return { ...storedStandard.parse(row), computedAt: row.computed_at, atStandard: row.at_standard };
};
const lastId = async (table: "threshold_overrides" | "reading_choices") => (await owner.query<{ id: string; version: number }>(`SELECT id, version FROM ${table} ORDER BY created_at DESC LIMIT 1`)).rows[0] ?? { id: "", version: 0 };
const clear = async () => {
  await owner.query("DELETE FROM threshold_overrides WHERE starts_with(division_code, $1)", [PROVINCE]);
  await owner.query("DELETE FROM reading_choices WHERE starts_with(division_code, $1)", [PROVINCE]);
  await owner.query("UPDATE filing_years SET standard = NULL WHERE starts_with(division_code, $1)", [PROVINCE]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const code of [COUNTY, ELSEWHERE]) for (const year of [2025, 2026]) await recomputeCounty(owner, code, year);
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, ELSEWHERE].map((code) => ({ code, years: [2025, 2026], schools: 24, open: { year: 2026, play: "played" as const } })));
  for (const [name, level, division] of [["province", "province", PROVINCE], ["city", "city", CITY], ["county", "county", COUNTY], ["stranger", "province", "15"]] as const)
    people.set(name, await actorOf(await stagePerson(owner, `standard-${name}`, { office: "education", level, division })));
  people.set("principal", await actorOf(await stagePerson(owner, "standard-principal", { office: "principal", level: "school", division: COUNTY, school: `s${COUNTY}001` })));
  people.set("government", await actorOf(await stagePerson(owner, "standard-government", { office: "government", level: "province", division: PROVINCE })));
});
beforeEach(clear);
afterAll(async () => {
  await clear();
  await owner.end();
  await prisma().$disconnect();
});

describe("a province raises a threshold", () => {
  it("recomputes the open year of every county below in its transaction, and leaves completed years alone", async () => {
    const [open, complete] = [await stored(COUNTY, 2026), await stored(COUNTY, 2025)];
    const done = await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "３5")));
    expect(done.value.recomputed).toBe(2);
    expect(done.message).toContain("重新计算 2 个县年度");
    const after = await stored(COUNTY, 2026);
    expect(after.thresholds.backboneTeachers).toEqual({ primary: 35, junior: 1 });
    expect([open.atStandard > 0, after.atStandard]).toEqual([true, 0]);
    expect((await stored(ELSEWHERE, 2026)).thresholds.backboneTeachers.primary).toBe(35);
    expect(await stored(COUNTY, 2025)).toEqual(complete);
    expect(done.audit.map((entry) => [entry.act, entry.divisionCode])).toEqual([["standard.raise", PROVINCE], ["results.recompute", COUNTY], ["results.recompute", ELSEWHERE]]);
  });

  it("changes nothing when the transaction fails", async () => {
    const before = await stored(COUNTY, 2026);
    await expect(as("province", async (tx, actor) => { await enterOverride(tx, actor, raised(PROVINCE, "3")); throw new Error("power cut"); })).rejects.toThrow("power cut");
    expect(await stored(COUNTY, 2026)).toEqual(before);
  });

  it("does not reach a year whose 1 September lies outside its days", async () => {
    const done = await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2", { validFrom: "2026-09-02" })));
    expect(done.value.recomputed).toBe(0);
    expect((await stored(COUNTY, 2026)).thresholds.backboneTeachers.primary).toBe(1);
  });

  it("shows on the county's live result, on the form of its school and on the page of the standard", async () => {
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2")));
    const live = await loadOverview(who("county"), COUNTY, 2026, "live");
    expect(live.kind === "county" && live.result?.judgedBy.thresholds.backboneTeachers.primary).toBe(2);
    const form = await loadFiling(who("principal"), `s${COUNTY}001`, 2026);
    expect(form.standard.thresholds.backboneTeachers.primary).toBe(2);
    const page = await loadStandard(who("county"), COUNTY, 2026);
    expect(page).toMatchObject({ editable: false, fixed: false, overrides: [{ divisionCode: PROVINCE, value: 2 }] });
    expect((await loadStandard(who("county"), COUNTY, 2025))).toMatchObject({ fixed: true, standard: { thresholds: { backboneTeachers: { primary: 1 } } } });
  });
});

describe("who may, and how far", () => {
  it("refuses to go below the state, and a city to go below its province, with a sentence at the field", async () => {
    expect((await refusal(as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "0.99"))))).fields).toEqual({ value: "每百名学生拥有县级以上骨干教师数不能低于上级标准 1。" });
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2", { validFrom: "2027-01-01" })));
    expect((await refusal(as("city", (tx, actor) => enterOverride(tx, actor, raised(CITY, "1.5"))))).fields.value).toContain("不能低于上级标准 2");
    await as("city", (tx, actor) => enterOverride(tx, actor, raised(CITY, "2.5")));
    expect([(await stored(COUNTY, 2026)).thresholds.backboneTeachers.primary, (await stored(ELSEWHERE, 2026)).thresholds.backboneTeachers.primary]).toEqual([2.5, 1]);
  });

  it("takes the same entry once: a second press of the button is no second entry", async () => {
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2")));
    expect((await refusal(as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2.0"))))).fields.value).toContain("完全相同");
    await as("province", (tx, actor) => enterChoice(tx, actor, chosen(PROVINCE, "rounded")));
    expect((await refusal(as("province", (tx, actor) => enterChoice(tx, actor, chosen(PROVINCE, "rounded"))))).fields.value).toContain("完全相同");
  });

  it("keeps the province's higher threshold over a city's earlier one", async () => {
    await as("city", (tx, actor) => enterOverride(tx, actor, raised(CITY, "1.5")));
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2")));
    expect((await stored(COUNTY, 2026)).thresholds.backboneTeachers.primary).toBe(2);
  });

  it("takes it from nobody else, not even past the application", async () => {
    expect((await refusal(as("county", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2"))))).code).toBe("forbidden");
    expect((await refusal(as("government", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2"))))).code).toBe("forbidden");
    expect((await refusal(as("city", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2"))))).code).toBe("notFound");
    expect((await refusal(as("stranger", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2"))))).code).toBe("notFound");
    const row = { id: "t-past", divisionCode: PROVINCE, indicator: "backboneTeachers", stage: "primary", value: 2, basis: "无", validFrom: new Date("2026-01-01"), createdBy: "t" };
    await expect(as("city", (tx) => tx.thresholdOverride.create({ data: row }))).rejects.toThrow();
    expect((await refusal(loadStandard(who("stranger"), PROVINCE, undefined))).code).toBe("notFound");
  });

  it("wants a value, a document and days that exist", () => {
    const faults = (more: Record<string, string>) => {
      const { error } = raiseInput.safeParse({ code: PROVINCE, indicator: "backboneTeachers", stage: "primary", value: "2", basis: "晋教督〔2026〕1号", validFrom: "2026-01-01", validTo: "", ...more });
      return error ? fieldsOf(error) : {};
    };
    expect(faults({})).toEqual({});
    expect(faults({ value: "" })).toEqual({ value: "请填写数值。" });
    expect(faults({ value: "两人" })).toEqual({ value: "请填写数字。" });
    expect(faults({ value: "-3" })).toEqual({ value: "请填写数字。" });
    expect(faults({ value: "1.23456" })).toEqual({ value: "最多四位小数。" });
    expect(faults({ value: "0" })).toEqual({ value: "请填写大于 0、小于 100 万的数值。" });
    expect(faults({ basis: " ", stage: "" })).toEqual({ basis: "请写明依据的文件名称和文号。", stage: "请选择学段。" });
    expect(faults({ validFrom: "2026-02-30" })).toEqual({ validFrom: "日期不存在。" });
    expect(faults({ validTo: "2025-12-31" })).toEqual({ validTo: "终止日期不能早于起始日期。" });
    expect(faults({ code: COUNTY })).toEqual({ code: "只有省级、市级可以办理。" });
  });
});

describe("an approval during a change", () => {
  it("waits for it and is judged by what then stands", async () => {
    const approving = await openOwner();
    try {
      await owner.query("BEGIN");
      await claimStandard(owner, PROVINCE);
      await approving.query("SELECT set_config('app.scope', 'cn', false)");
      const approval = recomputeCounty(approving, COUNTY, 2026);
      const early = await Promise.race([approval.then(() => "done"), new Promise((resolve) => setTimeout(() => resolve("waits"), 300))]);
      await owner.query(`INSERT INTO threshold_overrides (id, division_code, indicator, stage, value, basis, valid_from, created_by)
        VALUES ('t-during', $1, 'backboneTeachers', 'primary', 2, '晋教督〔2026〕1号', '2026-01-01', 't')`, [PROVINCE]);
      await owner.query("COMMIT");
      await approval;
      expect([early, (await stored(COUNTY, 2026)).thresholds.backboneTeachers.primary]).toEqual(["waits", 2]);
    } finally {
      await approving.end();
    }
  });
});

describe("an entry is ended", () => {
  it("by its own office, for a reason, over the version that was read; results return", async () => {
    const before = await stored(COUNTY, 2026);
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "3")));
    const { id, version } = await lastId("threshold_overrides");
    expect((await refusal(as("city", (tx, actor) => retireOverride(tx, actor, { code: CITY, id, version, reason: "误录" })))).code).toBe("notFound");
    expect((await refusal(as("province", (tx, actor) => retireOverride(tx, actor, { code: PROVINCE, id, version: version + 1, reason: "误录" })))).code).toBe("conflict");
    await as("province", (tx, actor) => retireOverride(tx, actor, { code: PROVINCE, id, version, reason: "误录" }));
    expect(await stored(COUNTY, 2026)).toEqual({ ...before, computedAt: expect.any(Date) as Date });
    expect((await refusal(as("province", (tx, actor) => retireOverride(tx, actor, { code: PROVINCE, id, version: version + 1, reason: "再停" })))).code).toBe("conflict");
    const page = await loadStandard(who("province"), PROVINCE, 2026);
    expect(page.overrides).toMatchObject([{ id, retiredReason: "误录" }]);
    expect(page.editable).toBe(true);
  });
});

describe("a chosen reading", () => {
  it("judges the counties below, is named with their results and binds the cities", async () => {
    await as("province", (tx, actor) => enterChoice(tx, actor, chosen(PROVINCE, "rounded")));
    expect((await stored(COUNTY, 2026)).readings.rounding).toBe("rounded");
    expect((await refusal(as("city", (tx, actor) => enterChoice(tx, actor, chosen(CITY, "unrounded"))))).fields.value).toContain("上级已选定");
    await as("city", (tx, actor) => enterChoice(tx, actor, chosen(CITY, "together", { reading: "musicArtRooms" })));
    expect([(await stored(COUNTY, 2026)).readings, (await stored(ELSEWHERE, 2026)).readings]).toMatchObject([{ rounding: "rounded", musicArtRooms: "together" }, { rounding: "rounded", musicArtRooms: "oneEach" }]);
    const { id, version } = await lastId("reading_choices");
    await as("city", (tx, actor) => retireChoice(tx, actor, { code: CITY, id, version, reason: "省里将另行规定" }));
    expect((await stored(COUNTY, 2026)).readings.musicArtRooms).toBe("oneEach");
  });
  it("must be an option of its question", () => expect(chooseInput.safeParse({ code: PROVINCE, reading: "rounding", value: "together", basis: "晋教督〔2026〕2号", validFrom: "2026-01-01" }).success).toBe(false));
});

describe("a completed year", () => {
  it("keeps what it was judged by, through later changes and corrections", async () => {
    await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "2")));
    const standard = await as("county", (tx) => getStandard(asQuery(tx), COUNTY, 2026));
    await owner.query("UPDATE filing_years SET completed_at = now(), standard = $2 WHERE division_code = $1 AND year = 2026", [COUNTY, JSON.stringify(standard)]);
    const done = await as("province", (tx, actor) => enterOverride(tx, actor, raised(PROVINCE, "3")));
    expect(done.value.recomputed).toBe(1); // the other county
    await as("county", (tx) => recomputeCounty(asQuery(tx), COUNTY, 2026));
    expect([(await stored(COUNTY, 2026)).thresholds.backboneTeachers.primary, (await stored(ELSEWHERE, 2026)).thresholds.backboneTeachers.primary]).toEqual([2, 3]);
    await owner.query("UPDATE filing_years SET completed_at = NULL WHERE division_code = $1 AND year = 2026", [COUNTY]);
  });
});
