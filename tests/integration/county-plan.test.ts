import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf, type Actor, type Office } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { prisma } from "@/lib/db/client";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { attachFile } from "@/lib/evidence/attach-file";
import { loadGroup } from "@/lib/leading-group/load-group";
import { meetingInput, memberInput } from "@/lib/leading-group/schema";
import { retireMeeting, retireMember, setMeeting, setMember } from "@/lib/leading-group/write-group";
import { loadSupport } from "@/lib/plans/load-support";
import { eventInput, supportInput } from "@/lib/plans/support-schema";
import { retireSupport, setEvent, setSupport } from "@/lib/plans/write-support";
import { loadProjects } from "@/lib/projects/load-projects";
import { projectInput, seatInput } from "@/lib/projects/schema";
import { retireProject, setProject, setSeats } from "@/lib/projects/write-projects";
import { seedPlans } from "@/lib/seed/plans";
import { loadSpending } from "@/lib/spending/load-spending";
import { spendingInput } from "@/lib/spending/schema";
import { setSpending } from "@/lib/spending/write-spending";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, CITY, PROVINCE] = ["330102", "3301", "33"];
let owner: pg.Client;
const office = (more: Partial<Office>): Office => ({ id: "m", office: "education", level: "county", divisionCode: COUNTY, divisionName: "县教育局", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: ["handler", "reviewer", "signer"], ...more });
const person = (userId: string, more: Partial<Office> = {}): Actor => ({ userId, username: userId, displayName: userId, mustChangePassword: false, demo: false, office: office(more), offices: [office(more)] });
const bureau = person("t-cp-bureau");
const city = person("t-cp-city", { level: "city", divisionCode: CITY });
const province = person("t-cp-province", { level: "province", divisionCode: PROVINCE });
const neighbour = person("t-cp-neighbour", { divisionCode: "330105" });

