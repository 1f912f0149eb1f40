import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { assignFact } from "@/lib/counties/assign-fact";
import { addNotice } from "@/lib/notices/add-notice";
import { countUnread, listNotices } from "@/lib/notices/list-notices";
import { moveTask } from "@/lib/tasks/move-task";
import { actInput } from "@/lib/tasks/schema";
import { loadWork } from "@/lib/work/load-work";
import { summariseWork } from "@/lib/work/work-item";
import { startJobs } from "../../scripts/start/jobs.mjs";
import { as, castOf } from "../helpers/cast";
import { stageCounties } from "../helpers/owner";

const COUNTY = "120116";
const YEAR = 2026;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const bureau = person("t-nt-bureau");
const colleague = person("t-nt-colleague");
const supervision = person("t-nt-supervision", { office: "supervision" });
const unit = person("t-nt-unit", { office: "unit", unitId: "t-nt-u1", unitName: "财政局" });
const other = person("t-nt-other", { office: "unit", unitId: "t-nt-u2", unitName: "人社局" });
const city = person("t-nt-city", { level: "city", divisionCode: "1201" });
const task = (id: string, dueOn: string, more: { unit?: string | null; schools?: string[]; state?: string } = {}) => owner.query(
  "INSERT INTO tasks (id, division_code, year, kind, level, group_name, number, title, starts_on, due_on, lead_unit_id, school_ids, state) VALUES ($1, $2, $3, 'measure', 'county', '组', 1, $1, '2026-01-01', $4, $5, $6, $7)",
  [id, COUNTY, YEAR, dueOn, more.unit === undefined ? "t-nt-u1" : more.unit, more.schools ?? [], more.state ?? "doing"]);
const make = async (day: string) => (await owner.query<{ n: number }>("SELECT make_task_notices($1) AS n", [day])).rows[0]?.n;
let school: Actor;

