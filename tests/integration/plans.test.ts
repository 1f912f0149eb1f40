import pg from "pg";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { getPlanAnswer } from "@/lib/api/get-plan-answer";
import { listTargetAnswer } from "@/lib/api/list-target-answer";
import { prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listReached } from "@/lib/plans/list-shares";
import { loadPlan, loadPlanHistory, loadShares } from "@/lib/plans/load-plan";
import { lockPlan, notePlan, unlockPlan } from "@/lib/plans/lock-plan";
import { moveRow } from "@/lib/plans/move-row";
import { placeCounty } from "@/lib/plans/place-county";
import { planWorkbook } from "@/lib/plans/plan-workbook";
import { placeInput, shareInput } from "@/lib/plans/schema";
import { retireShare, setShare } from "@/lib/plans/set-share";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

/** 吉林 stands alone here: 长春 and 吉林市, of which two counties are staged. */
const [PROVINCE, CITY, OTHER, COUNTY, SECOND, FOREIGN] = ["22", "2201", "2202", "220102", "220103", "220202"];
let owner: pg.Client;
const person = castOf(COUNTY);
const province = person("t-pl-province", { level: "province", divisionCode: PROVINCE, divisionName: "吉林省" });
const city = person("t-pl-city", { level: "city", divisionCode: CITY, divisionName: "长春市" });
const other = person("t-pl-other", { level: "city", divisionCode: OTHER, divisionName: "吉林市" });
const county = person("t-pl-county", {});
const nation = person("t-pl-nation", { level: "nation", divisionCode: "cn" });
const supervisor = person("t-pl-supervisor", { office: "supervision", level: "city", divisionCode: CITY });

