import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { acceptCase } from "@/lib/certification/accept-case";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { drawSchools } from "@/lib/certification/draw";
import { enterSiteValue } from "@/lib/certification/enter-site-value";
import { extendCase } from "@/lib/certification/extend-case";
import { finishVisit } from "@/lib/certification/finish-visit";
import { giveOpinions } from "@/lib/certification/give-opinions";
import { MATERIALS } from "@/lib/certification/materials";
import { monitorCase } from "@/lib/certification/monitor-case";
import { moveDecision } from "@/lib/certification/move-decision";
import { openCase } from "@/lib/certification/open-case";
import type { Outcome } from "@/lib/certification/outcomes";
import { planVisit } from "@/lib/certification/plan-visit";
import { recordStep } from "@/lib/certification/record-step";
import { REVIEW_ITEMS, isVeto } from "@/lib/certification/review-items";
import { draftInput, finishInput, handInput, openInput, opinionsInput } from "@/lib/certification/schema";
import { SITE_FIELDS } from "@/lib/certification/site-fields";
import { canonical, computeSnapshot, readSnapshot, withSiteValues } from "@/lib/certification/snapshot";
import { fingerprintOf, getSnapshot } from "@/lib/certification/take-snapshot";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { shanghaiDay } from "@/lib/time";
import type { Tx } from "@/lib/db/with-scope";
import { as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "350102";
const DISTRICT = "500101";
const OTHER = "350103";
const YEAR = 2025;
const TODAY = shanghaiDay(new Date());
const BATCH = "t-batch";
let owner: Client;

const three = (county: string, body: string, more: Parameters<ReturnType<typeof castOf>>[1]) => {
  const person = castOf(county);
  const of = (duty: string) => person(`t-ce-${body}-${duty}`, more);
  return [of("handler"), of("reviewer"), of("signer")] as const;
};
const government = (county: string) => three(county, `gov-${county}`, { office: "government" });
const evaluators = (level: "city" | "province" | "nation", code: string) => three(COUNTY, `sup-${code}`, { office: "supervision", level, divisionCode: code });
type Hands = readonly [Actor, Actor, Actor];
const county = government(COUNTY);
const city = evaluators("city", "3501");
const province = evaluators("province", "35");
const nation = evaluators("nation", "cn");

const run = <T extends { audit: AuditEntry | AuditEntry[] }>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => as(actor, async (tx) => {
  const done = await work(tx);
  for (const entry of [done.audit].flat()) await appendEvent(tx, actor, entry);
  return done;
});
const caseOf = async (id: string) => {
  const { rows } = await owner.query<{ stage: string; version: number; round: number; holder: string; due: string | null }>("SELECT stage, version, round, holder, due_on::text AS due FROM certification_cases WHERE id = $1", [id]);
  if (!rows[0]) throw new Error("no case");
  return rows[0];
};
const open = (code = COUNTY) => run(government(code)[0], (tx) => openCase(tx, government(code)[0], openInput.parse({ divisionCode: code, batchId: BATCH, basicBalanceYear: 2016, statement: "已具备创建基础，自愿申报。" }))).then((done) => done.value.id);
/** What the county has to bring at the stage, as far as it is not there. */
const bring = async (actor: Actor, id: string) => {
  const { stage } = await caseOf(id);
  for (const { item, required, title } of MATERIALS.filter((one) => one.stage === stage && one.required)) {
    const { rowCount } = await owner.query("SELECT 1 FROM file_links WHERE entity = 'certification' AND entity_id = $1 AND item = $2 AND retired_at IS NULL", [id, item]);
    if (required && !rowCount) await as(actor, (tx) => attachFile(tx, actor, { entity: "certification", entityId: id, item }, { name: `${title}.pdf`, bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
  }
};
const draftOnly = async (actor: Actor, id: string, outcome: Outcome, more: Record<string, unknown> = {}) =>
  run(actor, async (tx) => draftDecision(tx, actor, draftInput.parse({ caseId: id, version: (await caseOf(id)).version, outcome, opinion: "经研究，同意。", ...more }))).then((done) => done.value.id);
const hand = (actor: Actor, decisionId: string, act: "check" | "sign" | "sendBack" | "withdraw", version: number, more: Record<string, unknown> = {}) =>
  run(actor, (tx) => moveDecision(tx, actor, handInput.parse({ decisionId, act, version, ...(act === "sign" ? { documentNumber: "测督〔2026〕1号", publishedOn: TODAY } : {}), ...more })));
const draft: typeof draftOnly = async (actor, id, outcome, more) => {
  if (actor.office.level === "county" && outcome !== "retract") await bring(actor, id).catch(() => undefined);
  return draftOnly(actor, id, outcome, more);
};
/** A decision through its three hands. */
async function decide(hands: Hands, id: string, outcome: Outcome, more: Record<string, unknown> = {}) {
  const decision = await draft(hands[0], id, outcome, more);
  await hand(hands[1], decision, "check", 1);
  await hand(hands[2], decision, "sign", 2);
  return (await caseOf(id)).stage;
}
const opinions = (actor: Actor, id: string, except: Record<string, { opinion: string; note: string }> = {}, versions = 0) => run(actor, (tx) => giveOpinions(tx, actor, opinionsInput.parse({
  caseId: id, opinions: REVIEW_ITEMS.map(({ key }) => ({ item: key, opinion: isVeto(key) ? "none" : "met", note: "经核实。", version: versions, ...except[key] })),
})));
const visit = async (actor: Actor, id: string) => {
  const { id: visitId } = (await run(actor, (tx) => planVisit(tx, actor, { caseId: id, plannedOn: TODAY, team: "教育督导专家 3 人", count: 3 }))).value;
  await run(actor, (tx) => finishVisit(tx, actor, finishInput.parse({ visitId, version: 1, doneOn: TODAY, findings: "查看了所抽学校。" })));
};
const evaluate = async (actor: Actor, id: string) => {
  await run(actor, (tx) => acceptCase(tx, actor, { caseId: id, note: "按程序受理。" }));
  await opinions(actor, id);
  await visit(actor, id);
};
/** From 自荐 to the county's own evaluation. */
const toSelf = async (id: string, hands: Hands, above: Hands) => {
  await decide(hands, id, "nominate");
  await decide(above, id, "admit");
  await decide(above, id, "list");
};
const TABLES = ["certification_monitors", "certification_site_values", "certification_visits", "certification_steps", "certification_reviews", "certification_acceptances", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases"];
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of [...TABLES, "ledger_events", "ledger_entries", "ledger_counts", "notices", "file_links"]) await owner.query(`DELETE FROM ${table} WHERE division_code IN ($1, $2)`, [COUNTY, DISTRICT]);
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, DISTRICT].map((code) => ({ code, years: [YEAR], schools: 8 })));
  await clean();
  await owner.query(`INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, $2, '测试批次', $3, $4, 't') ON CONFLICT (id) DO UPDATE SET steps = excluded.steps, deadlines = excluded.deadlines`,
    [BATCH, YEAR, JSON.stringify(STEPS_OF[2025]), JSON.stringify({ nomination: "2099-01-31", self: "2099-06-30", province: "2099-10-31" })]);
});
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
  await owner.end();
  await prisma().$disconnect();
});

