import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { listLedgerPage } from "@/lib/api/list-ledger-page";
import { prisma } from "@/lib/db/client";
import { NO_SCOPE, withScope, type Tx } from "@/lib/db/with-scope";
import { loadInterview, loadInterviews } from "@/lib/interviews/load-interviews";
import { addInterviewInput, changeInterviewInput, problemInput } from "@/lib/interviews/schema";
import { addInterview, changeInterview, raiseProblem, retireInterview } from "@/lib/interviews/write-interview";
import { ledgerFilters } from "@/lib/ledger/filters";
import { loadBooklet } from "@/lib/ledger/load-booklet";
import { loadEntry } from "@/lib/ledger/load-entry";
import { loadLedger } from "@/lib/ledger/load-ledger";
import { selfCheck } from "@/lib/ledger/self-check";
import { loadAsk, loadEntryRequests, loadRequests, loadSchoolRequests } from "@/lib/requests/load-requests";
import { moveRequest } from "@/lib/requests/move-request";
import { requestActInput, sendInput, type RequestActInput } from "@/lib/requests/schema";
import { sendRequest } from "@/lib/requests/send-request";
import { seedLedger } from "@/lib/seed/ledger";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, DISTRICT] = ["210202", "120103"];
let owner: pg.Client;
const person = castOf(COUNTY);
const S1 = `s${COUNTY}001`;
const bureau = person("t-rq-bureau");
const supervision = person("t-rq-supervision", { office: "supervision" });
const principal = person("t-rq-principal", { office: "principal", level: "school", schoolId: S1, schoolName: "第一小学" });
const other = person("t-rq-other", { office: "principal", level: "school", schoolId: `s${COUNTY}002`, schoolName: "第二小学" });
const city = person("t-rq-city", { level: "city", divisionCode: "2102" });
const province = person("t-rq-province", { level: "province", divisionCode: "21" });
const district = person("t-rq-district", { divisionCode: DISTRICT });
const DUE = "2099-06-30";

const ask = (actor: Actor, more: Record<string, unknown> = {}) => acting(actor, (tx) => sendRequest(tx, actor, sendInput.parse({ title: "校舍资金不足", problem: "已列计划，资金仍有缺口", asked: "请安排专项资金", dueOn: DUE, ...more }))).then((done) => done.value.id);
const act = async (actor: Actor, requestId: string, what: RequestActInput["act"], more: Record<string, unknown> = {}) => {
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM support_requests WHERE id = $1", [requestId]);
  return acting(actor, (tx) => moveRequest(tx, actor, requestActInput.parse({ requestId, version: rows[0]?.version ?? 0, act: what, ...more })));
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2024, 2025], schools: 10 }, { code: DISTRICT, years: [2025], schools: 4 }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["support_requests", "interviews", "ledger_events", "ledger_entries", "ledger_counts"]) await owner.query(`DELETE FROM ${table} WHERE division_code IN ($1, $2, '2102', '21')`, [COUNTY, DISTRICT]);
  await as(bureau, (tx) => selfCheck(tx, bureau, { divisionCode: COUNTY, year: 2025, dueOn: DUE }));
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("困难问题", () => {
  it("goes from a school's entry with its figures to the county, on to the city and the province, and back with dated answers", async () => {
    const { page } = await loadLedger(bureau, COUNTY, ledgerFilters({ source: "shortfall" }));
    const entry = page?.items.find((one) => one.gap !== null);
    if (!entry?.schoolId) throw new Error("no shortfall");
    const head = person("t-rq-head", { office: "principal", level: "school", schoolId: entry.schoolId, schoolName: entry.school });
    const draft = await loadAsk(head, { schoolId: entry.schoolId }, { entry: entry.id });
    expect([draft.title, draft.gap]).toEqual([entry.problem.slice(0, 100), `${entry.gap} ${entry.gapUnit}`]);
    const id = await ask(head, { entryId: entry.id, costYuan: "50000" });
    expect(await refusal(ask(head, { entryId: entry.id }))).toMatch(/已经提请/);
    const [received] = (await loadRequests(bureau, COUNTY)).received;
    expect(received).toMatchObject({ id, from: entry.school, gap: entry.gap, gapUnit: entry.gapUnit, costYuan: 50000, state: "sent", acts: ["answer"], mayCarry: true });
    expect((await loadEntry(city, { code: COUNTY }, entry.id)).events[0]).toMatchObject({ act: "ask" });
    expect((await loadEntryRequests(city, entry.id)).map((one) => [one.id, one.acts])).toEqual([[id, []]]);
    expect((await loadLedger(bureau, COUNTY, ledgerFilters({}))).requests).toEqual({ asked: 0, toAnswer: 1, late: 0 });

    const up = await ask(bureau, { parentId: id, title: "校舍资金缺口转提" });
    expect((await loadRequests(city, "2102")).received.map((one) => [one.id, one.gap, one.mayCarry])).toEqual([[up, entry.gap, true]]);
    expect((await loadRequests(bureau, COUNTY)).received[0]?.mayCarry).toBe(false);
    expect(await refusal(act(province, up, "answer", { text: "同意", day: DUE }))).toMatch(/^state/);
    expect(await refusal(act(city, up, "answer", { text: "", day: DUE }))).toMatch(/请写明答复/);
    expect(await refusal(act(city, up, "answer", { text: "同意" }))).toMatch(/承诺解决日期/);
    expect(await refusal(act(city, up, "answer", { text: "同意", day: "2020-01-01" }))).toMatch(/不能早于今天/);
    const top = await ask(city, { parentId: up, title: "请省级统筹" });
    expect((await loadRequests(province, "21")).received.map((one) => one.id)).toEqual([top]);
    await act(city, up, "answer", { text: "列入下年专项", day: DUE });
    await act(bureau, id, "answer", { text: "市级已列入专项", day: DUE });
    expect((await loadSchoolRequests(head, entry.schoolId)).asked[0]).toMatchObject({ state: "answered", answer: "市级已列入专项", promisedOn: DUE, acts: ["settle", "again"] });
    await act(head, id, "again", { text: "资金未到位", day: DUE });
    await act(bureau, id, "answer", { text: "已到位", day: DUE });
    await act(head, id, "settle");
    expect(await refusal(act(head, id, "withdraw", { text: "撤" }))).toMatch(/已解决/);
    const { rows } = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'request' AND entity_id = $1 ORDER BY id", [id]);
    expect(rows.map((row) => row.act)).toEqual(["request.send", "request.answer", "request.again", "request.answer", "request.settle"]);
  });

  it("a district of a municipality asks the municipality; a stale version, a neighbour and a past date are refused", async () => {
    const id = await ask(district);
    expect((await owner.query<{ to_division: string }>("SELECT to_division FROM support_requests WHERE id = $1", [id])).rows[0]?.to_division).toBe("12");
    expect(await refusal(ask(district, { title: "另一件困难", dueOn: "2020-01-01" }))).toMatch(/不能早于今天/);
    expect(await refusal(acting(district, (tx) => moveRequest(tx, district, requestActInput.parse({ requestId: id, version: 9, act: "withdraw", text: "不需要了" }))))).toMatch(/^conflict/);
    expect(await refusal(act(bureau, id, "withdraw", { text: "x" }))).toMatch(/^notFound/);
    await act(district, id, "withdraw", { text: "已自行解决" });
    expect(await refusal(loadSchoolRequests(other, S1))).toMatch(/^notFound/);
    expect(await refusal(loadAsk(bureau, { schoolId: S1 }, {}))).toMatch(/^notFound/);
    expect((await loadSchoolRequests(principal, S1)).mayAsk).toBe(true);
  });
});