const as = <T>(actor: Actor, run: (tx: Tx) => Promise<T>) => withScope(scopeOf(actor), run);
const refusal = (promise: Promise<unknown>) => promise.then(() => { throw new Error("expected a refusal"); }, (error: unknown) => { if (error instanceof AppError) return `${error.code}: ${Object.values(error.fields).join(" ") || error.message}`; throw error; });
const PDF = { name: "会议纪要.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") };
let school = { id: "", name: "" };

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025], schools: 5 }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["leading_members", "meetings", "spending_years", "projects", "seat_needs", "support_counties", "observation_events", "file_links", "tasks", "units"]) await owner.query(`DELETE FROM ${table} WHERE left(division_code, 2) = $1`, [PROVINCE]);
  for (const [id, name] of [["t-cp-u1", "财政局"], ["t-cp-u2", "人社局"]]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [id, COUNTY, name]);
  await owner.query("SELECT adopt_tasks(2025, $1)", [COUNTY]);
  const { rows } = await owner.query<{ id: string; name: string }>("SELECT s.id, s.name FROM schools s JOIN section_results r ON r.school_id = s.id WHERE s.division_code = $1 AND r.stage = 'primary' ORDER BY s.id LIMIT 1", [COUNTY]);
  if (rows[0]) school = rows[0];
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the leading group", () => {
  const member = (more: Record<string, unknown>, actor = bureau) => as(actor, (tx) => setMember(tx, actor, memberInput.parse({ divisionCode: COUNTY, id: "", role: "member", post: "分管局长", unitId: "", version: 0, ...more })));
  const meeting = (more: Record<string, unknown> = {}) => as(bureau, (tx) => setMeeting(tx, bureau, meetingInput.parse({ divisionCode: COUNTY, id: "", heldOn: "2026-03-10", subject: "部署年度任务", decisions: "财政局 6 月底前下达资金。", version: 0, ...more })));
  it("has one leader, each unit once, units of this county, and is its own bureau's", async () => {
    await member({ role: "leader", post: "县长" });
    expect(await refusal(member({ role: "leader", post: "副县长" }))).toMatch(/组长已经填写/);
    await member({ unitId: "t-cp-u1" });
    expect(await refusal(member({ unitId: "t-cp-u1" }))).toMatch(/已经是成员单位/);
    expect(await refusal(member({ unitId: "t-tk-u1" }))).toMatch(/本县的单位名单/);
    expect(await refusal(member({}, neighbour))).toMatch(/^notFound/);
    expect(await refusal(member({}, city))).toMatch(/^notFound/);
    const { members } = await loadGroup(city, COUNTY);
    expect(members.map((row) => row.role)).toEqual(["leader", "member"]);
    expect(await refusal(as(bureau, (tx) => retireMember(tx, bureau, { divisionCode: COUNTY, id: members[1]?.id ?? "", version: 7 })))).toMatch(/^conflict/);
  });
  it("counts what each unit leads, joins and has completed from the tasks themselves", async () => {
    await owner.query("UPDATE tasks SET lead_unit_id = 't-cp-u1', joint_unit_ids = ARRAY['t-cp-u2'], state = 'done' WHERE id IN (SELECT id FROM tasks WHERE division_code = $1 ORDER BY id LIMIT 2)", [COUNTY]);
    await owner.query("UPDATE tasks SET lead_unit_id = 't-cp-u1' WHERE id IN (SELECT id FROM tasks WHERE division_code = $1 AND lead_unit_id IS NULL ORDER BY id LIMIT 1)", [COUNTY]);
    const { loads, year } = await loadGroup(bureau, COUNTY);
    expect(year).toBe(2025);
    expect(loads.map(({ name, lead, joint, done, overdue, member: of }) => [name, lead, joint, done, overdue, of])).toEqual([["财政局", 3, 0, 2, 1, true], ["人社局", 0, 2, 0, 0, false]]);
  });
  it("keeps its meetings with their minutes; the city reads them, a neighbour does not", async () => {
    expect(await refusal(meeting({ heldOn: "2099-01-01" }))).toMatch(/不能晚于今天/);
    await meeting();
    const [held] = (await loadGroup(bureau, COUNTY)).meetings;
    const subject = { entity: "meeting" as const, entityId: `${COUNTY}/${held?.id}`, item: "minutes" };
    await as(bureau, (tx) => attachFile(tx, bureau, subject, PDF));
    expect((await loadGroup(city, COUNTY)).meetings[0]?.evidence.map((file) => file.name)).toEqual(["会议纪要.pdf"]);
    expect(await as(neighbour, (tx) => tx.fileLink.count({ where: { entity: "meeting" } }))).toBe(0);
    expect(await refusal(as(city, (tx) => attachFile(tx, city, subject, PDF)))).toMatch(/^notFound/);
    // a member unit reads the group and its own load; a school and a neighbour's unit do not
    const unit = person("t-cp-unit", { office: "unit", unitId: "t-cp-u1" });
    const seen = await loadGroup(unit, COUNTY);
    expect([seen.meetings.map(({ subject: title }) => title), seen.loads.map(({ name }) => name), seen.ownOnly, seen.manages]).toEqual([["部署年度任务"], ["财政局"], true, false]);
    expect(await refusal(loadGroup(unit, "330105"))).toMatch(/^notFound/);
    const principal = person("t-cp-principal", { office: "principal", level: "school", schoolId: school.id });
    expect(can(principal, "leading-group.read")).toBe(false);
    expect(await as(principal, async (tx) => [await tx.meeting.count(), await tx.leadingMember.count()])).toEqual([0, 0]);
    await as(bureau, (tx) => retireMeeting(tx, bureau, { divisionCode: COUNTY, id: held?.id ?? "", version: 1 }));
    expect((await loadGroup(bureau, COUNTY)).meetings).toEqual([]);
  });
});