describe("a county's course", () => {
  it("goes from nomination to recognition and after it, each step in three hands with its number, in the log and on record", async () => {
    await clean();
    const earlier = (await owner.query<{ last: string }>("SELECT coalesce(max(id), 0)::text AS last FROM audit_events")).rows[0]?.last ?? "0";
    const id = await open();
    expect(await caseOf(id)).toMatchObject({ stage: "nomination", holder: COUNTY, due: "2099-01-31" });
    expect(await refusal(open())).toMatch(/已在测试批次申报/);
    await toSelf(id, county, province);
    expect(await caseOf(id)).toMatchObject({ stage: "self", holder: COUNTY, due: "2099-06-30", round: 0 });
    expect(await decide(county, id, "apply")).toBe("city");
    expect(await refusal(draft(city[0], id, "endorse"))).toMatch(/还没有受理/);
    await evaluate(city[0], id);
    expect(await decide(city, id, "endorse")).toBe("province");
    await evaluate(province[0], id);
    expect(await decide(province, id, "recommend")).toBe("nation");
    await run(nation[0], (tx) => acceptCase(tx, nation[0], { caseId: id, note: "受理。" }));
    const record = (step: string, more = {}) => run(nation[0], (tx) => recordStep(tx, nation[0], { caseId: id, step, result: "passed", note: "", version: 0, ...more }));
    expect(await refusal(record("monitoring"))).toMatch(/请先记录“资格审查”/);
    for (const { key } of STEPS_OF[2025].slice(0, 3)) await record(key);
    expect(await refusal(record("indicators"))).toMatch(/38 项没有意见/);
    await opinions(nation[0], id, { "gov-8": { opinion: "mend", note: "补发绩效工资差额" } });
    for (const { key } of STEPS_OF[2025].slice(3)) await record(key);
    expect(await refusal(draft(nation[0], id, "feedback"))).toMatch(/整改期限/);
    expect(await decide(nation, id, "feedback", { mendBy: "2099-12-31" })).toBe("plan");
    expect(await decide(county, id, "submitPlan")).toBe("report");
    expect(await caseOf(id)).toMatchObject({ due: "2099-12-31" });
    await decide(county, id, "submitReport");
    expect(await refusal(draft(nation[0], id, "recognise"))).toMatch(/1 项审核意见为未达标或限期整改/);
    await run(nation[0], (tx) => giveOpinions(tx, nation[0], { caseId: id, opinions: [{ item: "gov-8", opinion: "met", note: "已补发，凭证齐全", version: 1 }] }));
    expect(await decide(nation, id, "recognise")).toBe("recognised");
    await run(province[0], (tx) => monitorCase(tx, province[0], { caseId: id, year: 2027, conclusion: "slipped", note: "两校班额超标", version: 0 }));
    expect(await refusal(draft(nation[0], id, "revoke"))).toMatch(/先限期整改/);
    expect(await decide(nation, id, "correct", { mendBy: "2099-12-31" })).toBe("correction");
    expect(await decide(county, id, "submitCorrection")).toBe("recheck");
    expect(await decide(province, id, "renew", { mendBy: "2099-12-31" })).toBe("correction");
    await decide(county, id, "submitCorrection");
    expect(await decide(nation, id, "revoke")).toBe("revoked");
    expect(await refusal(draft(nation[0], id, "recognise"))).toMatch(/认定已撤销/);
    const events = await owner.query<{ act: string; n: string }>("SELECT act, document_number AS n FROM certification_events WHERE case_id = $1 ORDER BY at, id", [id]);
    expect(events.rows.map(({ act }) => act)).toEqual(["open", "nominate", "admit", "list", "apply", "accept", "visit", "visited", "endorse", "accept", "visit", "visited", "recommend", "accept", "feedback", "submitPlan", "submitReport", "recognise", "monitor", "correct", "submitCorrection", "renew", "submitCorrection", "revoke"]);
    expect(events.rows.filter(({ act }) => !["open", "accept", "visit", "visited", "monitor"].includes(act)).every(({ n }) => n === "测督〔2026〕1号")).toBe(true);
    const audit = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'certification' AND entity_id = $1 AND id > $2 ORDER BY id", [id, earlier]);
    expect(audit.rows.filter(({ act }) => act === "certification.sign")).toHaveLength(15);
    const told = await owner.query<{ division_code: string }>("SELECT DISTINCT division_code FROM notices WHERE entity = 'certification' AND entity_id = $1 ORDER BY 1", [id]);
    expect(told.rows.map((row) => row.division_code)).toEqual(["35", "3501", COUNTY, "cn"]);
    await owner.query("DELETE FROM notices WHERE entity = 'certification' AND entity_id = $1", [id]);
  });

  it("skips 市级复核 where the division has none, and goes back the way it came", async () => {
    await clean();
    const [hands, above] = [government(DISTRICT), evaluators("province", "50")];
    const id = await open(DISTRICT);
    await toSelf(id, hands, above);
    expect(await decide(hands, id, "apply")).toBe("province");
    expect(await decide(above, id, "return")).toBe("self");
    expect(await decide(hands, id, "apply")).toBe("province");
    expect(await caseOf(id)).toMatchObject({ round: 2, holder: "50" });
    await clean();
  });
});