const put = (actor: Actor, divisionCode: string, from: number | null, to: number | null, version: number) => acting(actor, (tx) => placeCounty(tx, actor, placeInput.parse({ divisionCode, from, to, version })));
const standing = async (code: string) => (await loadPlan(province, PROVINCE)).grid.rows.flatMap((row) => row.counties).find((one) => one.code === code);
const versionOf = async (code: string) => (await standing(code))?.version ?? 0;
const move = async (actor: Actor, act: "note" | "submit" | "return", code: string, more: { note?: string; reason?: string } = {}) => {
  const row = (await loadPlan(province, PROVINCE)).grid.rows.find((one) => one.divisionCode === code);
  return acting(actor, (tx) => moveRow(tx, actor, act, { divisionCode: code, version: row?.version ?? 0, ...more }));
};
const planVersion = async () => (await loadPlan(province, PROVINCE)).plan.version;

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2024, 2025], schools: 6 }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["plan_cells", "plan_rows", "plan_changes", "plans", "share_targets"]) await owner.query(`DELETE FROM ${table} WHERE left(division_code, 2) = $1`, [PROVINCE]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the 规划表", () => {
  it("a county stands in one year: the second is refused with the first, by the rules and by the database", async () => {
    await put(city, COUNTY, null, 2026, 0);
    expect(await refusal(put(city, COUNTY, null, 2027, 1))).toBe(`invalid: ${(await standing(COUNTY))?.name}已列入 2026 年；每个县只能列入一个申报年，要调整请点该县改列或移出。`);
    expect((await standing(COUNTY))?.year).toBe(2026);
    await expect(owner.query("INSERT INTO plan_cells (division_code, year) VALUES ($1, 2027)", [COUNTY])).rejects.toThrow(/plan_cells_pkey/);
    await expect(owner.query("UPDATE plan_cells SET year = 2040 WHERE division_code = $1", [COUNTY])).rejects.toThrow(/check/);
    await put(city, COUNTY, 2026, 2028, 1);
    await put(city, COUNTY, 2028, null, 2);
    expect((await standing(COUNTY))?.year).toBeNull();
    await put(city, COUNTY, null, 2026, 3);
  });

  it("is filled by a city for its own counties: not by another, a county, the ministry or a supervisor; RLS refuses what the rules would not see", async () => {
    for (const stranger of [other, county, nation, supervisor]) expect(await refusal(put(stranger, SECOND, null, 2027, 0))).toMatch(/^notFound/);
    for (const stranger of [other, county, nation]) await expect(as(stranger, (tx) => tx.planCell.createMany({ data: { divisionCode: SECOND, year: 2027 } }))).rejects.toThrow(/row-level security/);
    await expect(as(city, (tx) => tx.plan.createMany({ data: { divisionCode: PROVINCE, state: "locked" } }))).rejects.toThrow(/row-level security/);
    expect(await as(county, (tx) => tx.planCell.findMany({ select: { divisionCode: true } }))).toEqual([{ divisionCode: COUNTY }]);
    expect(await as(other, (tx) => tx.planCell.count())).toBe(0);
    expect(await refusal(put(city, FOREIGN, null, 2027, 0))).toMatch(/^notFound/);
    expect(placeInput.safeParse({ divisionCode: SECOND, from: "", to: "2020", version: 0 }).error?.issues[0]?.message).toMatch(/2021—2035/);
    expect(placeInput.safeParse({ divisionCode: "历下区", from: "", to: "2025", version: 0 }).error?.issues[0]?.message).toMatch(/从列表中选择/);
  });

  it("two people at one cell: one writes, the other is told what stands now", async () => {
    const both = await Promise.allSettled([put(city, SECOND, null, 2027, 0), put(province, SECOND, null, 2029, 0)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const told = both.find((one) => one.status === "rejected");
    expect(told?.status === "rejected" && told.reason instanceof AppError ? [told.reason.code, told.reason.message] : null).toEqual(["conflict", expect.stringMatching(/已列入 20(27|29) 年/)]);
    const at = await standing(SECOND);
    expect(await refusal(put(city, SECOND, at?.year ?? null, 2030, 0))).toMatch(/^conflict/);
    await put(city, SECOND, at?.year ?? null, 2025, at?.version ?? 0);
  });

  it("is submitted, returned with a reason, merged, locked and unlocked, each in the history", async () => {
    await move(city, "note", CITY, { note: "按县域条件分批申报" });
    expect(await refusal(acting(province, async (tx) => lockPlan(tx, province, { divisionCode: PROVINCE, version: await planVersion() })))).toMatch(/还有 \d+ 个市没有报送/);
    await move(city, "submit", CITY);
    expect(await refusal(put(city, SECOND, 2025, 2026, await versionOf(SECOND)))).toMatch(/已经报送/);
    expect(await refusal(move(city, "return", CITY, { reason: "自己退" }))).toMatch(/省级/);
    await move(province, "return", CITY, { reason: "请核对二道区" });
    await put(city, SECOND, 2025, 2026, await versionOf(SECOND));
    await move(city, "submit", CITY);
    const rows = (await loadPlan(province, PROVINCE)).grid.rows;
    for (const row of rows) if (row.state !== "submitted" && row.expected) {
      const actor = person(`t-pl-${row.divisionCode}`, { level: "city", divisionCode: row.divisionCode });
      await acting(actor, (tx) => moveRow(tx, actor, "submit", { divisionCode: row.divisionCode, version: row.version }));
    }
    expect(await refusal(acting(city, async (tx) => lockPlan(tx, city, { divisionCode: PROVINCE, version: await planVersion() })))).toMatch(/^notFound/);
    await acting(province, async (tx) => notePlan(tx, province, { divisionCode: PROVINCE, version: await planVersion(), note: "全省统筹", superviseFrom: 2025 }));
    expect(await refusal(acting(province, (tx) => lockPlan(tx, province, { divisionCode: PROVINCE, version: 0 })))).toMatch(/^conflict/);
    await acting(province, async (tx) => lockPlan(tx, province, { divisionCode: PROVINCE, version: await planVersion() }));
    for (const actor of [city, province]) expect(await refusal(put(actor, SECOND, 2026, 2027, await versionOf(SECOND)))).toMatch(/已由省级锁定/);
    expect(await refusal(move(province, "return", CITY, { reason: "再核对" }))).toMatch(/锁定/);
    await acting(province, async (tx) => unlockPlan(tx, province, { divisionCode: PROVINCE, version: await planVersion(), reason: "区划调整" }));
    await put(province, SECOND, 2026, 2027, await versionOf(SECOND));
    const { changes } = await loadPlanHistory(city, CITY);
    expect(changes.map((change) => change.act)).toEqual(expect.arrayContaining(["place", "note", "submit", "return", "lock", "unlock"]));
    expect(changes.find((change) => change.act === "unlock")?.text).toBe("区划调整");
    expect(changes[0]).toMatchObject({ act: "place", fromYear: 2026, toYear: 2027, byName: "吉林省" });
    const { rows: audited } = await owner.query("SELECT DISTINCT act FROM audit_events WHERE act LIKE 'plan.%' AND left(division_code, 2) = $1 ORDER BY act", [PROVINCE]);
    expect(audited.map((row: { act: string }) => row.act)).toEqual(["plan.lock", "plan.note", "plan.place", "plan.return", "plan.submit", "plan.unlock"]);
  });

  it("adds up, and is exported as the annex lays it out, without a seal", async () => {
    const { grid } = await loadPlan(province, PROVINCE);
    expect(grid.totals).toEqual({ 2026: 1, 2027: 1 });
    expect(grid.total.planned).toBe(2);
    expect(grid.rows.flatMap((row) => row.counties)).toHaveLength(grid.total.counties);
    const book = await planWorkbook(grid, { unit: "吉林省教育行政部门（汇总）", mark: "演示数据，与实际情况无关", lines: [] });
    const sheet = await readSheet(book, "规划表");
    expect(sheet[0]?.[0]).toBe("义务教育优质均衡发展县创建规划表");
    expect(sheet[1]?.[0]).toBe("填报单位（盖章）：吉林省教育行政部门（汇总）");
    expect(sheet[2]?.filter(Boolean)).toEqual(["市", "规划创建申报县（市、区）名单", "备注"]);
    expect(sheet[3]?.slice(1, 11)).toEqual(Array.from({ length: 10 }, (_, at) => `${2021 + at}年`));
    const changchun = sheet.find((row) => row[0] === "长春市");
    expect([changchun?.[6], changchun?.[7], changchun?.[11]]).toEqual([(await standing(COUNTY))?.name, (await standing(SECOND))?.name, "按县域条件分批申报"]);
    expect(sheet.find((row) => row[0] === "合计（个）")?.slice(1, 11)).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 0]);
    expect(sheet.at(-1)?.[0]).toBe("演示数据，与实际情况无关");
  });

  it("answers as API by year; outside the reach it does not exist", async () => {
    const answer = await as(province, (tx) => getPlanAnswer(tx, province, PROVINCE));
    expect(Object.keys(answer.years)).toEqual(["2026", "2027"]);
    expect(answer.years["2026"]).toEqual([{ code: COUNTY, name: (await standing(COUNTY))?.name }]);
    expect(answer.notes).toBe("全省统筹\n长春市：按县域条件分批申报");
    expect(Object.keys((await as(city, (tx) => getPlanAnswer(tx, city, CITY))).years)).toEqual(["2026", "2027"]);
    expect(await refusal(as(other, (tx) => getPlanAnswer(tx, other, PROVINCE)))).toMatch(/^notFound/);
  });
});