describe("两个只增不减", () => {
  const year = (value: number, totalWan: string, perPupil: string, version = 0, actor = bureau) => as(actor, (tx) => setSpending(tx, actor, spendingInput.parse({ divisionCode: COUNTY, year: value, totalWan, perPupil, version })));
  it("is computed from what was entered, by version, for years that have been", async () => {
    await year(2023, "80,000.00", "15000");
    await year(2024, "81000", "14999.99");
    await year(2025, "81000", "15200");
    expect((await loadSpending(city, COUNTY)).rows.map((row) => [row.year, row.total, row.pupil, row.both])).toEqual([[2025, "kept", "kept", "kept"], [2024, "kept", "fell", "fell"], [2023, "open", "open", "open"]]);
    expect(await refusal(year(2024, "1", "1"))).toMatch(/^conflict/);
    expect(await refusal(year(2034, "1", "1"))).toMatch(/已经发生/);
    expect(await refusal(year(2022, "1", "1", 0, city))).toMatch(/^notFound/);
    expect(spendingInput.safeParse({ divisionCode: COUNTY, year: 2025, totalWan: "八万", perPupil: "-1", version: 0 }).error?.issues.map((issue) => issue.message)).toEqual(["请填写数字，最多两位小数。", "请填写数字，最多两位小数。"]);
  });
});

describe("projects and seats", () => {
  const project = (more: Record<string, unknown> = {}) => as(bureau, (tx) => setProject(tx, bureau, projectInput.parse({ divisionCode: COUNTY, id: "", name: "综合楼扩建", kind: "extension", stage: "primary", state: "building", places: 270, area: "3,200.5", investmentWan: "1800", deliveryOn: "2026-08-20", schoolId: school.id, indicator: "teachingArea", version: 0, ...more })));
  it("name the school and the gap that they close; late ones are marked; seats add up", async () => {
    await project();
    expect(await refusal(project({ schoolId: "s640422001" }))).toMatch(/本县学校/);
    expect(await refusal(project({ schoolId: "" }))).toMatch(/请选择学校/);
    expect(await refusal(project({ state: "delivered", deliveryOn: "2099-01-01" }))).toMatch(/不能晚于今天/);
    const seats = (year: number, needed: number, available: number) => as(bureau, (tx) => setSeats(tx, bureau, seatInput.parse({ divisionCode: COUNTY, year, stage: "primary", needed, available, version: 0 })));
    await seats(2026, 5000, 4800);
    await seats(2027, 5200, 4800);
    expect(await refusal(seats(2027, 1, 1))).toMatch(/^conflict/);
    const view = await loadProjects(city, COUNTY);
    expect(view.projects[0]).toMatchObject({ school: school.name, area: "3200.5", late: true });
    const { rows: [section] } = await owner.query<{ gap: number | null }>("SELECT (result->'shortfall'->>'teachingArea')::float8 AS gap FROM section_results WHERE school_id = $1 AND year = 2025 AND stage = 'primary'", [school.id]);
    expect(view.projects[0]?.shortfall).toMatch(section?.gap ? /还差/ : /已达标/);
    expect(view.seats.map((row) => [row.year, row.added, row.gap])).toEqual([[2026, 270, 70], [2027, 270, -130]]);
    await as(bureau, (tx) => retireProject(tx, bureau, { divisionCode: COUNTY, id: view.projects[0]?.id ?? "", version: 1 }));
    expect((await loadProjects(bureau, COUNTY)).seats.map((row) => row.gap)).toEqual([-200, -400]);
  });
});