describe("a submission", () => {
  it("freezes data, standard and readings; computed from the snapshot alone every figure is as it was, to the digit, whatever became of the data", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    const stored = async () => (await owner.query("SELECT result FROM section_results WHERE division_code = $1 AND year = $2 ORDER BY code, stage", [COUNTY, YEAR])).rows.map((row: { result: unknown }) => row.result);
    const before = await stored();
    await decide(county, id, "apply");
    await owner.query("UPDATE school_facts SET primary_students = primary_students + 7 WHERE division_code = $1 AND year = $2 AND primary_students > 0", [COUNTY, YEAR]);
    await recomputeCounty(owner, COUNTY, YEAR);
    const { rows } = await owner.query<{ inputs: unknown; results: unknown; fingerprint: string }>("SELECT inputs, results, fingerprint FROM certification_snapshots WHERE case_id = $1", [id]);
    const inputs = readSnapshot(rows[0]?.inputs);
    const again = computeSnapshot(inputs);
    expect(canonical(again)).toBe(canonical(rows[0]?.results));
    const order = (sections: { code: string; stage: string }[]) => [...sections].sort((a, b) => (`${a.code}${a.stage}` < `${b.code}${b.stage}` ? -1 : 1));
    expect(canonical(order(again.evaluation.sections))).toBe(canonical(before));
    expect(canonical(await stored())).not.toBe(canonical(before));
    expect(fingerprintOf(inputs)).toBe(rows[0]?.fingerprint);
    await expect(as(county[0], (tx) => tx.certificationSnapshot.updateMany({ where: { caseId: id }, data: { year: 1 } }))).rejects.toThrow(/permission denied/);
    await owner.query("UPDATE school_facts SET primary_students = primary_students - 7 WHERE division_code = $1 AND year = $2 AND primary_students > 7", [COUNTY, YEAR]);
    await recomputeCounty(owner, COUNTY, YEAR);
    expect(canonical(await stored())).toBe(canonical(before));
  });

  it("is not signed when the data changed underneath since it was drafted; drafted anew, it is", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    const decision = await draft(county[0], id, "apply");
    await hand(county[1], decision, "check", 1);
    const change = (by: number) => owner.query("UPDATE school_facts SET multimedia_rooms = multimedia_rooms + $3 WHERE division_code = $1 AND year = $2 AND code = (SELECT min(code) FROM school_facts WHERE division_code = $1 AND year = $2 AND multimedia_rooms IS NOT NULL)", [COUNTY, YEAR, by]);
    await change(1);
    expect(await refusal(hand(county[2], decision, "sign", 2))).toMatch(/数据或标准、口径有变动/);
    expect(await caseOf(id)).toMatchObject({ stage: "self", round: 0 });
    expect(await refusal(hand(county[2], decision, "sendBack", 2))).toMatch(/退回的原因/);
    await hand(county[2], decision, "sendBack", 2, { reason: "数据有变动" });
    expect(await decide(county, id, "apply")).toBe("city");
    await change(-1);
  });

  it("is not made of incomplete data", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    const { rows: held } = await owner.query("DELETE FROM school_facts WHERE school_id = (SELECT min(school_id) FROM school_facts WHERE division_code = $1 AND year = $2) AND year = $2 RETURNING *", [COUNTY, YEAR]);
    expect(await refusal(draft(county[0], id, "apply"))).toMatch(/应报 8 所学校，审定 7 所/);
    await owner.query("INSERT INTO school_facts SELECT * FROM jsonb_populate_recordset(NULL::school_facts, $1::jsonb)", [JSON.stringify(held)]);
    await draft(county[0], id, "apply");
  });
});

