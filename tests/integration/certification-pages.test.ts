import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { acceptCase } from "@/lib/certification/accept-case";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { giveOpinions } from "@/lib/certification/give-opinions";
import { loadBatches } from "@/lib/certification/load-batches";
import { loadCase } from "@/lib/certification/load-case";
import { caseFilters, loadCases } from "@/lib/certification/load-cases";
import { loadReview } from "@/lib/certification/load-review";
import { loadSiteVisit } from "@/lib/certification/load-visit";
import { moveDecision } from "@/lib/certification/move-decision";
import { openCase } from "@/lib/certification/open-case";
import type { Outcome } from "@/lib/certification/outcomes";
import { planVisit } from "@/lib/certification/plan-visit";
import { draftInput, handInput, openInput } from "@/lib/certification/schema";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { shanghaiDay } from "@/lib/time";
import { loadWork } from "@/lib/work/load-work";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "360102";
const BATCH = "t-pages";
const TODAY = shanghaiDay(new Date());
const TABLES = ["file_links", "certification_site_values", "certification_visits", "certification_reviews", "certification_acceptances", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases", "notices"];
let owner: Client;
const person = castOf(COUNTY);
const body = (name: string, more: Parameters<typeof person>[1]): [Actor, Actor, Actor] => [person(`t-cp-${name}-a`, more), person(`t-cp-${name}-b`, more), person(`t-cp-${name}-c`, more)];
const county = body("county", { office: "government", divisionName: "东湖区" });
const bureau = person("t-cp-bureau");
const city = body("city", { office: "supervision", level: "city", divisionCode: "3601", divisionName: "南昌市" });
const province = body("province", { office: "supervision", level: "province", divisionCode: "36", divisionName: "江西省" });
const ministry = person("t-cp-ministry", { office: "supervision", level: "nation", divisionCode: "cn", divisionName: "全国" });
const elsewhere = person("t-cp-elsewhere", { office: "supervision", level: "city", divisionCode: "3602" });
const id = `c${COUNTY}-${BATCH}`;

async function decide([handler, reviewer, signer]: [Actor, Actor, Actor], outcome: Outcome) {
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM certification_cases WHERE id = $1", [id]);
  const { value } = await acting(handler, (tx) => draftDecision(tx, handler, draftInput.parse({ caseId: id, version: rows[0]?.version, outcome, opinion: "同意。" })));
  await acting(reviewer, (tx) => moveDecision(tx, reviewer, handInput.parse({ decisionId: value.id, version: 1, act: "check" })));
  await acting(signer, (tx) => moveDecision(tx, signer, handInput.parse({ decisionId: value.id, version: 2, act: "sign", documentNumber: "测督〔2026〕9号" })));
}
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of TABLES) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
};
let visitId = "";

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025], schools: 8 }]);
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, 2025, '页面批次', $2, $3, 't') ON CONFLICT (id) DO NOTHING", [BATCH, JSON.stringify(STEPS_OF[2023]), JSON.stringify({ city: "2020-01-31" })]);
  await acting(county[0], (tx) => openCase(tx, county[0], openInput.parse({ divisionCode: COUNTY, batchId: BATCH, basicBalanceYear: 2015, statement: "已具备创建基础，自愿申报。" })));
  await decide(county, "nominate");
  await decide(province, "admit");
  await decide(province, "list");
  for (const item of ["self.report", "self.form"]) await as(county[0], (tx) => attachFile(tx, county[0], { entity: "certification", entityId: id, item }, { name: "材料.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
  await decide(county, "apply");
  await acting(city[0], (tx) => acceptCase(tx, city[0], { caseId: id, note: "受理。" }));
  await acting(city[0], (tx) => giveOpinions(tx, city[0], { caseId: id, opinions: [{ item: "gov-1", opinion: "mend", note: "补报布局规划批复", version: 0 }] }));
  visitId = (await acting(city[0], (tx) => planVisit(tx, city[0], { caseId: id, plannedOn: TODAY, team: "督导专家 3 人", count: 2 }))).value.id;
});
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
  await owner.end();
  await prisma().$disconnect();
});

