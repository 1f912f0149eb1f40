import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { acceptCase } from "@/lib/certification/accept-case";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { enterSiteValue } from "@/lib/certification/enter-site-value";
import { finishVisit } from "@/lib/certification/finish-visit";
import { loadCase } from "@/lib/certification/load-case";
import { loadSiteVisit } from "@/lib/certification/load-visit";
import { moveDecision } from "@/lib/certification/move-decision";
import { openCase } from "@/lib/certification/open-case";
import type { Outcome } from "@/lib/certification/outcomes";
import { planVisit } from "@/lib/certification/plan-visit";
import { draftInput, finishInput, handInput, openInput } from "@/lib/certification/schema";
import { prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-scope";
import { attachFile } from "@/lib/evidence/attach-file";
import { appointExpert } from "@/lib/experts/appoint-expert";
import { changeAppointment } from "@/lib/experts/change-appointment";
import { endAppointment } from "@/lib/experts/end-appointment";
import { loadOwnVisit } from "@/lib/experts/load-own-visit";
import { loadOwnVisits } from "@/lib/experts/load-own-visits";
import { saveOpinion } from "@/lib/experts/save-opinion";
import { listNotices } from "@/lib/notices/list-notices";
import { shanghaiDay } from "@/lib/time";
import { loadWork } from "@/lib/work/load-work";
import { actorOf } from "../helpers/actors";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

const COUNTY = "620103";
const NEXT = "620104";
const BATCH = "t-experts";
const BODY = { office: "expert", level: "city", division: "6201" };
const DAY = 86_400_000;
const on = (offset: number) => shanghaiDay(new Date(Date.now() + offset * DAY));
const TODAY = on(0);
const TABLES = ["file_links", "certification_expert_opinions", "certification_experts", "certification_site_values", "certification_visits", "certification_acceptances", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases"];
let owner: Client;
const person = castOf(COUNTY);
const hands = (name: string, more: Parameters<typeof person>[1]): [Actor, Actor, Actor] => [person(`t-ex-${name}-a`, more), person(`t-ex-${name}-b`, more), person(`t-ex-${name}-c`, more)];
const county = hands("county", { office: "government", divisionName: "七里河区" });
const bureau = person("t-ex-bureau");
const city = hands("city", { office: "supervision", level: "city", divisionCode: "6201", divisionName: "兰州市" });
const province = hands("province", { office: "supervision", level: "province", divisionCode: "62", divisionName: "甘肃省" });
const foreign = person("t-ex-foreign", { office: "supervision", level: "city", divisionCode: "6203", divisionName: "金昌市" });
const caseId = `c${COUNTY}-${BATCH}`;
let visitId = "";
let drawn: string[] = [];
let [first, second, third]: [Actor, Actor, Actor] = [bureau, bureau, bureau];

async function decide([handler, reviewer, signer]: [Actor, Actor, Actor], outcome: Outcome) {
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM certification_cases WHERE id = $1", [caseId]);
  const { value } = await acting(handler, (tx) => draftDecision(tx, handler, draftInput.parse({ caseId, version: rows[0]?.version, outcome, opinion: "同意。" })));
  await acting(reviewer, (tx) => moveDecision(tx, reviewer, handInput.parse({ decisionId: value.id, version: 1, act: "check" })));
  await acting(signer, (tx) => moveDecision(tx, signer, handInput.parse({ decisionId: value.id, version: 2, act: "sign", documentNumber: "测督〔2026〕9号" })));
}
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of TABLES) await owner.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [[COUNTY, NEXT]]);
  await owner.query("DELETE FROM notices WHERE entity = 'expert' AND division_code = '6201'");
};
const appoint = (who: Actor, more: Record<string, unknown> = {}, by: Actor = city[0]) => acting(by, (tx) => appointExpert(tx, by, { visitId, userId: who.userId, task: "办学条件", fromOn: TODAY, untilOn: on(3), ...more })).then((done) => done.value.id);
const setDays = (id: string, from: string, until: string) => owner.query("UPDATE certification_experts SET from_on = $2, until_on = $3 WHERE id = $1", [id, from, until]);
const enter = (who: Actor, more: Record<string, unknown> = {}) => acting(who, (tx) => enterSiteValue(tx, who, { visitId, schoolCode: drawn[0] ?? "", field: "multimedia_rooms", found: "0", note: "现场清点", version: 0, ...more }));
const opine = (who: Actor, more: Record<string, unknown> = {}) => acting(who, (tx) => saveOpinion(tx, who, { visitId, version: 0, text: "资料齐全。", schools: {}, submit: true, ...more }));
/** Everything of the case that a person can reach by plain reading, in counts. */
const reads = (who: Actor) => as(who, async (tx) => [await tx.certificationCase.count(), await tx.certificationVisit.count(), await tx.certificationSnapshot.count(), await tx.certificationSiteValue.count(), await tx.certificationExpertOpinion.count()]);
const CLOSED = [0, 0, 0, 0, 0];
const rawValue = (tx: Tx, who: Actor, more: Record<string, unknown> = {}) => tx.certificationSiteValue.createMany({ data: { visitId, schoolCode: drawn[0] ?? "", field: "teaching_area", caseId, divisionCode: COUNTY, issuerCode: "6201", found: 1, userId: who.userId, ...more } });
/** By every door: pages, writes through the acts, plain reading, plain writing. */
async function expectClosed(who: Actor) {
  expect(await reads(who)).toEqual(CLOSED);
  expect([await refusal(loadOwnVisit(who, visitId)), await refusal(enter(who)), await refusal(opine(who))]).toEqual([expect.stringMatching(/^notFound/), expect.stringMatching(/^notFound/), expect.stringMatching(/^notFound/)]);
  await expect(as(who, (tx) => rawValue(tx, who))).rejects.toThrow(/row-level security/);
  expect((await loadOwnVisits(who)).visits.map(({ open }) => open)).not.toContain(true);
}

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025], schools: 8 }, { code: NEXT, years: [2025], schools: 3 }]);
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, 2025, '专家批次', $2, '{}', 't') ON CONFLICT (id) DO NOTHING", [BATCH, JSON.stringify(STEPS_OF[2023])]);
  const ids = [];
  for (const name of ["ex-1", "ex-2", "ex-3"]) ids.push(await stagePerson(owner, name, BODY));
  [first, second, third] = [await actorOf(ids[0] ?? ""), await actorOf(ids[1] ?? ""), await actorOf(ids[2] ?? "")];
  await acting(county[0], (tx) => openCase(tx, county[0], openInput.parse({ divisionCode: COUNTY, batchId: BATCH, basicBalanceYear: 2015, statement: "已具备创建基础，自愿申报。" })));
  await decide(county, "nominate");
  await decide(province, "admit");
  await decide(province, "list");
  for (const item of ["self.report", "self.form"]) await as(county[0], (tx) => attachFile(tx, county[0], { entity: "certification", entityId: caseId, item }, { name: "材料.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
  await decide(county, "apply");
  await acting(city[0], (tx) => acceptCase(tx, city[0], { caseId, note: "受理。" }));
  await owner.query("INSERT INTO certification_cases (id, division_code, batch_id, figures_year, stage, skips_city, holder, round, opened_by) VALUES ($1, $2, $3, 2025, 'city', false, '6201', 1, 't')", [`c${NEXT}`, NEXT, BATCH]);
  await owner.query("INSERT INTO certification_visits (id, case_id, round, level, division_code, issuer_code, planned_on, team, seed, pool, drawn, user_id) VALUES ('t-ex-next', $1, 1, 'city', $2, '6201', $3, '专家', '1', 3, '{}', 't')", [`c${NEXT}`, NEXT, TODAY]);
  await owner.query("INSERT INTO certification_snapshots (id, case_id, round, division_code, year, inputs, results, fingerprint, taken_by) VALUES ('t-ex-next', $1, 1, $2, 2025, '{}', '{}', '-', 't')", [`c${NEXT}`, NEXT]);
});
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
  await owner.end();
  await prisma().$disconnect();
});
/** Each test has a visit of its own under way, with nothing in it. */
beforeEach(async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["certification_expert_opinions", "certification_experts", "certification_site_values", "certification_visits"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("UPDATE certification_decisions SET state = 'withdrawn' WHERE case_id = $1 AND state IN ('drafted', 'checked')", [caseId]);
  const planned = await acting(city[0], (tx) => planVisit(tx, city[0], { caseId, plannedOn: TODAY, team: "督导专家 3 人", count: 3 }));
  visitId = planned.value.id;
  drawn = planned.value.drawn;
});

