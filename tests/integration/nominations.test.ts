import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-scope";
import { attachFile } from "@/lib/evidence/attach-file";
import { beginNomination } from "@/lib/nominations/begin-nomination";
import { loadNomination } from "@/lib/nominations/load-nomination";
import { loadNominations } from "@/lib/nominations/load-nominations";
import { nominationDocument } from "@/lib/nominations/nomination-document";
import { moveNomination } from "@/lib/nominations/move-nomination";
import { publishNominations } from "@/lib/nominations/publish-list";
import { rankNominations } from "@/lib/nominations/rank-nominations";
import { reportNominations } from "@/lib/nominations/report-nominations";
import { reviewNomination } from "@/lib/nominations/review-nomination";
import type { SingleAct } from "@/lib/nominations/rules";
import { saveNominationBatch } from "@/lib/nominations/save-batch";
import { nominationBatchInput, nominationInput, publishInput, rankInput, reportInput } from "@/lib/nominations/schema";
import { DEFAULT_TEMPLATE } from "@/lib/nominations/template";
import { writeNomination } from "@/lib/nominations/write-nomination";
import { shanghaiDay } from "@/lib/time";
import { loadWork } from "@/lib/work/load-work";
import { as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";
import { unzipped } from "../helpers/unzipped";

/** Five counties of 甘肃 and, without a city above it, a district of 重庆. */
const COUNTIES = ["620302", "620321", "620402", "620403", "620421"];
const DISTRICT = "500102";
const TODAY = shanghaiDay(new Date());
const person = castOf("620302");
const bureau = (code: string) => person(`t-nm-${code}`, { divisionCode: code });
const city = (code: string) => person(`t-nm-${code}`, { level: "city", divisionCode: code });
const province = person("t-nm-62", { level: "province", divisionCode: "62" });
const colleague = person("t-nm-62b", { level: "province", divisionCode: "62" });
const chongqing = person("t-nm-50", { level: "province", divisionCode: "50" });
const ministry = person("t-nm-moe", { level: "nation", divisionCode: "cn" });
let owner: pg.Client;
let batch = "";

const run = <T extends { audit: AuditEntry | AuditEntry[] }>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => as(actor, async (tx) => {
  const done = await work(tx);
  for (const entry of [done.audit].flat()) await appendEvent(tx, actor, entry);
  return done;
});
const call = (more: Record<string, unknown> = {}) => nominationBatchInput.parse({ id: "", version: 0, year: 2026, name: "测试推荐批次", quotaMin: 2, quotaMax: 3, dueOn: "2099-12-31", documentNumber: "", fields: DEFAULT_TEMPLATE, ...more });
const begin = async (code: string) => (await run(bureau(code), (tx) => beginNomination(tx, bureau(code), { batchId: batch }))).value.id;
const ANSWERS = Object.fromEntries(DEFAULT_TEMPLATE.map(({ key, label }) => [key, `${label}的内容`]));
const write = (code: string, id: string, more: Record<string, unknown> = {}) => run(bureau(code), (tx) => writeNomination(tx, bureau(code), nominationInput.parse({ id, version: 1, answers: ANSWERS, basicBalanceYear: "2018", leadership: "领导小组每季度研究。", ecology: "双减、待遇等落实。", ...more })));
const attach = (code: string, id: string, item: string) => as(bureau(code), (tx) => attachFile(tx, bureau(code), { entity: "nomination", entityId: id, item }, { name: "说明.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
const move = (actor: Actor, id: string, act: SingleAct, version: number, reason = "") => run(actor, (tx) => moveNomination(tx, actor, { id, version, act, reason }));
const rank = (actor: Actor, ranks: [string, number, number | null][]) => run(actor, (tx) => rankNominations(tx, actor, rankInput.parse({ batchId: batch, ranks: ranks.map(([id, version, at]) => ({ id, version, rank: at })) })));
const report = (actor: Actor, reason = "") => run(actor, (tx) => reportNominations(tx, actor, reportInput.parse({ batchId: batch, documentNumber: "测教函〔2026〕1号", reason })));
const judge = (id: string, decision: "admit" | "decline", version = 0) => run(ministry, (tx) => reviewNomination(tx, ministry, { id, version, decision, reason: decision === "admit" ? "条件具备" : "基础薄弱" }));
const publish = (more: Record<string, unknown> = {}) => run(ministry, (tx) => publishNominations(tx, ministry, publishInput.parse({ batchId: batch, title: "测试先行创建县名单", documentNumber: "测教厅函〔2026〕9号", publishedOn: TODAY, ...more })));
const stateOf = async (id: string) => (await owner.query<{ state: string; rank: number | null; version: number; late: boolean }>("SELECT state, rank, version, late FROM nominations WHERE id = $1", [id])).rows[0];

/** A county's 推荐表 as far as the province. */
async function toProvince(code: string) {
  const id = await begin(code);
  await write(code, id);
  for (const item of ["leadership", "ecology"]) await attach(code, id, item);
  await move(bureau(code), id, "submit", 2);
  await move(city(code.slice(0, 4)), id, "forward", 3, "同意推荐");
  return id;
}
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["nomination_events", "nomination_reviews", "nominations", "ledger_entries", "notices", "file_links"]) await owner.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [[...COUNTIES, DISTRICT]]);
  await owner.query("DELETE FROM notices WHERE entity = 'nomination'");
  await owner.query("DELETE FROM nomination_lists WHERE batch_id IN (SELECT id FROM nomination_batches WHERE name LIKE '测试推荐批次%')");
  await owner.query("DELETE FROM nomination_batches WHERE name LIKE '测试推荐批次%'");
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, []);
});
beforeEach(async () => {
  await clean();
  batch = (await run(ministry, (tx) => saveNominationBatch(tx, ministry, call()))).value.id;
});
afterAll(async () => {
  await clean();
  await owner.end();
  await prisma().$disconnect();
});