describe("hands that meet", () => {
  it("two deciders at once: one draft stands, one signature takes effect, a replay does nothing", async () => {
    await clean();
    const id = await open();
    const drafts = await Promise.allSettled([draft(county[0], id, "nominate"), draft(county[1], id, "nominate")]);
    expect(drafts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await owner.query<{ id: string; handler_id: string }>("SELECT id, handler_id FROM certification_decisions WHERE case_id = $1", [id]);
    expect(rows).toHaveLength(1);
    const [handler, reviewer] = rows[0]?.handler_id === county[0].userId ? [county[0], county[1]] : [county[1], county[0]];
    const decision = rows[0]?.id ?? "";
    expect(await refusal(hand(handler, decision, "check", 1))).toMatch(/经办人不能审核/);
    await hand(reviewer, decision, "check", 1);
    expect(await refusal(hand(reviewer, decision, "sign", 2))).toMatch(/审核人不能签发/);
    expect(await refusal(hand(county[2], decision, "sign", 2, { documentNumber: "" }))).toMatch(/文号/);
    const fourth = castOf(COUNTY)("t-ce-fourth", { office: "government" });
    const signed = await Promise.allSettled([hand(county[2], decision, "sign", 2), hand(fourth, decision, "sign", 2)]);
    expect(signed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await caseOf(id)).toMatchObject({ stage: "cultivation", version: 2 });
    expect(await refusal(hand(county[2], decision, "sign", 2))).toMatch(/^state/);
    expect((await owner.query("SELECT 1 FROM certification_events WHERE case_id = $1 AND act = 'nominate'", [id])).rows).toHaveLength(1);
  });

  it("two opinions on one item from the same version: the second is told what the first said", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    await decide(county, id, "apply");
    await run(city[0], (tx) => acceptCase(tx, city[0], { caseId: id, note: "受理。" }));
    const say = (actor: Actor, note: string) => run(actor, (tx) => giveOpinions(tx, actor, { caseId: id, opinions: [{ item: "gov-1", opinion: "mend", note, version: 0 }] }));
    const both = await Promise.allSettled([say(city[0], "甲"), say(city[1], "乙")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(run(city[0], (tx) => giveOpinions(tx, city[0], { caseId: id, opinions: [{ item: "gov-2", opinion: "unmet", note: "", version: 0 }, { item: "veto-1", opinion: "none", note: "", version: 0 }] })))).toMatch(/请写明情况/);
    expect((await owner.query("SELECT 1 FROM certification_reviews WHERE case_id = $1", [id])).rows).toHaveLength(1);
  });

  it("a decision after the deadline is refused, also at the signature; an extension by the nation lets it through; a return needs none", async () => {
    await clean();
    const id = await open();
    const decision = await draft(county[0], id, "nominate");
    await hand(county[1], decision, "check", 1);
    await owner.query("UPDATE certification_cases SET due_on = '2020-01-01' WHERE id = $1", [id]);
    expect(await refusal(hand(county[2], decision, "sign", 2))).toMatch(/办理期限是 2020-01-01，已经过期/);
    const { version } = await caseOf(id);
    expect(await refusal(run(province[0], (tx) => extendCase(tx, province[0], { caseId: id, version, dueOn: "2099-02-28", reason: "汛情" })))).toMatch(/国家教育督导机构/);
    await run(nation[0], (tx) => extendCase(tx, nation[0], { caseId: id, version, dueOn: "2099-02-28", reason: "汛情" }));
    await hand(county[2], decision, "sign", 2);
    await owner.query("UPDATE certification_cases SET due_on = '2020-01-01' WHERE id = $1", [id]);
    expect(await refusal(draft(province[0], id, "admit"))).toMatch(/已经过期/);
    expect(await decide(province, id, "return")).toBe("nomination");
  });

  it("nobody decides on an own county", async () => {
    await clean();
    const id = await open();
    await decide(county, id, "nominate");
    const [handler] = province;
    const both: Actor = { ...handler, offices: [...handler.offices, { ...handler.office, id: "m2", office: "education", level: "county", divisionCode: COUNTY }] };
    expect(await refusal(draft(both, id, "admit"))).toMatch(/本人在该县任职/);
    await draft(handler, id, "admit");
  });
});

describe("核实口径", () => {
  it("draws by a recorded seed, keeps filed beside found, computes the verdicts anew at once, and sends findings into the county's ledger", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    await decide(county, id, "apply");
    await run(city[0], (tx) => acceptCase(tx, city[0], { caseId: id, note: "受理。" }));
    const planned = await run(city[0], (tx) => planVisit(tx, city[0], { caseId: id, plannedOn: TODAY, team: "教育督导专家 3 人", count: 4 }));
    const visitId = planned.value.id;
    const { inputs } = await as(city[0], (tx) => getSnapshot(tx, id, 1));
    const { rows } = await owner.query<{ seed: string; drawn: string[]; pool: number }>("SELECT seed, drawn, pool FROM certification_visits WHERE id = $1", [visitId]);
    const sections = computeSnapshot(inputs).evaluation.sections;
    expect(drawSchools(rows[0]?.seed ?? "", sections.map(({ code }) => code), 4)).toEqual(rows[0]?.drawn);
    const school = inputs.rows.find((row) => rows[0]?.drawn.includes(row.code) && sections.some((one) => one.code === row.code && one.stage === "primary" && one.compliant)) ?? inputs.rows.find((row) => rows[0]?.drawn.includes(row.code));
    if (!school) throw new Error("nothing drawn");
    const enter = (field: string, found: string, more = {}) => run(city[0], (tx) => enterSiteValue(tx, city[0], { visitId, schoolCode: school.code, field, found, note: "现场清点", version: 0, ...more }));
    expect([await refusal(enter("multimedia_rooms", "一间")), await refusal(enter("multimedia_rooms", "0", { note: "" }))]).toEqual([expect.stringMatching(/整数/), expect.stringMatching(/核实依据/)]);
    expect(await refusal(enter("multimedia_rooms", "0", { schoolCode: "0000000000" }))).toMatch(/抽取的学校/);
    await enter("multimedia_rooms", "0");
    const after = await enter("teaching_area", "0.5");
    const failing = after.value.differences.filter(({ label, worse }) => worse && label.includes(school.name));
    const was = sections.filter(({ code, compliant }) => code === school.code && compliant).length;
    expect(failing).toHaveLength(was);
    expect(await refusal(enter("teaching_area", "1", { version: 0 }))).toMatch(/^conflict/);
    const classes = `more.classes.${school.more.classes.primary ? "primary" : "junior"}`;
    await enter(classes, "70"); // turns the further item, too
    expect(computeSnapshot(withSiteValues(inputs, [{ schoolCode: school.code, field: classes, found: 70 }])).items.find(({ item }) => item === "gov-5")?.met).toBe(false);
    expect(await refusal(enter(SITE_FIELDS.find(({ read }) => read(school) === null)?.key ?? "", "70"))).toMatch(/没有报送这一项/);
    const kept = await owner.query<{ filed: number; found: number }>("SELECT filed, found FROM certification_site_values WHERE visit_id = $1 AND field = 'teaching_area'", [visitId]);
    expect(kept.rows).toEqual([{ filed: school.teaching_area, found: 0.5 }]);
    expect((await as(city[0], (tx) => getSnapshot(tx, id, 1))).fingerprint).toBe(fingerprintOf(inputs));
    const done = await run(city[0], (tx) => finishVisit(tx, city[0], finishInput.parse({ visitId, version: 1, doneOn: TODAY, findings: "发现问题 2 个。", issues: [{ schoolCode: school.code, problem: "多媒体教室未建成", dueOn: "2099-01-01" }, { problem: "布局规划未批准", dueOn: "2099-01-01" }] })));
    const entries = await owner.query("SELECT source, school_id IS NOT NULL AS school, owner, state FROM ledger_entries WHERE id = ANY ($1) ORDER BY owner DESC", [done.value.entries]);
    expect(entries.rows).toEqual([{ source: "review", school: true, owner: "school", state: "open" }, { source: "review", school: false, owner: "bureau", state: "open" }]);
    expect(await refusal(enter("multimedia_rooms", "3", { version: 1 }))).toMatch(/已经办结/);
    const foreign = castOf(COUNTY)("t-ce-foreign", { office: "supervision", level: "city", divisionCode: "3502" });
    await expect(as(city[0], (tx) => tx.ledgerEntry.createMany({ data: { id: `${COUNTY}-x`, divisionCode: COUNTY, source: "review", sourceKey: "elsewhere", level: "county", problem: "x", owner: "bureau", openedOn: new Date() } }))).rejects.toThrow(/row-level security/);
    expect(await as(foreign, (tx) => tx.certificationVisit.count({ where: { caseId: id } }))).toBe(0);
  });
});