beforeAll(async () => {
  await owner.connect();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 4, open: { year: YEAR, play: "played" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM notice_reads");
  for (const table of ["notices", "task_updates", "tasks", "task_counts", "units"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  for (const { office: held } of [unit, other]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [held.unitId, COUNTY, held.unitName]);
  const { rows } = await owner.query<{ id: string }>("SELECT school_id AS id FROM filings WHERE division_code = $1 AND year = $2 AND state = 'returned' LIMIT 1", [COUNTY, YEAR]);
  const any = await owner.query<{ id: string }>("SELECT id FROM schools WHERE division_code = $1 ORDER BY id LIMIT 1", [COUNTY]);
  school = person("t-nt-school", { office: "filler", level: "school", schoolId: rows[0]?.id ?? any.rows[0]?.id ?? "", schoolName: "学校" });
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("notices of what is due", () => {
  it("are made once for each day, kind and place: seven days before, one day before, and late", async () => {
    await task("due-later", "2026-07-09");
    await task("due-soon", "2026-07-08");
    await task("due-tomorrow", "2026-07-02", { unit: null });
    await task("late", "2026-06-30", { schools: [school.office.schoolId ?? ""] });
    await task("late-but-done", "2026-06-30", { state: "done" });
    await task("late-but-deferred", "2026-06-30", { state: "deferred" });
    expect(await make("2026-07-01")).toBe(4);
    expect(await make("2026-07-01")).toBe(0);
    expect((await listNotices(unit)).map((notice) => [notice.kind, notice.title]).sort()).toEqual([["due7", "“due-soon”2026-07-08 到期"], ["overdue", "“late”已逾期（2026-06-30 到期）"]]);
    expect((await listNotices(bureau)).map((notice) => notice.kind)).toEqual(["due1"]);
    expect((await listNotices(school)).map((notice) => [notice.kind, notice.href])).toEqual([["overdue", `/s/${school.office.schoolId}/tasks/late`]]);
    for (const nobody of [other, city]) expect(await listNotices(nobody)).toEqual([]);
    await owner.query("UPDATE tasks SET due_on = '2026-07-03' WHERE id = 'due-tomorrow'");
    expect(await make("2026-07-02")).toBe(2);
  });

  it("are made of problems to mend, for the school or unit that has to", async () => {
    await owner.query("DELETE FROM ledger_entries WHERE division_code = $1", [COUNTY]);
    const entry = (id: string, holder: string, place: { unit?: string; school?: string }, state = "open") => owner.query(
      "INSERT INTO ledger_entries (id, division_code, school_id, school_name, source, source_key, level, problem, owner, unit_id, due_on, opened_on, state) VALUES ($1, $2, $3, CASE WHEN $3::text IS NOT NULL THEN '学校' END, 'review', $1, CASE WHEN $3::text IS NULL THEN 'county' ELSE 'school' END, $1, $4, $5, '2026-07-02', '2026-05-01', $6)",
      [id, COUNTY, place.school ?? null, holder, place.unit ?? null, state]);
    await entry("缺教师", "school", { school: school.office.schoolId ?? "" });
    await entry("缺经费", "unit", { unit: "t-nt-u1" });
    await entry("已报验", "unit", { unit: "t-nt-u1" }, "waiting");
    expect((await owner.query<{ n: number }>("SELECT make_ledger_notices('2026-07-01') AS n")).rows).toEqual([{ n: 2 }]);
    expect((await listNotices(school)).map((notice) => notice.title)).toContain("整改明天前到期：缺教师");
    const work = async (actor: Actor) => (await loadWork(actor)).flatMap((group) => group.items.map((item) => `${group.title}：${item.title}`));
    expect(await work(unit)).toContain("要整改的问题：缺经费");
    expect(await work(unit)).not.toContain("待本人核验的整改：已报验");
    expect(await work(supervision)).toContain("待本人核验的整改：已报验");
    expect(await work(bureau)).toContain("逾期的整改：缺教师");
  });

  it("are made by the clock, which is rows of the database, and end with it", async () => {
    const job = { queue: "test-notices", cron: "0 0 1 1 *", sql: "SELECT make_task_notices('2026-07-07') AS count" };
    const before = (await listNotices(unit)).length;
    const jobs = await startJobs(process.env.DATABASE_URL ?? "", { jobs: [job], schema: "youjun_jobs_test" });
    await expect.poll(async () => (await listNotices(unit)).length, { timeout: 15_000 }).toBeGreaterThan(before);
    await jobs.stop();
    expect((await owner.query("SELECT name FROM youjun_jobs_test.schedule")).rows).toEqual([{ name: "test-notices" }]);
  });
});

describe("notices of acts", () => {
  it("tell the lead of a return, the unit of an item, and are read by each person for themselves", async () => {
    await task("returned-task", "2026-12-31", { state: "waiting" });
    await as(bureau, (tx) => moveTask(tx, bureau, actInput.parse({ taskId: "returned-task", act: "return", version: 1, text: "缺凭证" })));
    await owner.query("DELETE FROM county_facts WHERE division_code = $1 AND year = $2 AND item = 'gov-8'", [COUNTY, YEAR]);
    await as(bureau, (tx) => assignFact(tx, bureau, { code: COUNTY, year: YEAR, item: "gov-8", version: 0, unitId: "t-nt-u1" }));
    const titles = (await listNotices(unit)).map((notice) => notice.title);
    expect(titles).toContain("“returned-task”退回：缺凭证");
    expect(titles.some((title) => title.startsWith("县级指标“教师工资收入”"))).toBe(true);
    const [first] = await listNotices(bureau);
    if (!first) throw new Error("no notice");
    const unread = await as(colleague, countUnread);
    await as(bureau, (tx) => tx.noticeRead.create({ data: { noticeId: first.id, userId: bureau.userId } }));
    expect((await listNotices(bureau))[0]?.read).toBe(true);
    expect(await as(colleague, countUnread)).toBe(unread);
    await expect(as(other, (tx) => tx.noticeRead.create({ data: { noticeId: first.id, userId: other.userId } }))).rejects.toThrow();
  });
  it("cannot be sent into another county or in another's name", async () => {
    const about = { kind: "reminded" as const, title: "x", href: "/x", entity: "task", entityId: "x" };
    await expect(as(unit, (tx) => addNotice(tx, unit, { divisionCode: "120104" }, about))).rejects.toThrow();
    await expect(as(unit, (tx) => addNotice(tx, { ...unit, userId: "t-nt-bureau" }, { divisionCode: COUNTY }, about))).rejects.toThrow();
  });
});

describe("the list of what waits", () => {
  it("shows each office its own, and nothing that is done", async () => {
    await task("to-confirm", "2026-12-31", { state: "waiting" });
    const titles = async (actor: Actor) => (await loadWork(actor)).flatMap((group) => group.items.map((item) => item.title));
    expect(await titles(supervision)).toContain("to-confirm");
    expect(await titles(bureau)).toEqual(expect.arrayContaining(["to-confirm", "late"]));
    expect(await titles(unit)).toEqual(expect.arrayContaining(["late", "due-soon", "教师工资收入"]));
    expect(await titles(unit)).not.toContain("to-confirm");
    expect(await titles(unit)).not.toContain("late-but-done");
    expect((await titles(school)).some((title) => title.includes("2026学年初自评"))).toBe(true);
    expect(await titles(city)).toEqual([]);
    expect(summariseWork(await loadWork(city)).sentence).toBe("没有待办事项。");
    const groups = await loadWork(unit);
    expect(groups.find((group) => group.title === "本单位的任务")?.items[0]).toMatchObject({ title: "late", overdue: true });
  });
});