describe("先行创建, from the county to the published list", () => {
  it("is handed in whole, passes the city, is ranked, reported, judged and published; each reads what is for him", async () => {
    const [first] = COUNTIES as [string];
    const id = await begin(first);
    expect(await refusal(begin(first))).toMatch(/已在填写/);
    expect((await loadNominations(province, "62", batch)).lines).toEqual([]);
    expect(await refusal(loadNomination(province, "62", id))).toMatch(/^notFound/);
    expect(await refusal(move(bureau(first), id, "submit", 1))).toMatch(/^invalid: 请填写“基本情况”/);
    await write(first, id, { basicBalanceYear: "2024" });
    expect(await refusal(move(bureau(first), id, "submit", 2))).toMatch(/^state: 有 3 项前提条件未满足.*没有佐证材料.*2024 年认定，至 2026 年 2 年/);
    expect(await refusal(write(first, id, { version: 1 }))).toMatch(/^conflict/);
    expect(await refusal(write(first, id, { version: 2, basicBalanceYear: "2027" }))).toBe("invalid: 不能晚于 2026 年。");
    await write(first, id, { version: 2 });
    for (const item of ["leadership", "ecology"]) await attach(first, id, item);
    await move(bureau(first), id, "submit", 3);
    expect(await refusal(attach(first, id, "ecology"))).toMatch(/不能增减/);
    expect(await refusal(write(first, id, { version: 4 }))).toMatch(/现在是“市级审核”/);
    expect((await loadNomination(city("6203"), "6203", id)).acts).toEqual(["forward", "return"]);
    expect(await refusal(move(province, id, "return", 4, "补充"))).toMatch(/由所在设区市教育行政部门办理/);
    expect(await refusal(move(city("6203"), id, "return", 4))).toBe("invalid: 请写明退回的原因。");
    await move(city("6203"), id, "return", 4, "请补充短板");
    expect(await stateOf(id)).toMatchObject({ state: "returned", version: 5 });
    await move(bureau(first), id, "submit", 5);
    const { name, bytes } = await nominationDocument(await loadNomination(bureau(first), first, id), "演示数据，与实际情况无关");
    const text = unzipped(bytes, "word/document.xml").replaceAll(/<[^>]+>/g, "");
    expect(name).toBe("金川区义务教育优质均衡先行创建县推荐表");
    for (const part of ["义务教育优质均衡先行创建县推荐表", "演示数据，与实际情况无关", "测试推荐批次，金川区，市级审核", "拟攻坚任务的内容", "领导小组每季度研究。", "国家认定基本均衡满 3 年：满足（2018 年认定，至 2026 年 8 年）", "县级意见", "市级意见", "省级意见", "（盖章）"]) expect(text).toContain(part);
    await move(city("6203"), id, "forward", 6, "同意");
    expect((await loadWork(province)).find(({ title }) => title === "先行创建推荐")?.items.map(({ key }) => key)).toContain(id);
    const second = await toProvince("620402");
    expect(await refusal(rank(province, [[id, 7, 2], [second, 4, 3]]))).toMatch(/顺序从 1 开始连续编号/);
    await rank(province, [[id, 7, 2], [second, 4, 1]]);
    // the order is the province's own until it has reported
    expect((await loadNominations(bureau(first), first, batch)).lines.map((line) => line.rank)).toEqual([null]);
    expect((await loadNominations(ministry, "cn", batch)).lines.map((line) => line.rank)).toEqual([null, null]);
    expect([(await loadNominations(province, "62", batch)).lines[0]?.county, (await loadNominations(ministry, "cn", batch)).lines[0]?.county]).toEqual([expect.stringMatching(/^金昌市./), expect.stringMatching(/^甘肃省金昌市./)]);
    expect((await loadNominations(province, "62", batch)).lines.map((line) => line.rank)).toEqual([2, 1]);
    expect(await refusal(judge(id, "admit"))).toMatch(/现在是“省级遴选”/);
    await report(province);
    expect(await refusal(report(colleague))).toBe("state: 还没有排序的推荐县，请先排序。");
    expect(await refusal(move(bureau(first), id, "withdraw", 9))).toMatch(/已报教育部/);
    expect(await refusal(publish())).toMatch(/还有 2 个推荐县没有审核意见/);
    await judge(id, "decline");
    await judge(second, "admit");
    expect(await refusal(judge(second, "decline"))).toMatch(/^conflict/);
    // the ministry's opinion is its own until the list is published
    expect((await loadNomination(province, "62", id)).review).toBeNull();
    await publish();
    expect(await refusal(publish())).toMatch(/名单为空/);
    expect([await stateOf(id), await stateOf(second)].map((row) => row?.state)).toEqual(["declined", "published"]);
    expect((await loadNomination(bureau(first), first, id)).review).toMatchObject({ decision: "decline", reason: "基础薄弱" });
    expect((await loadNominations(ministry, "cn", batch)).lists).toMatchObject([{ title: "测试先行创建县名单", documentNumber: "测教厅函〔2026〕9号", publishedOn: TODAY }]);
    expect(await refusal(begin("620402"))).toMatch(/已列入先行创建县名单/);
    const acts = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'nomination' AND entity_id = $1 ORDER BY id", [id]);
    expect(acts.rows.map(({ act }) => act).slice(-6)).toEqual(["nomination.submit", "nomination.forward", "nomination.rank", "nomination.report", "nomination.review", "nomination.publish"]);
  });

  it("skips the city where there is none", async () => {
    const id = await begin(DISTRICT);
    await write(DISTRICT, id);
    for (const item of ["leadership", "ecology"]) await attach(DISTRICT, id, item);
    await move(bureau(DISTRICT), id, "submit", 2);
    expect(await stateOf(id)).toMatchObject({ state: "province" });
    expect(await refusal(rank(province, [[id, 3, 1]]))).toMatch(/^notFound/);
    await rank(chongqing, [[id, 3, 1]]);
    expect(await refusal(report(chongqing))).toBe("invalid: 每省推荐 2—3 个，共 1 个，不足 2 个须说明原因。");
    await report(chongqing, "今年只有一个县符合条件");
    expect(await stateOf(id)).toMatchObject({ state: "reported", late: false });
  });

  it("holds back a county whose problems of 基本均衡 are not closed in the ledger", async () => {
    const id = await begin("620302");
    await write("620302", id);
    for (const item of ["leadership", "ecology"]) await attach("620302", id, item);
    await owner.query(`INSERT INTO ledger_entries (id, division_code, source, source_key, level, problem, owner, opened_on) VALUES ('t-nm-l', '620302', 'basic_balance', 't-nm-l', 'county', '两校班额超标', 'bureau', '2026-01-01')`);
    expect(await refusal(move(bureau("620302"), id, "submit", 2))).toMatch(/整改台账中还有 1 个未销号的基本均衡遗留问题/);
    await owner.query("UPDATE ledger_entries SET retired_at = now() WHERE id = 't-nm-l'");
    await move(bureau("620302"), id, "submit", 2);
    expect(await stateOf(id)).toMatchObject({ state: "city" });
  });

  it("takes a report after the last day as 补报 with its reason, within the same quota", async () => {
    const ids = [await toProvince("620302"), await toProvince("620402"), await toProvince("620403")];
    await rank(province, [[ids[0] ?? "", 4, 1], [ids[1] ?? "", 4, 2]]);
    await report(province);
    await run(ministry, (tx) => saveNominationBatch(tx, ministry, call({ id: batch, version: 1, dueOn: "2026-01-10" })));
    await rank(province, [[ids[2] ?? "", 4, 3]]);
    expect(await refusal(report(province))).toBe("invalid: 报送期限是 2026-01-10，现在报送为补报，请写明补报的原因。");
    await report(province, "机构改革，材料迟报");
    expect(await Promise.all(ids.map(async (id) => (await stateOf(id))?.late))).toEqual([false, false, true]);
    const fourth = await toProvince("620421");
    expect(await refusal(rank(province, [[fourth, 4, 4]]))).toBe("invalid: 每省最多推荐 3 个，已报 3 个，本次 1 个，超出名额。");
    expect(await refusal(run(ministry, (tx) => saveNominationBatch(tx, ministry, call({ id: batch, version: 2, quotaMax: 2 }))))).toMatch(/已有省份报送 3 个/);
    expect(await refusal(run(ministry, (tx) => saveNominationBatch(tx, ministry, call({ id: batch, version: 2, fields: DEFAULT_TEMPLATE.slice(1) }))))).toMatch(/“基本情况”不能删去/);
  });
});

