import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor } from "@/lib/access/actor";
import { listTaskPage } from "@/lib/api/list-task-page";
import { weightedProgress } from "@/lib/tasks/rules";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { writeDocument } from "@/lib/policy-documents/write-document";
import { listDocuments } from "@/lib/policy-documents/list-documents";
import { seedTasks } from "@/lib/seed/tasks";
import { assignTasks } from "@/lib/tasks/assign-tasks";
import { copyLastYear } from "@/lib/tasks/copy-last-year";
import { changeTask, createTask, retireTask } from "@/lib/tasks/define-task";
import { fileTaskList, openListChange } from "@/lib/tasks/file-list";
import { listFilings } from "@/lib/tasks/list-filings";
import { listTaskTotals } from "@/lib/tasks/list-task-totals";
import { loadBoard } from "@/lib/tasks/load-board";
import { loadTask } from "@/lib/tasks/load-task";
import { moveTask } from "@/lib/tasks/move-task";
import { actInput, definitionInput, type ActInput, type Definition } from "@/lib/tasks/schema";
import { as, acting, castOf, refusal } from "../helpers/cast";
import { stageCounties } from "../helpers/owner";

const COUNTY = "110108";
const YEAR = 2026;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const bureau = person("t-tk-bureau");
const supervision = person("t-tk-supervision", { office: "supervision" });
const finance = person("t-tk-finance", { office: "unit", unitId: "t-tk-u1", unitName: "财政局" });
const staff = person("t-tk-staff", { office: "unit", unitId: "t-tk-u2", unitName: "人社局" });
const city = person("t-tk-city", { level: "city", divisionCode: "1101" });
const province = person("t-tk-province", { level: "province", divisionCode: "11" });
const neighbour = person("t-tk-neighbour", { divisionCode: "110109" });
let school: Actor;

const act = (actor: Actor, input: Partial<ActInput> & { taskId: string; act: ActInput["act"]; version: number }) => acting(actor, (tx) => moveTask(tx, actor, actInput.parse(input)));
const definition = (more: Record<string, unknown> = {}): Definition => definitionInput.parse({ title: "本县措施", group: "均衡配置教育资源", startsOn: "2026-01-01", dueOn: "2026-12-31", leadUnitId: "t-tk-u1", jointUnitIds: ["t-tk-u2"], ...more });
const create = (more: Record<string, unknown> = {}) => acting(bureau, (tx) => createTask(tx, bureau, { divisionCode: COUNTY, year: YEAR, ...definition(more) })).then((done) => done.value.id);
const versionOf = async (id: string) => Number((await owner.query<{ version: number }>("SELECT version FROM tasks WHERE id = $1", [id])).rows[0]?.version);
const seen = (actor: Actor, id: string) => as(actor, (tx) => tx.task.count({ where: { id } }));

