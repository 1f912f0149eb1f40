import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { moveDecision } from "@/lib/certification/move-decision";
import { openCase } from "@/lib/certification/open-case";
import type { Outcome } from "@/lib/certification/outcomes";
import { draftInput, handInput, openInput } from "@/lib/certification/schema";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "230108";
const BATCH = "t-materials";
const CASE = `c${COUNTY}-${BATCH}`;
const person = castOf(COUNTY);
const body = (name: string, more: Parameters<typeof person>[1]): [Actor, Actor, Actor] => [person(`t-ma-${name}-a`, more), person(`t-ma-${name}-b`, more), person(`t-ma-${name}-c`, more)];
const county = body("gov", { office: "government" });
const city = body("city", { office: "supervision", level: "city", divisionCode: "2301" });
const elsewhere = person("t-ma-else", { office: "supervision", level: "city", divisionCode: "2302" });
const province = body("province", { office: "supervision", level: "province", divisionCode: "23" });
let owner: Client;

const caseOf = async () => (await owner.query<{ stage: string; holder: string; version: number }>("SELECT stage, holder, version FROM certification_cases WHERE id = $1", [CASE])).rows[0];
const draft = async (actor: Actor, outcome: Outcome) => {
  const version = (await caseOf())?.version;
  return (await acting(actor, (tx) => draftDecision(tx, actor, draftInput.parse({ caseId: CASE, version, outcome, opinion: "经研究，同意。" })))).value.id;
};
const hand = (actor: Actor, decisionId: string, act: "check" | "sign", version: number) => acting(actor, (tx) => moveDecision(tx, actor, handInput.parse({ decisionId, act, version, documentNumber: "测督〔2026〕6号" })));
async function decide([handler, reviewer, signer]: [Actor, Actor, Actor], outcome: Outcome) {
  const id = await draft(handler, outcome);
  await hand(reviewer, id, "check", 1);
  await hand(signer, id, "sign", 2);
  return (await caseOf())?.stage;
}
const attach = (item: string, by: Actor = county[0]) => as(by, (tx) => attachFile(tx, by, { entity: "certification", entityId: CASE, item }, { name: "材料.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
const begin = (batchId: string) => acting(county[0], (tx) => openCase(tx, county[0], openInput.parse({ divisionCode: COUNTY, batchId, basicBalanceYear: 2016, statement: "已具备创建基础，自愿申报。" })));
const stand = (stage: string, holder: string) => owner.query("INSERT INTO certification_cases (id, division_code, batch_id, figures_year, stage, skips_city, holder, round, basic_balance_year, opened_by) VALUES ($1, $2, $3, 2025, $4, false, $5, 0, 2015, 't')", [CASE, COUNTY, BATCH, stage, holder]);
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["certification_snapshots", "certification_events", "certification_decisions", "certification_cases", "notices", "file_links"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("DELETE FROM notices WHERE entity_id = $1", [CASE]);
  await owner.query("DELETE FROM file_links WHERE entity_id = $1", [CASE]);
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025], schools: 8 }]);
  await clean();
  for (const id of [BATCH, `${BATCH}-2`]) await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, 2025, '材料批次', $2, '{}', 't') ON CONFLICT (id) DO NOTHING", [id, JSON.stringify(STEPS_OF[2025])]);
});
beforeEach(clean);
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id LIKE 't-materials%'");
  await owner.end();
  await prisma().$disconnect();
});

describe("what a county brings", () => {
  it("自评报告 and 申报表 before a submission, by name; the line reads them once it is signed", async () => {
    await stand("self", COUNTY);
    expect(await refusal(draft(county[0], "apply"))).toBe("state: 请先上传“自评报告”、“申报表”。");
    await attach("self.report");
    expect(await refusal(draft(county[0], "apply"))).toBe("state: 请先上传“申报表”。");
    expect(await refusal(attach("self.other"))).toMatch(/^notFound/);
    expect(await refusal(attach("plan"))).toMatch(/不能增减/);
    await attach("self.form");
    const seen = () => as(city[0], async (tx) => (await listEvidence(tx, city[0], "certification", { is: CASE })).map(({ item }) => item).sort());
    expect(await seen()).toEqual([]);
    expect(await decide(county, "apply")).toBe("city");
    expect(await seen()).toEqual(["self.form", "self.report"]);
  });
});