describe("two at once", () => {
  it("takes one of two submissions of a county and refuses the other", async () => {
    const id = await begin("620302");
    await write("620302", id);
    for (const item of ["leadership", "ecology"]) await attach("620302", id, item);
    const outcomes = await Promise.allSettled([1, 2].map(() => move(bureau("620302"), id, "submit", 2)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await owner.query("SELECT 1 FROM nomination_events WHERE nomination_id = $1 AND act = 'submit'", [id])).rowCount).toBe(1);
  });

  it("keeps a province within its quota when two of its people rank and report at the same time", async () => {
    const ids: string[] = [];
    for (const code of COUNTIES) ids.push(await toProvince(code));
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    // each knows of an order that fits alone; together they would be five
    const ranks = await Promise.allSettled([rank(province, [[a, 4, 1], [b, 4, 2], [c, 4, 3]]), rank(colleague, [[d, 4, 1], [e, 4, 2]])]);
    expect(ranks.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const reports = await Promise.allSettled([report(province), report(colleague), report(province)]);
    expect(reports.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    const { rows } = await owner.query<{ count: number }>("SELECT count(*)::int AS count FROM nominations WHERE batch_id = $1 AND state = 'reported'", [batch]);
    expect(rows[0]?.count).toBe(ranks[0]?.status === "fulfilled" ? 3 : 2);
  });

  it("lets a county withdraw or the province report, not both", async () => {
    const [a, b] = [await toProvince("620302"), await toProvince("620402")];
    await rank(province, [[a, 4, 1], [b, 4, 2]]);
    const [withdrawn, reported] = await Promise.allSettled([move(bureau("620302"), a, "withdraw", 5), report(province, "说明")]);
    const state = (await stateOf(a))?.state;
    expect([withdrawn?.status, state]).toEqual(withdrawn?.status === "fulfilled" ? ["fulfilled", "draft"] : ["rejected", "reported"]);
    if (withdrawn?.status !== "fulfilled") return expect(reported?.status).toBe("fulfilled");
    // the order has a gap now: the province ranks anew before it reports
    expect(reported?.status).toBe("rejected");
    expect(await refusal(report(province, "说明"))).toMatch(/推荐顺序有空缺/);
    await rank(province, [[b, 5, 1]]);
    await report(province, "说明");
  });
});

describe("the database", () => {
  it("lets no level write what is another's, whatever the application would do", async () => {
    const id = await toProvince("620302");
    const moved = (actor: Actor, to: string) => as(actor, async (tx) => tx.$executeRaw`UPDATE nominations SET state = ${to}, rank = 1 WHERE id = ${id}`);
    expect(await moved(ministry, "published").catch(() => 0)).toBe(0);
    expect(await moved(city("6203"), "reported").catch(() => 0)).toBe(0);
    expect(await moved(chongqing, "reported").catch(() => 0)).toBe(0);
    await expect(moved(bureau("620302"), "reported")).rejects.toThrow();
    await expect(as(province, (tx) => tx.$executeRaw`INSERT INTO nomination_reviews (nomination_id, division_code, decision, reason, user_id) VALUES (${id}, '620302', 'admit', 'x', 't')`)).rejects.toThrow();
    await expect(as(province, (tx) => tx.$executeRaw`INSERT INTO nomination_lists (id, batch_id, title, document_number, published_on, published_by) VALUES ('t-nm-x', ${batch}, 'x', 'x', '2026-01-01', 't')`)).rejects.toThrow();
  });
});
