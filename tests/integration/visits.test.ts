import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "pg";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { shanghaiDay } from "@/lib/time";
import { assignTasks } from "@/lib/tasks/assign-tasks";
import { fileTaskList, openListChange } from "@/lib/tasks/file-list";
import { acknowledgeVisit } from "@/lib/visits/answer-visit";
import { cancelVisit } from "@/lib/visits/cancel-visit";
import { changeVisit } from "@/lib/visits/change-visit";
import { inspectTask } from "@/lib/visits/inspect-task";
import { loadCountyVisits } from "@/lib/visits/load-county-visits";
import { loadInspection } from "@/lib/visits/load-inspection";
import { loadMyVisits } from "@/lib/visits/load-my-visits";
import { loadSchoolVisits } from "@/lib/visits/load-school-visits";
import { loadVisit } from "@/lib/visits/load-visit";
import { planVisit } from "@/lib/visits/plan-visit";
import { recordVisit } from "@/lib/visits/record-visit";
import { planInput, recordInput } from "@/lib/visits/schema";
import { setVisitLimit } from "@/lib/visits/set-limit";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "450102";
const TODAY = shanghaiDay(new Date());
const YEAR = Number(TODAY.slice(0, 4));
let owner: Client;
const person = castOf(COUNTY);
const bureau = person("t-vs-bureau");
const supervision = person("t-vs-supervision", { office: "supervision" });
const city = person("t-vs-city", { level: "city", divisionCode: "4501" });
const neighbour = person("t-vs-neighbour", { divisionCode: "450103" });
let ids: string[] = [];
const at = (index: number) => ids[index] ?? "";
let inspector: Actor, other: Actor, principal: Actor, filler: Actor;