describe("座谈走访", () => {
  const counts = [{ group: "parents", met: "20", satisfied: "18" }, { group: "teachers", met: "", satisfied: "" }];
  it("keeps counts of people, refuses more satisfied than met, and raises problems into the ledger with a due day", async () => {
    const bad = addInterviewInput.safeParse({ divisionCode: COUNTY, heldOn: "2026-01-05", kind: "meeting", topic: "家长座谈", groups: [{ group: "parents", met: "5", satisfied: "6" }] });
    expect(bad.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([["groups.0.satisfied", "满意人数不能多于人数。"]]);
    expect(addInterviewInput.safeParse({ divisionCode: COUNTY, heldOn: "2099-01-05", kind: "meeting", topic: "家长座谈", groups: [] }).error?.issues.map((issue) => issue.message)).toEqual(expect.arrayContaining(["日期不能晚于今天。", "请至少填写一类人员的人数。"]));
    const { value } = await acting(supervision, (tx) => addInterview(tx, supervision, addInterviewInput.parse({ divisionCode: COUNTY, heldOn: "2026-01-05", kind: "meeting", topic: "家长座谈", groups: counts })));
    const raised = await acting(supervision, (tx) => raiseProblem(tx, supervision, problemInput.parse({ interviewId: value.id, problem: "放学时段校门口拥堵", owner: "school", schoolId: S1, dueOn: DUE })));
    const view = await loadInterview(city, COUNTY, value.id);
    expect([view.interview.groups, view.problems.map((one) => [one.id, one.source, one.dueOn, one.state]), view.mayEdit]).toEqual([[{ group: "parents", met: 20, satisfied: 18 }], [[raised.value.id, "interview", DUE, "open"]], false]);
    expect((await loadInterviews(bureau, COUNTY)).interviews.map((one) => one.problems)).toEqual([1]);
    await acting(bureau, (tx) => changeInterview(tx, bureau, changeInterviewInput.parse({ interviewId: value.id, version: 1, heldOn: "2026-01-06", kind: "talk", topic: "家长访谈", groups: counts })));
    expect(await refusal(as(bureau, (tx) => retireInterview(tx, bureau, { interviewId: value.id, version: 1, reason: "重复" })))).toMatch(/^conflict/);
    expect(await refusal(as(district, (tx) => retireInterview(tx, district, { interviewId: value.id, version: 2, reason: "重复" })))).toMatch(/^notFound/);
    await acting(bureau, (tx) => retireInterview(tx, bureau, { interviewId: value.id, version: 2, reason: "重复" }));
    expect((await loadInterviews(bureau, COUNTY)).interviews).toEqual([]);
    expect((await loadEntry(bureau, { code: COUNTY }, raised.value.id)).entry.state).toBe("open");
  });
});

describe("the read API", () => {
  it("walks the whole ledger page by page, once each, at every level", async () => {
    const all = await as(province, (tx) => listLedgerPage(tx, province, "21", { limit: 500 }));
    const mine = all.items.filter((item) => item.id.startsWith(COUNTY));
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(bureau, (tx) => listLedgerPage(tx, bureau, COUNTY, { limit: 7, cursor }));
      walked.push(...page.items.map((item) => item.id));
      expect(page.total).toBe(mine.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(mine.map((item) => item.id));
    expect(new Set(walked).size).toBe(walked.length);
    const open = await as(bureau, (tx) => listLedgerPage(tx, bureau, COUNTY, { limit: 200, state: "open" }));
    expect(open.items.every((item) => item.state === "open")).toBe(true);
    expect(open.total).toBe(open.items.length);
    expect(mine[0]).toMatchObject({ source: expect.any(String), level: expect.any(String), problem: expect.any(String), owner: expect.any(String), overdue: false });
    for (const code of ["21", "2103", "x"]) expect(await refusal(as(bureau, (tx) => listLedgerPage(tx, bureau, code, { limit: 5 }))), code).toMatch(/^notFound/);
    expect(await refusal(as(province, (tx) => listLedgerPage(tx, province, "219999", { limit: 5 })))).toMatch(/^notFound/);
    const unit = person("t-rq-unit", { office: "unit", unitId: "t-rq-none", unitName: "财政局" });
    expect(await as(unit, (tx) => listLedgerPage(tx, unit, COUNTY, { limit: 5 }))).toEqual({ items: [], total: 0, nextCursor: null });
    expect(await refusal(as(principal, (tx) => listLedgerPage(tx, principal, COUNTY, { limit: 5 })))).toMatch(/^notFound/);
    expect(await refusal(as(bureau, (tx) => listLedgerPage(tx, bureau, COUNTY, { limit: 5, cursor: "gibberish" })))).toMatch(/^invalid/);
  });

  it("sums no further than the reader's reach, and nothing without one", async () => {
    const sum = async (tx: Tx) => (await tx.$queryRaw<{ entries: number; tasks: number }[]>`SELECT entries_in_reach(NULL, '', chr(1114111)) AS entries, tasks_in_reach(2025, '', chr(1114111)) AS tasks`)[0];
    const own = await as(bureau, (tx) => listLedgerPage(tx, bureau, COUNTY, { limit: 1 }));
    const { rows: [held] } = await owner.query("SELECT (SELECT count(*) FROM tasks WHERE year = 2025 AND retired_at IS NULL AND division_code = $1)::int + (SELECT count(*) FROM policy_documents WHERE retired_at IS NULL AND division_code = $1)::int AS n", [COUNTY]);
    expect(own.total).toBeGreaterThan(0);
    expect(await as(bureau, sum)).toEqual({ entries: own.total, tasks: held.n });
    expect(await withScope(NO_SCOPE, sum)).toEqual({ entries: 0, tasks: 0 });
    expect(await as(principal, sum)).toEqual({ entries: 0, tasks: 0 });
  });
});

describe("the demonstration", () => {
  it("leaves a county with entries in every state, requests and interviews, and again nothing more", async () => {
    for (const table of ["support_requests", "interviews", "ledger_events", "ledger_entries", "ledger_counts"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
    const seed = async () => { await owner.query("BEGIN"); await seedLedger(owner, COUNTY, true); await owner.query("COMMIT"); return (await loadLedger(bureau, COUNTY, ledgerFilters({}))).counts; };
    const counts = await seed();
    expect(Math.min(counts.open, counts.doing, counts.waiting, counts.closed, counts.late)).toBeGreaterThan(0);
    expect(await seed()).toEqual(counts);
    const booklet = await loadBooklet(bureau, COUNTY);
    expect(booklet.county.length + booklet.schools.reduce((sum, school) => sum + school.entries.length, 0)).toBe(counts.total);
    expect((await loadRequests(bureau, COUNTY)).asked).toHaveLength(1);
    // the self-check of the same figures finds the demonstration's entries, and opens none twice
    const again = await as(bureau, (tx) => selfCheck(tx, bureau, { divisionCode: COUNTY, year: 2025, dueOn: DUE }));
    expect(again.value).toMatchObject({ opened: 0, refreshed: 0 });
  });
});