describe("an appointment opens one visit of one case", () => {
  it("the expert is told, sees the visit as the body does, counts again, and says what was seen", async () => {
    await appoint(first);
    expect((await listNotices(first)).map(({ title, href }) => [title, href])[0]).toEqual([`兰州市政府教育督导机构聘请您参加实地核查，${TODAY} 至 ${on(3)}`, "/visits"]);
    expect([(await listNotices(second)).length, (await listNotices(city[0])).filter(({ title }) => title.includes("聘请您")).length]).toEqual([0, 0]);
    const listed = (await loadOwnVisits(first)).visits;
    expect(listed.map(({ visitId: id, county: name, phase, open, opinion }) => [id, name, phase, open, opinion])).toEqual([[visitId, "七里河区", "running", true, "none"]]);
    const own = await loadOwnVisit(first, visitId);
    const body = await loadSiteVisit(city[1], COUNTY, visitId);
    expect([own.schools, own.visit, own.values, own.differences]).toEqual([body.schools, body.visit, [], []]);

    const done = await enter(first, { field: "teaching_area", found: "0.5" });
    const after = await loadSiteVisit(city[1], COUNTY, visitId);
    expect(after.values.map(({ found, byName }) => [found, byName])).toEqual([[0.5, first.displayName]]);
    expect(done.value.differences.length).toBeGreaterThan(0);
    expect(after.differences).toEqual(done.value.differences);
    expect((await loadOwnVisit(first, visitId)).differences).toEqual(done.value.differences);

    const [, other] = drawn;
    await opine(first, { submit: false, schools: { [other ?? ""]: "功能室闲置。" } });
    expect((await loadSiteVisit(city[0], COUNTY, visitId)).experts.map(({ opinion }) => opinion)).toEqual([null]);
    expect((await loadOwnVisits(first)).visits[0]?.opinion).toBe("draft");
    await opine(first, { version: 1, schools: { [other ?? ""]: "功能室闲置。" } });
    for (const reader of [city[0], province[0]]) expect((await loadSiteVisit(reader, COUNTY, visitId)).experts.map(({ name, opinion }) => [name, opinion?.text, opinion?.schools.map(({ text }) => text)])).toEqual([[first.displayName, "资料齐全。", ["功能室闲置。"]]]);
    // The county knows who comes, not what they say to their body; the audit log of the county does not tell it either.
    expect((await loadSiteVisit(bureau, COUNTY, visitId)).experts.map(({ name, opinion }) => [name, opinion])).toEqual([[first.displayName, null]]);
    expect(await as(bureau, (tx) => tx.auditEvent.count({ where: { act: "expert.opinion" } }))).toBe(0);
    const logged = await as(city[0], (tx) => tx.auditEvent.findMany({ where: { entityId: visitId, act: "expert.opinion" }, select: { userId: true } }));
    expect(logged.map(({ userId }) => userId)).toEqual([first.userId, first.userId]);
    // taken back to be changed: nobody's but the expert's again
    await opine(first, { version: 2, submit: false });
    expect((await loadSiteVisit(city[0], COUNTY, visitId)).experts.map(({ opinion }) => opinion)).toEqual([null]);
  });

  it("and nothing else: no page of a place, no other case, no other expert's visit", async () => {
    await appoint(first);
    expect(await as(first, async (tx) => [(await tx.certificationCase.findMany({ select: { id: true } })).map(({ id }) => id), (await tx.certificationVisit.findMany({ select: { id: true } })).map(({ id }) => id), (await tx.certificationSnapshot.findMany({ select: { caseId: true } })).map(({ caseId: id }) => id)])).toEqual([[caseId], [visitId], [caseId]]);
    expect([await refusal(loadCase(first, COUNTY)), await refusal(loadSiteVisit(first, COUNTY, visitId)), await refusal(loadOwnVisit(first, "t-ex-next"))]).toEqual([expect.stringMatching(/^notFound/), expect.stringMatching(/^notFound/), expect.stringMatching(/^notFound/)]);
    expect(await as(first, async (tx) => [await tx.school.count(), await tx.schoolFact.count(), await tx.certificationDecision.count(), await tx.certificationReview.count(), await tx.certificationEvent.count(), await tx.countyResult.count(), await tx.auditEvent.count(), await tx.user.count()])).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect((await loadWork(first)).map(({ title, items }) => [title, items.map(({ title: name, href, dueOn }) => [name, href, dueOn])])).toEqual([["实地核查", [["七里河区实地核查", `/visits/${visitId}`, on(3)]]]]);
    await opine(first);
    expect((await loadWork(first)).flatMap(({ items }) => items)).toEqual([]);
    await expectClosed(second);
    // The same person in another office is no expert, whatever the row says.
    const elsewhere: Actor = { ...first, office: { ...first.office, office: "education", level: "county", divisionCode: "620302" } };
    expect(await reads(elsewhere)).toEqual(CLOSED);
  });

  it("not before the first day, on the last day still, not after it, whatever the session; not when ended", async () => {
    const id = await appoint(first);
    await enter(first);
    await opine(first);
    await setDays(id, on(1), on(2));
    await expectClosed(first);
    expect((await loadOwnVisits(first)).visits.map(({ phase }) => phase)).toEqual(["ahead"]);
    await setDays(id, on(-3), TODAY);
    expect(await reads(first)).toEqual([1, 1, 1, 1, 1]);
    await setDays(id, on(-3), on(-1));
    await expectClosed(first);
    expect((await loadOwnVisits(first)).visits.map(({ phase }) => phase)).toEqual(["over"]);
    await setDays(id, on(-3), on(1));
    await acting(city[1], (tx) => endAppointment(tx, city[1], { id, version: 1, reason: "另有安排" }));
    await expectClosed(first);
    expect((await listNotices(first))[0]?.title).toBe("实地核查的聘请已结束：另有安排");
    // What was entered and said stays with the body.
    const kept = await loadSiteVisit(city[0], COUNTY, visitId);
    expect([kept.values.length, kept.experts.map(({ phase, endedReason, opinion }) => [phase, endedReason, opinion?.text])]).toEqual([1, [["ended", "另有安排", "资料齐全。"]]]);
  });

  it("not when the visit is done, the case has moved on, the office has ended or the account is disabled", async () => {
    await appoint(first);
    for (const [close, open] of [
      ["UPDATE certification_cases SET holder = '62', stage = 'province' WHERE id = $1", "UPDATE certification_cases SET holder = '6201', stage = 'city' WHERE id = $1"],
      ["UPDATE certification_cases SET round = 2 WHERE id = $1", "UPDATE certification_cases SET round = 1 WHERE id = $1"],
    ] as const) {
      await owner.query(close, [caseId]);
      await expectClosed(first);
      await owner.query(open, [caseId]);
    }
    for (const [close, open] of [
      ["UPDATE memberships SET retired_at = now() WHERE user_id = $1 AND office = 'expert'", "UPDATE memberships SET retired_at = NULL WHERE user_id = $1 AND office = 'expert'"],
      ["UPDATE users SET disabled_at = now() WHERE id = $1", "UPDATE users SET disabled_at = NULL WHERE id = $1"],
    ] as const) {
      await owner.query(close, [first.userId]);
      await expectClosed(first);
      await owner.query(open, [first.userId]);
    }
    expect((await reads(first))[0]).toBe(1);
    await acting(city[0], (tx) => finishVisit(tx, city[0], finishInput.parse({ visitId, version: 1, doneOn: TODAY, findings: "属实。" })));
    await expectClosed(first);
    expect((await loadSiteVisit(city[0], COUNTY, visitId)).experts.map(({ phase }) => phase)).toEqual(["ended"]);
  });
});