beforeAll(async () => {
  await owner.connect();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 4, open: { year: YEAR, play: "played" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["file_links", "task_updates", "tasks", "task_counts", "task_filings", "policy_documents", "units"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("DELETE FROM task_templates WHERE id = 't-tk-province'");
  for (const { office: held } of [finance, staff]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [held.unitId, COUNTY, held.unitName]);
  await owner.query("SELECT adopt_tasks($1, $2)", [YEAR, COUNTY]);
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM schools WHERE division_code = $1 ORDER BY id LIMIT 1", [COUNTY]);
  school = person("t-tk-school", { office: "filler", level: "school", schoolId: rows[0]?.id ?? "", schoolName: "第一小学" });
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("adoption", () => {
  it("gives every county that opened the year the 24 official tasks, once", async () => {
    const board = await loadBoard(bureau, COUNTY, YEAR);
    expect(board.tasks.filter((task) => task.kind === "basic")).toHaveLength(4);
    expect(board.tasks.filter((task) => task.kind === "breakthrough")).toHaveLength(20);
    expect((await owner.query("SELECT adopt_tasks($1, $2) AS n", [YEAR, "cn"])).rows).toEqual([{ n: expect.any(Number) }]);
    expect((await loadBoard(bureau, COUNTY, YEAR)).tasks).toHaveLength(24);
  });
  it("reaches it from the province; what was superseded stays with the year that worked under it", async () => {
    await owner.query("INSERT INTO task_templates (id, division_code, kind, level, group_name, number, title, first_year) VALUES ('t-tk-province', '11', 'province', 'province', '省级任务', 1, '新建改扩建学校', 2025)");
    await as(province, (tx) => tx.$queryRaw`SELECT adopt_tasks(${YEAR}::int, '11')`);
    await owner.query("UPDATE task_templates SET last_year = 2026, superseded_by = 'x' WHERE id = 't-tk-province'");
    await owner.query("SELECT adopt_tasks($1, '11')", [YEAR]);
    expect((await loadBoard(bureau, COUNTY, YEAR)).tasks.filter((task) => task.title === "新建改扩建学校")).toHaveLength(1);
    await expect(as(bureau, (tx) => tx.taskTemplate.update({ where: { id: "t-tk-province" }, data: { title: "改" } }))).rejects.toThrow();
    await owner.query("UPDATE tasks SET retired_at = now() WHERE template_id = 't-tk-province'");
  });
});

describe("reach", () => {
  it("lead and joint units and, of all schools, each school see a task; others do not; the levels above read and cannot write", async () => {
    const id = await create();
    expect(await Promise.all([bureau, finance, staff, city, province, supervision].map((who) => seen(who, id)))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await Promise.all([neighbour, school].map((who) => seen(who, id)))).toEqual([0, 0]);
    await expect(as(city, (tx) => tx.task.update({ where: { id }, data: { progress: 5 } }))).rejects.toThrow();
    expect(await refusal(act(city, { taskId: id, act: "start", version: 1 }))).toMatch(/^state/);
    const shared = await create({ title: "全体学校参与的措施", allSchools: true });
    expect(await seen(school, shared)).toBe(1);
    await expect(as(school, (tx) => tx.task.updateMany({ where: { id: shared }, data: { progress: 99 } }))).rejects.toThrow();
    expect((await loadTask(school, null, shared)).role).toBe("school");
  });
});

describe("a task's way", () => {
  it("goes from start to confirmed completion; each step is logged; the one who reported it cannot confirm it", async () => {
    const id = await create({ title: "走完全程的措施" });
    await act(finance, { taskId: id, act: "start", version: 1 });
    await act(finance, { taskId: id, act: "report", version: 2, text: "资金已下达", progress: 80 });
    expect(await refusal(act(staff, { taskId: id, act: "submit", version: 3 }))).toMatch(/牵头单位/);
    await act(staff, { taskId: id, act: "report", version: 3, text: "配合完成" });
    expect(await versionOf(id)).toBe(3);
    await act(finance, { taskId: id, act: "submit", version: 3 });
    expect(await refusal(act(finance, { taskId: id, act: "confirm", version: 4 }))).toMatch(/^state/);
    expect(await refusal(act(bureau, { taskId: id, act: "return", version: 4 }))).toMatch(/原因/);
    await act(bureau, { taskId: id, act: "return", version: 4, text: "缺拨款凭证" });
    await act(bureau, { taskId: id, act: "submit", version: 5 });
    expect(await refusal(act(bureau, { taskId: id, act: "confirm", version: 6 }))).toMatch(/不能自己核验/);
    await act(supervision, { taskId: id, act: "confirm", version: 6 });
    const view = await loadTask(bureau, COUNTY, id);
    expect([view.task.state, view.task.progress, view.events.map((event) => event.act)]).toEqual(["done", 100, ["confirm", "submit", "return", "submit", "report", "report", "start", "create"]]);
    expect(view.events.find((event) => event.text === "配合完成")?.byName).toBe("人社局");
    const { rows } = await owner.query("SELECT act FROM audit_events WHERE entity = 'task' AND entity_id = $1 ORDER BY id", [id]);
    expect(rows.map((row: { act: string }) => row.act)).toEqual(["task.create", "task.start", "task.report", "task.report", "task.submit", "task.return", "task.submit", "task.confirm"]);
  });

  it("a stale version and a state that the procedure does not know are refused, nothing is lost", async () => {
    const id = await create({ title: "两人同时办理" });
    const [first, second] = await Promise.allSettled([act(finance, { taskId: id, act: "start", version: 1 }), act(bureau, { taskId: id, act: "defer", version: 1, text: "等文件" })]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versionOf(id)).toBe(2);
    expect(await refusal(act(bureau, { taskId: id, act: "reopen", version: 2, text: "x" }))).toMatch(/已完成/);
  });

  it("twice a year means twice, and a measured part answers to the figures, not to a typed percentage", async () => {
    const twice = await create({ title: "学籍核查", recurrence: "half-yearly" });
    await act(finance, { taskId: twice, act: "start", version: 1 });
    await act(finance, { taskId: twice, act: "report", version: 2, text: "第一次", round: true });
    expect(await refusal(act(finance, { taskId: twice, act: "submit", version: 3 }))).toMatch(/已记录 1 次/);
    await act(finance, { taskId: twice, act: "report", version: 3, text: "第二次", round: true });
    await act(finance, { taskId: twice, act: "submit", version: 4 });
    const measured = `t${COUNTY}-${YEAR}-basic-2`;
    await act(bureau, { taskId: measured, act: "start", version: 1 });
    expect(await refusal(act(bureau, { taskId: measured, act: "report", version: 2, text: "x", progress: 100 }))).toMatch(/平台数据计算/);
    await act(bureau, { taskId: measured, act: "submit", version: 2 });
    expect((await loadTask(supervision, COUNTY, measured)).measured[0]?.met).toBe(false);
    expect(await refusal(act(supervision, { taskId: measured, act: "confirm", version: 3 }))).toMatch(/还没有达到目标/);
  });

  it("evidence hangs on a task for whoever takes part", async () => {
    const id = await create({ title: "带材料的措施" });
    const file = { name: "方案.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") };
    await as(finance, (tx) => attachFile(tx, finance, { entity: "task", entityId: id, item: "evidence" }, file));
    expect((await loadTask(staff, COUNTY, id)).evidence.map((piece) => piece.name)).toEqual(["方案.pdf"]);
    expect(await refusal(as(school, (tx) => attachFile(tx, school, { entity: "task", entityId: id, item: "evidence" }, file)))).toMatch(/^notFound/);
  });
});

describe("the yearly list", () => {
  const change = (id: string, version: number, more: Record<string, unknown>) => as(bureau, (tx) => changeTask(tx, bureau, { taskId: id, version, ...definition(more) }));

  it("refuses a due day before the start, circles, units of elsewhere and other titles for official tasks", async () => {
    expect(definitionInput.safeParse({ ...definition(), dueOn: "2025-12-31" }).error?.issues[0]?.message).toMatch(/不能早于/);
    const [a, b] = [await create({ title: "甲措施" }), await create({ title: "乙措施" })];
    await change(b, 1, { title: "乙措施", parentId: a });
    expect(await refusal(change(a, 1, { title: "甲措施", parentId: b }))).toMatch(/不能是它自己/);
    expect(await refusal(change(a, 1, { title: "甲措施", leadUnitId: "t-ev-unit" }))).toMatch(/本县的单位名单/);
    expect(await refusal(change(`t${COUNTY}-${YEAR}-basic-1`, 1, { title: "改掉官方名称" }))).toMatch(/不能修改/);
    expect(await refusal(as(bureau, (tx) => retireTask(tx, bureau, { taskId: a, version: 1, reason: "重复" })))).toMatch(/下级任务/);
  });

  it("is filed when every task has somebody, then frozen, then changed by 变更备案 with its difference", async () => {
    const key = { divisionCode: COUNTY, year: YEAR };
    expect(await refusal(as(bureau, (tx) => fileTaskList(tx, bureau, key)))).toMatch(/没有牵头单位/);
    const open = (await loadBoard(bureau, COUNTY, YEAR)).tasks.filter((task) => task.leadUnitId === null).map((task) => task.id);
    await as(bureau, (tx) => assignTasks(tx, bureau, { divisionCode: COUNTY, taskIds: open, leadUnitId: "t-tk-u1", dueOn: null }));
    await as(bureau, (tx) => fileTaskList(tx, bureau, key));
    const [first] = open;
    if (!first) throw new Error("no task");
    expect(await refusal(as(bureau, (tx) => assignTasks(tx, bureau, { divisionCode: COUNTY, taskIds: [first], leadUnitId: "t-tk-u2", dueOn: null })))).toMatch(/变更备案/);
    expect(await refusal(create({ title: "冻结后的措施" }))).toMatch(/变更备案/);
    await as(bureau, (tx) => openListChange(tx, bureau, { ...key, reason: "机构调整" }));
    await as(bureau, (tx) => assignTasks(tx, bureau, { divisionCode: COUNTY, taskIds: [first], leadUnitId: "t-tk-u2", dueOn: "2026-11-30" }));
    await as(bureau, (tx) => fileTaskList(tx, bureau, key));
    const filings = await listFilings(city, COUNTY, YEAR);
    expect(filings.map((filing) => [filing.number, filing.reason, filing.changes.map(({ change: kind, fields }) => [kind, fields])])).toEqual([[1, "", []], [2, "机构调整", [["changed", ["牵头单位", "完成时限"]]]]]);
    expect(await refusal(as(neighbour, (tx) => fileTaskList(tx, neighbour, key)))).toMatch(/^notFound/);
  });

  it("takes over measures and parties from the year before, once", async () => {
    await owner.query("UPDATE filing_years SET completed_at = NULL WHERE division_code = $1 AND year = 2025", [COUNTY]);
    await owner.query("INSERT INTO filing_years (division_code, year, opens_on, closes_on) VALUES ($1, 2027, '2027-10-08', '2027-12-15') ON CONFLICT DO NOTHING", [COUNTY]);
    const copy = () => as(bureau, (tx) => copyLastYear(tx, bureau, { divisionCode: COUNTY, year: 2027 }));
    const own = (await loadBoard(bureau, COUNTY, YEAR)).tasks.filter((task) => task.kind === "measure").length;
    expect((await copy()).value).toEqual({ measures: own, parties: 24 });
    expect((await copy()).value).toEqual({ measures: 0, parties: 0 });
    const next = (await loadBoard(bureau, COUNTY, 2027)).tasks;
    const child = next.find((task) => task.title === "乙措施");
    expect(next.find((task) => task.id === child?.parentId)?.title).toBe("甲措施");
    expect(next.every((task) => task.state === "idle" && task.dueOn.startsWith("2027"))).toBe(true);
    for (const table of ["tasks", "task_counts"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1 AND year = 2027`, [COUNTY]);
    await owner.query("DELETE FROM filing_years WHERE division_code = $1 AND year = 2027", [COUNTY]);
  });
});

describe("policy documents", () => {
  const write = (more: Record<string, unknown>) => as(bureau, (tx) => writeDocument(tx, bureau, { divisionCode: COUNTY, code: "policy-1", version: 0, title: "", state: "drafting", documentNumber: "", issuedOn: null, note: "", taskIds: [], ...more }));
  it("go one step at a time, carry their number when issued, and stand as missing before", async () => {
    expect((await as(city, (tx) => listDocuments(tx, COUNTY))).filter((document) => document.state === "missing")).toHaveLength(14);
    await write({});
    expect(await refusal(write({ version: 1, state: "issued", documentNumber: "1号", issuedOn: "2026-05-01" }))).toMatch(/下一步应为“征求意见”/);
    await write({ version: 1, state: "consulting" });
    await write({ version: 2, state: "reviewing" });
    expect(await refusal(write({ version: 3, state: "issued" }))).toMatch(/文号和印发日期/);
    await write({ version: 3, state: "issued", documentNumber: "县发〔2026〕1号", issuedOn: "2026-05-01" });
    expect(await refusal(write({ version: 2 }))).toMatch(/^conflict/);
    expect(await refusal(write({ version: 4, state: "drafting" }))).toMatch(/已印发/);
    expect((await as(city, (tx) => listDocuments(tx, COUNTY)))[0]).toMatchObject({ title: "县域义务教育学校布局规划", state: "issued", documentNumber: "县发〔2026〕1号" });
    await expect(as(finance, (tx) => tx.policyDocument.updateMany({ where: { divisionCode: COUNTY }, data: { note: "x" } }))).rejects.toThrow();
  });
});

describe("the levels above", () => {
  it("see totals that add up to what the counties show", async () => {
    const [row] = (await as(city, (tx) => listTaskTotals(tx, "1101", "city", YEAR))).filter((one) => one.code === COUNTY);
    const { tasks } = await loadBoard(bureau, COUNTY, YEAR);
    expect(row).toMatchObject({ tasks: tasks.length, done: tasks.filter((task) => task.state === "done").length, overdue: tasks.filter((task) => task.overdue).length, filed: 1, counties: 1 });
    expect(row?.progress).toBeCloseTo(weightedProgress(tasks) ?? -1, 9);
    const recount = `SELECT division_code, year, state, due_on, count(*)::int AS n, sum(weight)::int AS weight, sum(weight * progress)::int AS points FROM tasks WHERE retired_at IS NULL AND division_code = '${COUNTY}' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
    expect((await owner.query(`SELECT * FROM task_counts WHERE division_code = '${COUNTY}' AND n > 0 ORDER BY 1, 2, 3, 4`)).rows).toEqual((await owner.query(recount)).rows);
    const [whole] = (await as(province, (tx) => listTaskTotals(tx, "11", "province", YEAR))).filter((one) => one.code === "1101");
    expect(whole?.tasks).toBeGreaterThanOrEqual(tasks.length);
  });
});

it("the list for other systems is paged without gap or double, and reaches no further than its reader", async () => {
  const page = (actor: Actor, code: string, cursor?: string) => as(actor, (tx) => listTaskPage(tx, actor, code, { year: YEAR, cursor, limit: 7 }));
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const answer = await page(city, "1101", cursor);
    ids.push(...answer.items.map((item) => `${item.division}:${item.id}`));
    cursor = answer.nextCursor ?? undefined;
    more = answer.nextCursor !== null;
    if (!more) expect(answer.total).toBe(ids.length);
  }
  expect(new Set(ids).size).toBe(ids.length);
  const { items } = await page(bureau, COUNTY);
  expect(items.find((item) => item.kind === "policyDocument")).toBeUndefined();
  expect((await as(bureau, (tx) => listTaskPage(tx, bureau, COUNTY, { year: YEAR, limit: 200 }))).items.find((item) => item.kind === "policyDocument")).toMatchObject({ title: "县域义务教育学校布局规划", state: "issued" });
  expect(await refusal(page(neighbour, COUNTY))).toMatch(/^notFound/);
});

it("the demonstration's rows are the ones that adoption would make, and seeding twice changes nothing", async () => {
  await owner.query("BEGIN");
  await seedTasks(owner, "640422", [2026], true);
  const count = async () => (await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM tasks WHERE division_code = '640422'")).rows[0]?.n;
  expect(await count()).toBe(44);
  await seedTasks(owner, "640422", [2026], true);
  expect(await count()).toBe(44);
  await owner.query("ROLLBACK");
});