describe("what each of the line is shown", () => {
  it("whoever holds the case gets what is in hand, the others the course", async () => {
    const [atCity, atCounty, atProvince] = await Promise.all([city[0], bureau, province[0]].map((who) => loadCase(who, COUNTY)));
    expect(atCity?.view?.acts).toEqual(["review", "veto", "visit"]);
    expect(atCity?.view?.mayDecide.map(({ outcome, refusal: why }) => [outcome, why === null])).toEqual([["endorse", false], ["return", true]]);
    expect(atCity?.view?.mayDecide[0]?.refusal).toMatch(/已经过期/);
    for (const reader of [atCounty, atProvince]) expect([reader?.view?.acts, reader?.view?.mayDecide, reader?.view?.progress, reader?.view?.open]).toEqual([[], [], [], null]);
    expect(atCounty?.view?.way.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "here", "todo", "todo", "todo", "todo", "todo", "todo"]);
    expect(atCounty?.view?.decisions).toHaveLength(4);
    expect(atCity?.view?.changedSince).toBe(false);
    expect(await refusal(loadCase(elsewhere, COUNTY))).toMatch(/^notFound/);
  });

  it("tells evaluators that the data is no longer what was submitted", async () => {
    await owner.query("UPDATE school_facts SET multimedia_rooms = multimedia_rooms + 1 WHERE division_code = $1 AND year = 2025 AND multimedia_rooms IS NOT NULL", [COUNTY]);
    await owner.query("UPDATE county_results SET computed_at = now() WHERE division_code = $1 AND year = 2025", [COUNTY]);
    expect([(await loadCase(city[0], COUNTY)).view?.changedSince, (await loadCase(bureau, COUNTY)).view?.changedSince]).toEqual([true, false]);
    await owner.query("UPDATE school_facts SET multimedia_rooms = multimedia_rooms - 1 WHERE division_code = $1 AND year = 2025 AND multimedia_rooms IS NOT NULL", [COUNTY]);
    expect((await loadCase(city[0], COUNTY)).view?.changedSince).toBe(false);
  });

  it("opinions: the city its own to change, the others none before it has decided", async () => {
    const own = await loadReview(city[1], COUNTY, "government");
    expect([own.refusal, own.lines.find(({ key }) => key === "gov-1")?.own?.opinion, own.counts.map(({ given, total }) => `${given}/${total}`)]).toEqual([null, "mend", ["0/7", "1/15", "0/9", "0/1", "0/6"]]);
    for (const reader of [bureau, province[0]]) expect((await loadReview(reader, COUNTY, "government")).lines.every((line) => line.own === null && line.others.length === 0)).toBe(true);
    expect(await refusal(loadReview(elsewhere, COUNTY, "government"))).toMatch(/^notFound/);
  });

  it("a visit: written by the body that goes, read by the line", async () => {
    const [own, reader] = [await loadSiteVisit(city[1], COUNTY, visitId), await loadSiteVisit(bureau, COUNTY, visitId)];
    expect([own.writes, reader.writes, own.schools.length, own.schools.every(({ filed }) => filed.length > 0), own.differences]).toEqual([true, false, 2, true, []]);
    expect(await refusal(loadSiteVisit(elsewhere, COUNTY, visitId))).toMatch(/^notFound/);
  });

  it("the list by state and the list of work: the city's to do, late as it is", async () => {
    const list = await loadCases(city[0], "3601", caseFilters({ stage: "city" }));
    expect(list.lines.map(({ code, stage, overdue, mine }) => [code, stage, overdue, mine])).toEqual([[COUNTY, "city", true, true]]);
    expect([list.waiting, (await loadCases(province[0], "36", caseFilters({}))).waiting, (await loadCases(city[0], "3601", caseFilters({ stage: "nation", page: "x" }))).lines]).toEqual([1, 0, []]);
    const titles = async (who: Actor) => (await loadWork(who)).flatMap(({ items }) => items.map(({ title }) => title)).filter((title) => title.includes("东湖区"));
    expect([await titles(city[0]), await titles(province[0]), await titles(county[0])]).toEqual([["东湖区 市级复核"], [], []]);
  });

  it("batches are managed by the nation's evaluators alone", async () => {
    expect((await loadBatches(ministry, "cn")).batches.find((batch) => batch.id === BATCH)?.cases).toBe(1);
    expect([(await loadBatches(ministry, "cn")).manages, await refusal(loadBatches(province[0], "cn"))]).toEqual([true, expect.stringMatching(/^notFound/)]);
  });
});