describe("who is appointed by whom", () => {
  it("one of the body's own experts, by the body that goes; each once, within days that make sense", async () => {
    const id = await appoint(first);
    expect(await refusal(appoint(first))).toMatch(/已经聘请了这位专家/);
    expect(await refusal(appoint(county[0]))).toMatch(/本级的专家账号/);
    expect(await refusal(appoint(second, { fromOn: on(-1) }))).toMatch(/不能早于今天/);
    expect(await refusal(appoint(second, { untilOn: on(400) }))).toMatch(/最长/);
    for (const stranger of [province[0], county[0], bureau]) expect(await refusal(appoint(second, {}, stranger))).toMatch(/^state/);
    expect(await refusal(appoint(second, {}, foreign))).toMatch(/^notFound/);
    const provincial = await stagePerson(owner, "ex-4", { office: "expert", level: "province", division: "62" });
    expect(await refusal(appoint({ ...first, userId: provincial }))).toMatch(/本级的专家账号/);
    await acting(city[1], (tx) => changeAppointment(tx, city[1], { id, version: 1, task: "师资", fromOn: TODAY, untilOn: on(9) }));
    expect(await refusal(acting(city[2], (tx) => changeAppointment(tx, city[2], { id, version: 1, task: "师资", fromOn: TODAY, untilOn: on(5) })))).toMatch(/^conflict/);
    expect((await loadSiteVisit(city[0], COUNTY, visitId)).experts.map(({ task, untilOn, version }) => [task, untilOn, version])).toEqual([["师资", on(9), 2]]);
    const acts = await as(city[0], (tx) => tx.auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" }, select: { act: true } }));
    expect(acts.map(({ act }) => act)).toEqual(["expert.appoint", "expert.change"]);
  });

  it("回避: whoever holds an office of the county is refused, and is out at once when it is given afterwards", async () => {
    await appoint(third);
    expect((await reads(third))[0]).toBe(1);
    await owner.query("INSERT INTO memberships (id, user_id, office, level, division_code, starts_on) VALUES ('tm-ex-3-own', $1, 'supervision', 'county', $2, '2024-01-01') ON CONFLICT (id) DO UPDATE SET retired_at = NULL", [third.userId, COUNTY]);
    await expectClosed(third);
    await owner.query("DELETE FROM certification_experts WHERE user_id = $1", [third.userId]);
    expect(await refusal(appoint(third))).toMatch(/在该县任职，须回避/);
    await owner.query("UPDATE memberships SET retired_at = now() WHERE id = 'tm-ex-3-own'");
    await appoint(third);
  });
});

describe("by plain SQL in an expert's reach", () => {
  it("nobody appoints, moves or decides anything, or writes beside the drawn schools, in another's name or into another visit", async () => {
    await appoint(first);
    await appoint(second);
    await opine(second);
    const policy = /row-level security/;
    const tries: [string, (tx: Tx) => Promise<unknown>][] = [
      ["appointment", (tx) => tx.certificationExpert.createMany({ data: { id: "t-x", caseId, visitId, divisionCode: COUNTY, issuerCode: "6201", userId: first.userId, name: "x", task: "x", fromOn: new Date(), untilOn: new Date(), appointedBy: first.userId, byName: "x" } })],
      ["not drawn", (tx) => rawValue(tx, first, { schoolCode: "0000000000" })],
      ["another's name", (tx) => rawValue(tx, first, { userId: second.userId })],
      ["another visit", (tx) => rawValue(tx, first, { visitId: "t-ex-next", caseId: `c${NEXT}`, divisionCode: NEXT })],
      ["another body", (tx) => rawValue(tx, first, { issuerCode: "62" })],
      ["another's opinion", (tx) => tx.certificationExpertOpinion.createMany({ data: { visitId, userId: third.userId, caseId, divisionCode: COUNTY, issuerCode: "6201", name: "x", text: "x", schools: {}, state: "submitted" } })],
      ["snapshot", (tx) => tx.certificationSnapshot.createMany({ data: { id: "t-x", caseId, round: 9, divisionCode: COUNTY, year: 2025, inputs: {}, results: {}, fingerprint: "x", takenBy: "x" } })],
    ];
    for (const [what, run] of tries) await expect(as(first, run), what).rejects.toThrow(policy);
    const changed = await as(first, async (tx) => [
      (await tx.certificationVisit.updateMany({ data: { state: "planned" } })).count, (await tx.certificationCase.updateMany({ data: { statement: "x" } })).count,
      (await tx.certificationExpert.updateMany({ data: { task: "x" } })).count, (await tx.certificationExpertOpinion.updateMany({ data: { text: "x" } })).count, (await tx.certificationExpertOpinion.findMany()).length,
    ]);
    expect(changed).toEqual([0, 0, 0, 0, 0]);
    // An appointment keeps its person, also for the body that made it.
    await expect(as(city[0], (tx) => tx.$executeRaw`UPDATE certification_experts SET user_id = 'x'`)).rejects.toThrow(/permission denied/);
    expect(await as(foreign, (tx) => tx.certificationExpert.count())).toBe(0);
    expect(await as(first, (tx) => tx.certificationExpert.findMany({ select: { userId: true } }))).toEqual([{ userId: first.userId }]);
  });
});

describe("two at once", () => {
  it("two write one figure, one opinion is saved twice: one comes through, the other is shown what stands", async () => {
    await appoint(first);
    await appoint(second);
    const both = await Promise.allSettled([enter(first), enter(second, { found: "1" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.status === "rejected" ? String(lost.reason.code) : "").toBe("conflict");
    const opinions = await Promise.allSettled([opine(first), opine(first, { text: "另一处写的。" })]);
    expect(opinions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await owner.query("SELECT version FROM certification_expert_opinions WHERE visit_id = $1", [visitId]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  it("the body ends the visit while an expert is writing: the expert waits, and is refused", async () => {
    await appoint(first);
    const late: Promise<string>[] = [];
    await as(city[0], async (tx) => {
      await finishVisit(tx, city[0], finishInput.parse({ visitId, version: 1, doneOn: TODAY, findings: "属实。" }));
      late.push(refusal(enter(first)), refusal(opine(first)));
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await Promise.all(late)).toEqual([expect.stringMatching(/^notFound/), expect.stringMatching(/^notFound/)]);
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM certification_site_values WHERE visit_id = $1", [visitId]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("while a decision is being checked or signed its grounds stand still; they can be read", async () => {
    const id = await appoint(first);
    const { rows } = await owner.query<{ version: number }>("SELECT version FROM certification_cases WHERE id = $1", [caseId]);
    await acting(city[0], (tx) => draftDecision(tx, city[0], draftInput.parse({ caseId, version: rows[0]?.version, outcome: "return", opinion: "材料不齐。" })));
    expect([await refusal(enter(first)), await refusal(opine(first))]).toEqual([expect.stringMatching(/^state: 正在审核或签发决定/), expect.stringMatching(/^state: 正在审核或签发决定/)]);
    await expect(as(first, (tx) => rawValue(tx, first))).rejects.toThrow(/row-level security/);
    expect((await loadOwnVisit(first, visitId)).held).toMatch(/^正在审核或签发决定/);
    // The body changes nothing either, and can end the appointment all the same.
    expect([await refusal(acting(city[0], (tx) => changeAppointment(tx, city[0], { id, version: 1, task: "师资", fromOn: TODAY, untilOn: on(5) }))), await refusal(acting(province[0], (tx) => endAppointment(tx, province[0], { id, version: 1, reason: "越级" })))]).toEqual([expect.stringMatching(/^state: 有决定正在审核或签发/), expect.stringMatching(/^state: 聘请由安排这次实地核查的督导机构办理/)]);
    const seen = await loadSiteVisit(city[0], COUNTY, visitId);
    expect([seen.writes, seen.ends, (await loadSiteVisit(province[0], COUNTY, visitId)).ends]).toEqual([false, true, false]);
    await acting(city[0], (tx) => endAppointment(tx, city[0], { id, version: 1, reason: "另有安排" }));
    await expectClosed(first);
  });
});
