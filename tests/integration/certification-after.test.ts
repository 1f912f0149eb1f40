import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { addRelaxation, followRelaxation } from "@/lib/certification/follow-relaxation";
import { loadCase } from "@/lib/certification/load-case";
import { caseFilters, loadCases } from "@/lib/certification/load-cases";
import { monitorCase } from "@/lib/certification/monitor-case";
import { moveDecision } from "@/lib/certification/move-decision";
import { addRelaxationInput, draftInput, followInput, handInput } from "@/lib/certification/schema";
import { computeSnapshot } from "@/lib/certification/snapshot";
import { fingerprintOf } from "@/lib/certification/take-snapshot";
import { prisma } from "@/lib/db/client";
import { readInputs } from "@/lib/results/recompute-county";
import { loadSchoolOverview } from "@/lib/results/load-school-overview";
import { loadWork } from "@/lib/work/load-work";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "230104";
const BATCH = "t-after";
const CASE = `c${COUNTY}-${BATCH}`;
const person = castOf(COUNTY);
const body = (name: string, more: Parameters<typeof person>[1]): [Actor, Actor, Actor] => [person(`t-af-${name}-a`, more), person(`t-af-${name}-b`, more), person(`t-af-${name}-c`, more)];
const [government] = body("gov", { office: "government" });
const [city] = body("city", { office: "supervision", level: "city", divisionCode: "2301" });
const [province] = body("province", { office: "supervision", level: "province", divisionCode: "23" });
const nation = body("nation", { office: "supervision", level: "nation", divisionCode: "cn" });
const reader = person("t-af-bureau");
const elsewhere = person("t-af-else", { office: "supervision", level: "province", divisionCode: "22" });
const TABLES = ["certification_relaxations", "certification_monitors", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases", "notices"];
let owner: Client;
let [big, other] = ["", ""];

const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of TABLES) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
};
/** 认定 through the nation's three hands. */
async function recognise(publishedOn: string) {
  const [handler, reviewer, signer] = nation;
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM certification_cases WHERE id = $1", [CASE]);
  const { value } = await acting(handler, (tx) => draftDecision(tx, handler, draftInput.parse({ caseId: CASE, version: rows[0]?.version, outcome: "recognise", opinion: "同意。" })));
  await acting(reviewer, (tx) => moveDecision(tx, reviewer, handInput.parse({ decisionId: value.id, version: 1, act: "check" })));
  return acting(signer, (tx) => moveDecision(tx, signer, handInput.parse({ decisionId: value.id, version: 2, act: "sign", documentNumber: "测督〔2026〕7号", publishedOn })));
}
const work = async (actor: Actor, title: string) => (await loadWork(actor)).find((group) => group.title === title)?.items ?? [];
const follow = (actor: Actor, id: string, act: "plan" | "confirm", version: number, text = "扩建一幢教学楼，分流 300 人。") => acting(actor, (tx) => followRelaxation(tx, actor, followInput.parse({ id, version, act, text })));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, 2026], schools: 8 }]);
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, 2025, '认定后批次', $2, '{}', 't')", [BATCH, JSON.stringify(STEPS_OF[2023])]);
  const read = await readInputs(owner, COUNTY, 2025);
  const [first, second] = read.facts.filter(({ kind }) => kind === "primary");
  if (!first || !second) throw new Error("no primary school");
  [big, other] = [first.code, second.code];
  // built before 2010 with 2,200 pupils: met by the relaxation of 2019 only
  const rows = read.facts.map((row) => (row.code === big ? { ...row, primary_students: 2200, more: { ...row.more, builtYear: 2005 } } : row));
  const inputs = { divisionCode: COUNTY, year: 2025, rows, county: read.county, expected: read.expected, standard: { ...read.standard, readings: { ...read.standard.readings, relaxations: "extended" as const } } };
  await owner.query("INSERT INTO certification_cases (id, division_code, batch_id, figures_year, stage, skips_city, holder, round, basic_balance_year, opened_by) VALUES ($1, $2, $3, 2025, 'verdict', false, 'cn', 1, 2015, 't')", [CASE, COUNTY, BATCH]);
  await owner.query("INSERT INTO certification_snapshots (id, case_id, round, division_code, year, inputs, results, fingerprint, taken_by) VALUES ($1, $1, 1, $2, 2025, $3, $4, $5, 't')", [CASE, COUNTY, JSON.stringify(inputs), JSON.stringify(computeSnapshot(inputs)), fingerprintOf(inputs)]);
});
afterAll(async () => {
  await clean();
  await owner.end();
  await prisma().$disconnect();
});