const plan = (actor: Actor, more: Record<string, unknown> = {}) => acting(actor, (tx) => planVisit(tx, actor, planInput.parse({ schoolId: at(0), plannedOn: TODAY, kind: "routine", items: ["safety", "self-check"], basis: "年度督导计划", approvalNumber: "演示〔2026〕1 号", ...more }))).then((done) => done.value.id);
const record = (actor: Actor, visitId: string, version: number, more: Record<string, unknown> = {}) => acting(actor, (tx) => recordVisit(tx, actor, recordInput.parse({
  visitId, version, visitedOn: TODAY, findings: "查看了校门、宿舍和自查材料。", results: [{ item: "safety", result: "problem", note: "护学岗早间未到位" }, { item: "self-check", result: "good" }], ...more,
})));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [YEAR], schools: 6, open: { year: YEAR, play: "played" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["ledger_events", "ledger_entries", "file_links", "visits", "visit_limits", "task_inspections", "task_updates", "tasks", "task_filings", "units"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  ids = (await owner.query<{ id: string }>("SELECT id FROM schools WHERE division_code = $1 ORDER BY id", [COUNTY])).rows.map(({ id }) => id);
  inspector = person("t-vs-inspector", { office: "inspector", schoolIds: [at(0), at(1)] });
  other = person("t-vs-other", { office: "inspector", schoolIds: [at(2)] });
  principal = person("t-vs-principal", { office: "principal", level: "school", schoolId: at(0), schoolName: "第一小学" });
  filler = person("t-vs-filler", { office: "filler", level: "school", schoolId: at(0), schoolName: "第一小学" });
  await owner.query("INSERT INTO users (id, username, display_name, password_hash, division_code) VALUES ('t-vs-inspector', 't-vs-inspector', '责任督学甲', '-', $1) ON CONFLICT DO NOTHING", [COUNTY]);
  await owner.query("INSERT INTO memberships (id, user_id, office, level, division_code, school_ids, starts_on) VALUES ('t-vs-m', 't-vs-inspector', 'inspector', 'county', $1, $2, '2024-01-01') ON CONFLICT DO NOTHING", [COUNTY, [at(0), at(1)]]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a visit's way", () => {
  it("planned with its approval, recorded, raised into the ledger, confirmed by the school; every step in the audit chain", async () => {
    const id = await plan(inspector);
    expect(await refusal(record(supervision, id, 1))).toMatch(/安排这次访校的人/);
    expect(await refusal(record(inspector, id, 1, { results: [{ item: "safety", result: "good" }] }))).toMatch(/请选择结果/);
    expect(await refusal(record(inspector, id, 9))).toMatch(/^conflict/);
    await record(inspector, id, 1, { issues: [{ problem: "护学岗早间未到位", measure: "排定值守表", dueOn: TODAY }] });
    const view = await loadVisit(principal, { schoolId: at(0) }, id);
    expect([view.visit.state, view.acts, view.visit.results[0]?.note]).toEqual(["recorded", ["acknowledge"], "护学岗早间未到位"]);
    expect(await refusal(acting(filler, (tx) => acknowledgeVisit(tx, filler, { visitId: id, version: 2, reply: "" })))).toMatch(/学校校长/);
    const { rows: entries } = await owner.query("SELECT id, source, school_id, problem, state FROM ledger_entries WHERE division_code = $1", [COUNTY]);
    expect(entries).toEqual([{ id: view.visit.issues[0]?.entryId, source: "visit", school_id: at(0), problem: "护学岗早间未到位", state: "open" }]);
    await record(inspector, id, 2, { findings: "补充：值守表已在门岗张贴。", issues: [{ problem: "自查没有逐项进行", dueOn: TODAY }] });
    expect((await loadVisit(inspector, {}, id)).visit.issues.map((issue) => issue.problem)).toEqual(["护学岗早间未到位", "自查没有逐项进行"]);
    await acting(principal, (tx) => acknowledgeVisit(tx, principal, { visitId: id, version: 3, reply: "立即整改。" }));
    expect(await refusal(record(inspector, id, 4))).toMatch(/学校已确认/);
    const told = await as(principal, (tx) => tx.notice.findMany({ where: { entity: "visit", entityId: id }, orderBy: { createdAt: "asc" }, select: { kind: true, href: true } }));
    expect(told).toEqual(["assigned", "reminded"].map((kind) => ({ kind, href: `/s/${at(0)}/visits/${id}` })));
    const { rows } = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'visit' AND entity_id = $1 ORDER BY id", [id]);
    expect(rows.map((row) => row.act)).toEqual(["visit.plan", "visit.record", "visit.amend", "visit.acknowledge"]);
  });

  it("an issue with a past day is refused at its place and nothing of the record is written", async () => {
    const id = await plan(inspector, { schoolId: at(1) });
    expect(await refusal(record(inspector, id, 1, { issues: [{ problem: "音乐教室被占用", dueOn: TODAY }, { problem: "仪器没有登记", dueOn: "2020-01-01" }] }))).toMatch(/整改期限不能早于今天/);
    expect((await loadVisit(inspector, {}, id)).visit).toMatchObject({ state: "planned", version: 1, issues: [] });
    expect((await owner.query("SELECT 1 FROM ledger_entries WHERE source_key LIKE $1", [`visit/${id}/%`])).rowCount).toBe(0);
    await acting(supervision, (tx) => cancelVisit(tx, supervision, { visitId: id, version: 1, reason: "与他人重复" }));
  });

  it("photographs hang on a visit by the visitor alone, until the school has confirmed", async () => {
    const id = await plan(inspector, { schoolId: at(1) });
    const photo = { name: "门岗.png", bytes: Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")) };
    const attach = (actor: Actor) => as(actor, (tx) => attachFile(tx, actor, { entity: "visit", entityId: id, item: "photo" }, photo));
    await attach(inspector);
    for (const stranger of [supervision, principal, other]) expect(await refusal(attach(stranger))).toMatch(/^notFound/);
    expect((await loadVisit(city, {}, id)).photos.map((piece) => piece.name)).toEqual(["门岗.png"]);
    await acting(inspector, (tx) => cancelVisit(tx, inspector, { visitId: id, version: 1, reason: "改期" }));
    expect(await refusal(attach(inspector))).toMatch(/^state/);
  });
});

describe("a school's yearly list", () => {
  const limit = (actor: Actor, perSchool: number, version: number) => acting(actor, (tx) => setVisitLimit(tx, actor, { divisionCode: COUNTY, year: YEAR, version, perSchool }));
  it("is held by the server, whoever comes, at the same moment too; a cancelled visit frees its place", async () => {
    expect(await refusal(limit(neighbour, 3, 0))).toMatch(/^notFound/);
    expect((await limit(bureau, 3, 0)).message).not.toMatch(/超过/);
    expect(await refusal(limit(bureau, 9, 0))).toMatch(/^conflict/);
    const tries = await Promise.allSettled([plan(inspector), plan(supervision, { kind: "special" }), plan(bureau, { kind: "activity", organiser: "县卫生健康局" }), plan(inspector)]);
    expect(tries.map(({ status }) => status).filter((status) => status === "fulfilled")).toHaveLength(2);
    expect(await refusal(plan(inspector))).toMatch(/已有 3 次，达到本县上限 3 次/);
    const held = tries.flatMap((done) => (done.status === "fulfilled" ? [done.value] : []));
    await acting(supervision, (tx) => cancelVisit(tx, supervision, { visitId: held[0] ?? "", version: 1, reason: "合并安排" }));
    await plan(inspector);
    expect((await limit(bureau, 1, 1)).message).toMatch(/1 所学校的清单已超过/);
    expect((await loadSchoolVisits(principal, at(0), undefined))).toMatchObject({ counted: 3, limit: 1 });
  });

  it("asks for room again when a visit moves into another year", async () => {
    await owner.query("INSERT INTO visit_limits (division_code, year, per_school, set_by) VALUES ($1, $2, 1, 't')", [COUNTY, YEAR + 1]);
    const next = `${YEAR + 1}-03-01`;
    const id = await plan(other, { schoolId: at(2) });
    await plan(supervision, { schoolId: at(2), kind: "special", plannedOn: next });
    const move = (plannedOn: string) => acting(other, (tx) => changeVisit(tx, other, { visitId: id, version: 1, plannedOn, kind: "routine", organiser: "", items: ["safety"], basis: "年度督导计划", approvalNumber: "1" }));
    expect(await refusal(move(next))).toMatch(/达到本县上限 1 次/);
    expect(await refusal(move("2020-01-01"))).toMatch(/不能早于今天/);
    expect((await loadVisit(other, {}, id)).visit).toMatchObject({ plannedOn: TODAY, version: 1 });
  });
});

describe("who sees what", () => {
  it("inspectors reach their own schools, the levels above read and cannot write, a neighbour sees nothing", async () => {
    expect(await refusal(plan(other))).toMatch(/^notFound/);
    expect(await refusal(plan(inspector, { kind: "activity", organiser: "某局" }))).toMatch(/不能安排/);
    const id = (await loadMyVisits(inspector, YEAR)).visits.find((visit) => visit.state === "planned")?.id ?? "";
    for (const actor of [bureau, supervision, city, inspector, principal]) expect((await loadVisit(actor, {}, id)).visit.id).toBe(id);
    for (const actor of [neighbour, other]) expect(await refusal(loadVisit(actor, {}, id))).toMatch(/^notFound/);
    expect(await refusal(acting(city, (tx) => cancelVisit(tx, city, { visitId: id, version: 1, reason: "试试" })))).toMatch(/^state/);
    await expect(as(city, (tx) => tx.visit.updateMany({ where: { id }, data: { state: "cancelled" } }))).rejects.toThrow();
    expect((await loadMyVisits(inspector, YEAR)).schools.map((school) => school.id)).toEqual([at(0), at(1)].sort());
  });

  it("the county sees load per inspector and the schools where nobody has been", async () => {
    const view = await loadCountyVisits(supervision, COUNTY, YEAR, { page: 1 });
    const mine = view.load.find((load) => load.userId === "t-vs-inspector");
    expect([mine?.name, mine?.schools, mine?.done, mine?.unvisited]).toEqual(["责任督学甲", 2, 1, 1]);
    expect(view.schools.filter((school) => school.done > 0).map((school) => school.id)).toEqual([at(0)]);
    const { rows } = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM visits WHERE division_code = $1 AND year = $2 AND state = 'cancelled'", [COUNTY, YEAR]);
    expect((await loadCountyVisits(bureau, COUNTY, YEAR, { page: 1, state: "cancelled" })).total).toBe(rows[0]?.n);
  });
});

describe("inspection against the filed list", () => {
  const inspect = (actor: Actor, taskId: string) => acting(actor, (tx) => inspectTask(tx, actor, { divisionCode: COUNTY, year: YEAR, taskId, verdict: "behind", finding: "方案未印发" }));
  it("compares by the unit as filed, keeps what was found, and knows what has been altered since", async () => {
    const taskId = `t${COUNTY}-${YEAR}-basic-1`;
    for (const [id, name] of [["t-vs-u1", "财政局"], ["t-vs-u2", "人社局"]]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [id, COUNTY, name]);
    await owner.query("SELECT adopt_tasks($1, $2)", [YEAR, COUNTY]);
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM tasks WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    const assign = (taskIds: string[], leadUnitId: string) => as(bureau, (tx) => assignTasks(tx, bureau, { divisionCode: COUNTY, taskIds, leadUnitId, dueOn: null }));
    await assign(rows.map(({ id }) => id), "t-vs-u1");
    expect(await refusal(inspect(supervision, taskId))).toMatch(/还没有备案/);
    expect((await loadInspection(supervision, COUNTY, YEAR)).comparison).toBeNull();
    await as(bureau, (tx) => fileTaskList(tx, bureau, { divisionCode: COUNTY, year: YEAR }));
    await as(bureau, (tx) => openListChange(tx, bureau, { divisionCode: COUNTY, year: YEAR, reason: "机构调整" }));
    await assign([taskId], "t-vs-u2");
    await inspect(supervision, taskId);
    expect(await refusal(inspect(supervision, "no-such"))).toMatch(/^notFound/);
    for (const actor of [city, neighbour]) expect(await refusal(inspect(actor, taskId))).toMatch(/^notFound/);
    const view = await loadInspection(city, COUNTY, YEAR);
    const [unit] = view.comparison?.units ?? [];
    expect([view.comparison?.units.length, unit?.unit, unit?.tasks.length, view.writes]).toEqual([1, "财政局", rows.length, false]);
    const inspected = unit?.tasks.find((task) => task.filed.id === taskId);
    expect([inspected?.altered, inspected?.notes.map((note) => note.finding)]).toEqual([["牵头单位"], ["方案未印发"]]);
    expect((await loadInspection(supervision, COUNTY, YEAR)).writes).toBe(true);
    await expect(as(supervision, (tx) => tx.taskInspection.updateMany({ where: { taskId }, data: { finding: "改" } }))).rejects.toThrow();
  });
});