describe("who sees and writes what", () => {
  it("drafts and opinions are a level's own until it has decided; a case is moved only by whoever holds it", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    await decide(county, id, "apply");
    await evaluate(city[0], id);
    const decision = await draft(city[0], id, "endorse");
    const see = (actor: Actor) => as(actor, async (tx) => [await tx.certificationReview.count({ where: { caseId: id } }), await tx.certificationDecision.count({ where: { id: decision } }), await tx.certificationCase.count({ where: { id } })]);
    const outsiders = [castOf(OTHER)("t-ce-other", { office: "government" }), castOf(COUNTY)("t-ce-c2", { office: "supervision", level: "city", divisionCode: "3502" }), castOf(COUNTY)("t-ce-school", { office: "principal", level: "school", schoolId: `s${COUNTY}001` }), castOf(COUNTY)("t-ce-unit", { office: "unit", unitId: "u" })];
    expect([await see(city[1]), await see(county[0]), await see(province[0])]).toEqual([[38, 1, 1], [0, 0, 1], [0, 0, 1]]);
    for (const outsider of outsiders) expect(await see(outsider)).toEqual([0, 0, 0]);
    expect(await refusal(draft(county[0], id, "endorse"))).toMatch(/设区市政府教育督导机构办理/);
    for (const actor of [province[0], outsiders[1] ?? province[0]]) expect((await as(actor, (tx) => tx.certificationCase.updateMany({ where: { id }, data: { stage: "recognised" } }))).count).toBe(0);
    await expect(as(province[0], (tx) => tx.certificationReview.createMany({ data: { caseId: id, round: 1, level: "city", item: "x", divisionCode: COUNTY, issuerCode: "3501", opinion: "met", userId: "x" } }))).rejects.toThrow(/row-level security/);
    expect(await refusal(opinions(city[1], id, {}, 1))).toMatch(/正在审核或签发/);
    await hand(city[1], decision, "check", 1);
    await hand(city[2], decision, "sign", 2);
    expect([await see(county[0]), await see(province[0])]).toEqual([[38, 1, 1], [38, 1, 1]]);
    await expect(owner.query("UPDATE certification_decisions SET signer_id = handler_id WHERE id = $1", [decision])).rejects.toThrow(/check constraint/);
  });

  it("materials are the county's until it has signed what they go with, then the line's, and stay as submitted", async () => {
    await clean();
    const id = await open();
    const attach = (actor: Actor, item: string) => as(actor, (tx) => attachFile(tx, actor, { entity: "certification", entityId: id, item }, { name: "自荐材料.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
    const seen = (actor: Actor) => as(actor, async (tx) => (await listEvidence(tx, actor, "certification", { is: id })).map(({ item }) => item));
    await attach(county[0], "nomination");
    expect([await seen(county[1]), await seen(province[0])]).toEqual([["nomination"], []]);
    expect(await refusal(attach(county[0], "self"))).toMatch(/这个环节的材料不能增减/);
    expect(await refusal(attach(county[0], "city"))).toMatch(/^notFound/);
    const decision = await draft(county[0], id, "nominate");
    expect(await refusal(attach(county[0], "nomination"))).toMatch(/正在审核或签发/);
    await hand(county[1], decision, "check", 1);
    await hand(county[2], decision, "sign", 2);
    expect([await seen(province[0]), await seen(nation[0]), await seen(evaluators("province", "50")[0])]).toEqual([["nomination"], ["nomination"], []]);
    expect(await refusal(attach(province[0], "nomination"))).toMatch(/^notFound/);
  });

  it("a veto 经查实 stops a case wherever it is, and only then", async () => {
    await clean();
    const id = await open();
    await toSelf(id, county, province);
    await decide(county, id, "apply");
    await run(city[0], (tx) => acceptCase(tx, city[0], { caseId: id, note: "受理。" }));
    await opinions(city[0], id, { "veto-6": { opinion: "suspected", note: "数据疑点核查中" } });
    await visit(city[0], id);
    expect(await refusal(draft(city[0], id, "endorse"))).toMatch(/正在核查/);
    const settle = (opinion: "none" | "confirmed", version: number) => run(city[0], (tx) => giveOpinions(tx, city[0], { caseId: id, opinions: [{ item: "veto-6", opinion, note: "查清", version }] }));
    await settle("none", 1);
    const decision = await draft(city[0], id, "endorse");
    await hand(city[1], decision, "check", 1);
    await settle("confirmed", 2);
    expect(await refusal(hand(city[2], decision, "sign", 2))).toMatch(/经查实的一票否决情形/);
    await hand(city[2], decision, "sendBack", 2, { reason: "查实弄虚作假" });
    expect(await decide(city, id, "return")).toBe("self");
    await clean();
  });
});