describe("重点支持县 and 研讨观摩", () => {
  const support = (more: Record<string, unknown> = {}, actor = province) => as(actor, (tx) => setSupport(tx, actor, supportInput.parse({ divisionCode: COUNTY, year: 2026, kinds: ["fund", "expert"], given: "改薄资金 500 万元；专家指导 2 次", version: 0, ...more })));
  it("are given by the province to counties below it; the county reads what it was given", async () => {
    await support();
    expect(await refusal(support())).toMatch(/已在 2026 年重点支持名单中/);
    expect(await refusal(support({ divisionCode: "640422" }))).toMatch(/^notFound/);
    expect(await refusal(support({}, bureau))).toMatch(/^notFound/);
    expect(await refusal(support({}, city))).toMatch(/^notFound/);
    expect(supportInput.safeParse({ divisionCode: COUNTY, year: 2026, kinds: "", given: "资金", version: 0 }).error?.issues[0]?.message).toMatch(/至少选择一种/);
    expect(await as(bureau, (tx) => tx.supportCounty.count())).toBe(1);
    await expect(as(bureau, (tx) => tx.supportCounty.updateMany({ data: { given: "改" } }))).rejects.toThrow(/row-level security/);
    await as(province, (tx) => retireSupport(tx, province, { divisionCode: COUNTY, year: 2026, version: 1 }));
    await support();
    expect((await loadSupport(province, PROVINCE)).supported.map((row) => [row.code, row.version])).toEqual([[COUNTY, 3]]);
  });
  it("an event and its materials reach every county below, not other provinces", async () => {
    await as(province, (tx) => setEvent(tx, province, eventInput.parse({ divisionCode: PROVINCE, id: "", heldOn: "2026-05-20", title: "优质均衡研讨观摩", place: "", content: "", version: 0 })));
    const [event] = (await loadSupport(province, PROVINCE)).events;
    await as(province, (tx) => attachFile(tx, province, { entity: "observation_event", entityId: `${PROVINCE}/${event?.id}`, item: "material" }, { ...PDF, name: "经验材料.pdf" }));
    const seen = (actor: Actor) => as(actor, async (tx) => [await tx.observationEvent.count({ where: { divisionCode: PROVINCE } }), await tx.fileLink.count({ where: { entity: "observation_event", divisionCode: PROVINCE } })]);
    expect(await Promise.all([bureau, city, province].map(seen))).toEqual([[1, 1], [1, 1], [1, 1]]);
    const read = await loadSupport(bureau, COUNTY);
    expect([read.supported.map((row) => row.given), read.events[0]?.evidence.map((piece) => piece.name), read.manages]).toEqual([["改薄资金 500 万元；专家指导 2 次"], ["经验材料.pdf"], false]);
    expect(await seen(person("t-cp-far", { divisionCode: "640422" }))).toEqual([0, 0]);
  });
});

it("the demonstration keeps 西吉 2028, 登封 2030 and 崇明 2024 as a draft, 30 % of 山东 by 2025, and seeding twice changes nothing", async () => {
  await owner.query("BEGIN");
  const started = performance.now();
  await seedPlans(owner);
  const took = performance.now() - started;
  const count = async () => (await owner.query<{ n: number }>("SELECT (SELECT count(*) FROM plan_cells)::int + (SELECT count(*) FROM county_goals)::int + (SELECT count(*) FROM milestones)::int + (SELECT count(*) FROM projects)::int AS n")).rows[0]?.n;
  const first = await count();
  await seedPlans(owner);
  expect(await count()).toBe(first);
  const { rows } = await owner.query<{ division_code: string; target_year: number; draft: boolean }>("SELECT division_code, target_year, draft FROM county_goals WHERE division_code IN ('640422', '410185', '310151') ORDER BY 1");
  expect(rows.map((row) => [row.division_code, row.target_year, row.draft])).toEqual([["310151", 2024, true], ["410185", 2030, false], ["640422", 2028, false]]);
  const { rows: [share] } = await owner.query<{ early: number; all: number }>("SELECT count(*) FILTER (WHERE year <= 2025)::int AS early, count(*)::int AS all FROM plan_cells WHERE division_code LIKE '37%'");
  expect(share?.early).toBeGreaterThan(35);
  expect(share?.all).toBeGreaterThan(120);
  expect((await owner.query("SELECT 1 FROM plan_cells WHERE division_code = '370102'")).rowCount).toBe(0);
  expect((await owner.query("SELECT name, starts_on::text, ends_on::text FROM plan_stages WHERE division_code = '410185' ORDER BY starts_on")).rows).toEqual([
    { name: "启动阶段", starts_on: "2022-03-01", ends_on: "2022-09-30" }, { name: "实施阶段", starts_on: "2022-10-01", ends_on: "2029-10-31" }, { name: "迎检阶段", starts_on: "2029-11-01", ends_on: "2030-12-31" },
  ]);
  expect(took).toBeLessThan(3_000);
  await owner.query("ROLLBACK");
});