describe("after recognition", () => {
  it("begins the countdown of every school that was met by a relaxation only, with the signature", async () => {
    expect((await recognise("2026-03-14")).message).toMatch(/按放宽条件达标，三年内跟踪到完整标准/);
    const { view } = await loadCase(government, COUNTY);
    const own = view?.relaxations.find(({ schoolCode, item }) => schoolCode === big && item === "gov-4");
    expect(own).toMatchObject({ subject: "学校规模", dueOn: "2029-03-14", confirmedOn: null, plan: "" });
    expect(own?.text).toMatch(/2,200 人/);
    // the latest approved figures are the real ones, of fewer pupils: met by now
    expect(own?.now).toMatchObject({ year: 2026, met: true });
    expect(view?.follows).toMatchObject({ plan: true, confirm: false, add: false });
  });

  it("is planned by the county and confirmed by the province on its data; others only read", async () => {
    const { rows } = await owner.query<{ id: string; version: number }>("SELECT id, version FROM certification_relaxations WHERE case_id = $1 AND school_code = $2 AND item = 'gov-4'", [CASE, big]);
    const id = rows[0]?.id ?? "";
    expect(await refusal(follow(reader, id, "plan", 1))).toMatch(/由该县人民政府填写/);
    expect(await refusal(follow(city, id, "confirm", 1))).toMatch(/由省级政府教育督导机构办理/);
    expect(await refusal(follow(elsewhere, id, "confirm", 1))).toMatch(/^notFound/);
    await follow(government, id, "plan", 1);
    expect(await refusal(follow(government, id, "plan", 1))).toMatch(/^conflict/);
    await owner.query("UPDATE school_facts SET primary_students = 2300 WHERE division_code = $1 AND year = 2026 AND code = $2", [COUNTY, big]);
    expect(await refusal(follow(province, id, "confirm", 2))).toMatch(/仍未达到完整标准/);
    await owner.query("UPDATE school_facts SET primary_students = 600 WHERE division_code = $1 AND year = 2026 AND code = $2", [COUNTY, big]);
    const both = await Promise.allSettled([1, 2].map(() => follow(province, id, "confirm", 2, "实地复查，规模已达标。")));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await loadCase(province, COUNTY)).view?.relaxations.find((one) => one.id === id)).toMatchObject({ plan: "扩建一幢教学楼，分流 300 人。", confirmedNote: "实地复查，规模已达标。", countdown: { state: "done" } });
  });

  it("takes what the data does not show from the province, once, and lists what ends soon or is overdue for everyone of the line", async () => {
    const add = (actor: Actor, schoolCode = other) => acting(actor, (tx) => addRelaxation(tx, actor, addRelaxationInput.parse({ caseId: CASE, schoolCode, item: "sportsArea", text: "租用相邻体育场，上课时间专用。" })));
    expect(await refusal(add(government))).toMatch(/由省级/);
    expect(await refusal(add(province, "9999999999"))).toBe("invalid: 请选择该县的学校。");
    await add(province);
    expect(await refusal(add(province))).toBe("invalid: 这所学校的这一项已经登记。");
    expect(await work(government, "放宽事项三年到期")).toEqual([]);
    await owner.query("UPDATE certification_relaxations SET due_on = '2026-01-31' WHERE case_id = $1 AND item = 'sportsArea'", [CASE]);
    for (const actor of [government, city, province, nation[0]]) expect(await work(actor, "放宽事项三年到期")).toMatchObject([{ dueOn: "2026-01-31", overdue: true, href: `/d/${COUNTY}/certification` }]);
    expect(await work(elsewhere, "放宽事项三年到期")).toEqual([]);
  });

  it("warns the levels above of a year below the standard until they have monitored it, and not of one that is incomplete", async () => {
    const result = (verdict: boolean | null) => owner.query("UPDATE county_results SET verdict = $2, resource_verdict = $2 WHERE division_code = $1 AND year = 2026", [COUNTY, verdict]);
    const warned = async (actor: Actor) => (await work(actor, "认定后预警")).filter(({ href }) => href.includes(COUNTY)).length;
    const all = async () => Promise.all([city, province, nation[0], elsewhere, government].map(warned));
    await result(null);
    expect(await all()).toEqual([0, 0, 0, 0, 0]);
    await result(true);
    expect(await all()).toEqual([0, 0, 0, 0, 0]);
    await result(false);
    expect(await all()).toEqual([1, 1, 1, 0, 0]);
    expect((await loadCases(province, "23", caseFilters({}))).warnings).toMatchObject([{ code: COUNTY, recordedBy: [], watch: { figuresYear: 2026, year: 2027, state: "slipped" } }]);
    expect((await loadCases(elsewhere, "22", caseFilters({}))).warnings).toEqual([]);
    const monitor = (actor: Actor) => acting(actor, (tx) => monitorCase(tx, actor, { caseId: CASE, year: 2027, conclusion: "slipped", note: "两项低于标准", version: 0 }));
    await monitor(province);
    // the province has answered for itself and for the city; the nation answers for itself
    expect(await all()).toEqual([0, 0, 1, 0, 0]);
    await monitor(nation[0]);
    expect(await all()).toEqual([0, 0, 0, 0, 0]);
    const { view } = await loadCase(reader, COUNTY);
    expect(view?.watch).toMatchObject([{ figuresYear: 2026, year: 2027, state: "slipped" }]);
    expect(view?.monitors).toMatchObject([{ issuerCode: "23", conclusion: "slipped" }, { issuerCode: "cn", conclusion: "slipped" }]);
  });

  it("shows a school its own countdown and nobody else's, and nothing once the recognition is gone", async () => {
    const { rows } = await owner.query<{ id: string; code: string }>("SELECT id, code FROM schools WHERE division_code = $1 AND code = ANY ($2)", [COUNTY, [big, other]]);
    const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? "";
    const principal = person("t-af-principal", { office: "principal", level: "school", schoolId: idOf(other) });
    const own = await loadSchoolOverview(principal, idOf(other), undefined);
    expect(own.relaxations).toMatchObject([{ item: "sportsArea", schoolCode: other, countdown: { state: "overdue" } }]);
    expect((await loadSchoolOverview(reader, idOf(big), undefined)).relaxations).toMatchObject([{ item: "gov-4", schoolCode: big, countdown: { state: "done" } }]);
    expect(await as(principal, (tx) => tx.certificationRelaxation.count())).toBe(1);
    expect(await as(principal, (tx) => tx.certificationCase.count())).toBe(0);
    await owner.query("UPDATE certification_cases SET stage = 'revoked' WHERE id = $1", [CASE]);
    expect((await loadSchoolOverview(principal, idOf(other), undefined)).relaxations).toEqual([]);
    expect(await as(principal, (tx) => tx.certificationRelaxation.count())).toBe(0);
    await owner.query("UPDATE certification_cases SET stage = 'recognised' WHERE id = $1", [CASE]);
  });

  it("lets no other level write in the database", async () => {
    const insert = (actor: Actor) => as(actor, (tx) => tx.$executeRaw`INSERT INTO certification_relaxations (id, case_id, division_code, issuer_code, school_code, school_name, item, text, due_on, updated_by) VALUES ('t-af-x', ${CASE}, ${COUNTY}, ${actor.office.divisionCode}, 'x', 'x', 'gov-4', 'x', '2029-01-01', 't')`);
    for (const actor of [government, city, elsewhere]) await expect(insert(actor)).rejects.toThrow();
    expect(await as(nation[0], (tx) => tx.$executeRaw`UPDATE certification_relaxations SET plan = 'x' WHERE case_id = ${CASE}`)).toBe(0);
  });
});