describe("a province's shares by year", () => {
  const set = (actor: Actor, more: Record<string, unknown>) => acting(actor, (tx) => setShare(tx, actor, shareInput.parse({ divisionCode: PROVINCE, year: 2025, shareMin: 30, shareAim: "", version: 0, ...more })));
  it("are not ruled until the province enters them; then they stand against the stored verdicts", async () => {
    expect((await loadShares(province, PROVINCE)).shares).toEqual([]);
    expect((await as(province, (tx) => listTargetAnswer(tx, province, PROVINCE))).items).toEqual([]);
    await set(province, {});
    await set(province, { year: 2030, shareMin: 85, shareAim: 100 });
    expect(await refusal(set(city, {}))).toMatch(/^notFound/);
    expect(await refusal(set(province, { shareMin: 31 }))).toMatch(/^conflict/);
    expect(shareInput.safeParse({ divisionCode: PROVINCE, year: 2025, shareMin: 85, shareAim: 80, version: 0 }).error?.issues[0]?.message).toMatch(/不能低于/);
    const [reached] = (await as(province, (tx) => listReached(tx, PROVINCE, "province", "whole"))).filter((row) => row.year === 2025);
    const { rows } = await owner.query<{ met: number }>("SELECT count(*) FILTER (WHERE verdict)::int AS met FROM county_results WHERE left(division_code, 2) = $1 AND year = 2025", [PROVINCE]);
    expect(reached).toMatchObject({ met: rows[0]?.met, reported: 1 });
    const answer = await as(province, (tx) => listTargetAnswer(tx, province, PROVINCE));
    expect(answer.items.map(({ year, measure, target }) => [year, measure, target])).toEqual([[2025, "share", 30], [2030, "share", 85], [2030, "shareAim", 100]]);
    expect(answer.items[0]?.actual).toBeCloseTo((100 * (rows[0]?.met ?? 0)) / (reached?.counties ?? 1));
    expect(answer.items[1]?.actual).toBeNull();
    expect([answer.total, answer.nextCursor]).toEqual([3, null]);
    await acting(province, (tx) => retireShare(tx, province, { divisionCode: PROVINCE, year: 2030, version: 1 }));
    await set(province, { year: 2030, shareMin: 90 });
    expect((await loadShares(nation, "cn")).shares.filter((share) => share.divisionCode === PROVINCE).map((share) => [share.year, share.shareMin])).toEqual([[2025, 30], [2030, 90]]);
  });
});