describe("what an evaluator writes", () => {
  const seen = (actor: Actor) => as(actor, async (tx) => (await listEvidence(tx, actor, "certification", { is: CASE })).map(({ item }) => item));
  it("is its own until it has decided, then the county's and the line's; nobody else brings it", async () => {
    await stand("city", "2301");
    for (const actor of [county[0], province[0], elsewhere]) expect(await refusal(attach("city", actor))).toMatch(/^notFound/);
    expect(await refusal(attach("province", province[0]))).toMatch(/现在是“市级复核”/);
    await attach("city", city[0]);
    expect([await seen(city[1]), await seen(county[0]), await seen(province[0]), await seen(elsewhere)]).toEqual([["city"], [], [], []]);
    const id = await draft(city[0], "return");
    expect(await refusal(attach("city", city[0]))).toMatch(/正在审核或签发，材料不能增减/);
    await hand(city[1], id, "check", 1);
    // nor does the log of the county tell what is under way above it
    const logged = (actor: Actor) => as(actor, (tx) => tx.auditEvent.count({ where: { entity: "certification", entityId: CASE, act: { in: ["certification.draft", "certification.check"] }, detail: { path: ["decisionId"], equals: id } } }));
    expect([await logged(county[0]), await logged(city[2])]).toEqual([0, 2]);
    await hand(city[2], id, "sign", 2);
    expect([await seen(county[0]), await seen(province[0]), await seen(elsewhere)]).toEqual([["city"], ["city"], []]);
    expect(await as(county[0], (tx) => tx.storedFile.count({ where: { divisionCode: "2301" } }))).toBe(1);
    // a document that hangs on another's decision is not let in by the database
    await expect(as(county[0], (tx) => tx.$executeRaw`INSERT INTO file_links (id, file_id, division_code, entity, entity_id, item, linked_by) SELECT 't-ma-x', file_id, '2301', entity, entity_id, item, ${county[0].userId} FROM file_links WHERE entity_id = ${CASE} LIMIT 1`)).rejects.toThrow(/row-level security/);
  });
});

describe("撤回申报", () => {
  it("ends a course before the nation has it, whoever holds it; the county may begin again in another batch", async () => {
    await stand("city", "2301");
    const under = await draft(city[0], "return");
    expect(await refusal(draft(city[0], "retract"))).toMatch(/由县级人民政府办理/);
    expect(await decide(county, "retract")).toBe("withdrawn");
    // what another had under way ends with it
    expect(await refusal(hand(city[1], under, "check", 1))).toMatch(/不在现在的办理环节/);
    expect((await owner.query("SELECT 1 FROM notices WHERE division_code = '2301' AND entity_id = $1 AND title LIKE '撤回申报%'", [CASE])).rowCount).toBe(1);
    expect(await refusal(begin(BATCH))).toMatch(/已在材料批次申报/);
    expect((await begin(`${BATCH}-2`)).value.id).not.toBe(CASE);
  });
  it("is not possible once the nation has it", async () => {
    await stand("nation", "cn");
    expect(await refusal(draft(county[0], "retract"))).toMatch(/现在是“国家认定”，不能办理“撤回申报”/);
  });
  it("is all that the database lets a county do with a case that another holds", async () => {
    await stand("cultivation", "23");
    const set = (stage: string) => as(county[0], (tx) => tx.$executeRaw`UPDATE certification_cases SET stage = ${stage}, holder = 'cn' WHERE id = ${CASE}`);
    for (const stage of ["self", "recognised", "nation"]) await expect(set(stage)).rejects.toThrow(/only withdraws/);
    expect(await caseOf()).toMatchObject({ stage: "cultivation", holder: "23" });
    // a province at the same moment and the county: one of them comes second and is told
    const both = await Promise.allSettled([decide(county, "retract"), decide(province, "admit")]);
    expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(["withdrawn", "candidacy"]).toContain((await caseOf())?.stage);
  });
});
