import type pg from "pg";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { appendEvent } from "@/lib/audit/append-event";
import { prisma } from "@/lib/db/client";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { selfCheck } from "@/lib/ledger/self-check";
import { applyPath } from "@/lib/planner/apply-path";
import { MARK } from "@/lib/planner/drafts";
import { loadPlanner } from "@/lib/planner/load-planner";
import { loadSaved } from "@/lib/planner/load-saved";
import { planDocument } from "@/lib/planner/plan-document";
import { proposalOf } from "@/lib/planner/plan-tables";
import { planWorkbook } from "@/lib/planner/plan-workbook";
import { applyInput, solveInput, type SolveInput } from "@/lib/planner/schema";
import { keepPlan, retirePlan, solvePlan } from "@/lib/planner/solve-plan";
import { solverAnswer, type Solve } from "@/lib/planner/solver-job";
import { as, acting, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";
import { unzipped } from "../helpers/unzipped";

const [COUNTY, OPEN, CITY] = ["340102", "340103", "3401"];
const BLANK = { degreeTeachers: "", backboneTeachers: "", artsPeTeachers: "", teachingArea: "", sportsArea: "", equipmentValue: "", multimediaRooms: "" };
const YUAN = { degreeTeachers: "80000", backboneTeachers: "5000", artsPeTeachers: "80000", teachingArea: "2,500", sportsArea: "300", equipmentValue: "1", multimediaRooms: "３0000" };
const bureau = castOf(COUNTY)("t-pl-bureau");
const openBureau = castOf(OPEN)("t-pl-open");
const section = castOf(COUNTY)("t-pl-section", { office: "section" });
const city = castOf(CITY)("t-pl-city", { level: "city" });
let owner: pg.Client;

/** The same solver without its thread, which the browser's course runs through. */
const here: Solve = async ({ schools, mode, quota, unitCost, groups, standard }) => solverAnswer.parse(await planCounty(schools, { mode, quota, unitCost, groups: new Map(Object.entries(groups)), evaluation: standard }));
const solveAndKeep = async (actor: Actor, input: SolveInput) => {
  const solved = await solvePlan(actor, input, (run) => as(actor, run), here);
  return acting(actor, (tx) => keepPlan(tx, actor, input, solved));
};
const ask = (more: Record<string, unknown> = {}, actor = bureau) =>
  solveAndKeep(actor, solveInput.parse({ divisionCode: actor.office.divisionCode, year: 2025, basis: "approved", mode: "additions", quota: "", money: "standard", unitCost: BLANK, ...more }));
const look = async (id: string, filters = {}, actor = bureau) => loadSaved(actor, COUNTY, id, filters);
const apply = (id: string, version: number, more: Record<string, unknown> = {}) =>
  as(bureau, async (tx) => {
    const done = await applyPath(tx, bureau, applyInput.parse({ divisionCode: COUNTY, id, version, budget: "100000000", until: 2029, targets: true, ledger: true, ...more }));
    for (const entry of done.audit) await appendEvent(tx, bureau, entry);
    return done;
  });

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2024, 2025], schools: 14 }, { code: OPEN, years: [2025], schools: 6, open: { year: 2025, play: "roster" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["resource_plans", "year_targets", "county_goals", "ledger_events", "ledger_entries"]) await owner.query(`DELETE FROM ${table} WHERE left(division_code, 4) = $1`, [CITY]);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a plan is asked for and kept", () => {
  it("by the county's 教育行政部门, with the figures it stands on; the levels above read it", async () => {
    const { value: { id } } = await ask();
    const view = await look(id);
    expect(view.before.verdict.resourceAllocation).toBe(false);
    expect(view.after.verdict.resourceAllocation).toBe(true);
    expect(view.plan.outcome.additions.length).toBeGreaterThan(0);
    expect(view.plan.inputs.schools.length).toBe(14);
    expect((await look(id, {}, city)).manages).toBe(false);
    expect((await loadPlanner(section, COUNTY, 2025, 1)).saved.rows.map((row) => row.id)).toContain(id);
    expect((await loadPlanner(city, COUNTY, 2025, 1)).saved.rows[0]).toMatchObject({ id, mode: "additions", gap: 0, unit: "cost", appliedAt: null });
    expect(await refusal(ask({ divisionCode: COUNTY }, city))).toMatch(/^notFound/);
    expect(await refusal(look(id, {}, openBureau))).toMatch(/^notFound/);
    await expect(as(city, (tx) => tx.resourcePlan.updateMany({ where: { id }, data: { retiredAt: new Date() } }))).rejects.toThrow(/row-level security/);
    await expect(as(bureau, (tx) => tx.resourcePlan.updateMany({ where: { id }, data: { outcome: {} } }))).rejects.toThrow(/permission denied/);
    const { rows: [event] } = await owner.query<{ detail: { proof: { gap: number } } }>("SELECT detail FROM audit_events WHERE act = 'planner.solve' AND entity_id = $1", [id]);
    expect(event?.detail.proof.gap).toBe(0);
    await acting(bureau, (tx) => retirePlan(tx, bureau, { divisionCode: COUNTY, id, version: 1 }));
    expect(await refusal(look(id))).toMatch(/^notFound/);
    expect((await owner.query("SELECT 1 FROM resource_plans WHERE id = $1", [id])).rowCount).toBe(1);
  });

  it("of live figures stays in the county", async () => {
    const { value: { id } } = await ask({ basis: "live" });
    expect((await look(id)).plan.basis).toBe("live");
    expect(await refusal(look(id, {}, city))).toMatch(/^notFound/);
    expect((await loadPlanner(city, COUNTY, 2025, 1)).saved.rows.map((row) => row.id)).not.toContain(id);
  });

  it("says what stands in the way: data that is not whole, a year without any, moves that cannot do it", async () => {
    expect(await refusal(ask({}, openBureau))).toMatch(/^state: 2025 年度还没有审定数据，不能测算/);
    expect(await refusal(ask({ year: 2019 }))).toMatch(/^state: 2019 年度还没有审定数据/);
    expect(await refusal(ask({ basis: "live" }, openBureau))).toMatch(/^state: .+的数据没有填全，不能测算；没有填写的不按 0 计算。$/);
    const { value: { id } } = await ask({ mode: "rotation", quota: "0" });
    const { plan, after } = await look(id);
    expect(after.verdict.resourceAllocation).toBe(false);
    expect(plan.asked.quota).toBe(0);
    expect(plan.outcome.moves).toEqual([]);
    expect(plan.outcome.reasons.join("")).toMatch(/只靠调动不够|按交流比例最多调动 0 人，不足以达到要求|只靠调动，差异系数最低为/);
  });

  it("with assumptions is for comparison only", async () => {
    const { value: { id } } = await ask({ assumptions: [{ kind: "growth", stage: "primary", factor: 0.9 }] });
    const view = await look(id);
    const total = (schools: typeof view.plan.inputs.schools) => schools.reduce((sum, facts) => sum + (facts.students.primary ?? 0), 0);
    const { value: { id: plain } } = await ask();
    expect(total(view.plan.inputs.schools) / total((await look(plain)).plan.inputs.schools)).toBeCloseTo(0.9, 2);
    expect(view.path.preview).toBeNull();
    expect(await refusal(apply(id, 1))).toBe("state: 这个方案带有假设，只供比较，不能写入年度目标和整改台账；请按现有数据重新测算。");
    expect(await refusal(ask({ assumptions: [{ kind: "merger", code: "none", into: "none", keepsPremises: true }] }))).toMatch(/^state: 没有标识码为 none 的学校，这项假设没有计入。/);
  });
});

describe("one confirmation writes the path", () => {
  it("into targets and ledger by their own functions, and writes nothing twice", async () => {
    await acting(bureau, (tx) => selfCheck(tx, bureau, { divisionCode: COUNTY, year: 2025, dueOn: "2030-12-31" }));
    await owner.query("SELECT set_config('app.scope', 'cn', false)");
    await owner.query("UPDATE ledger_entries SET measure = '已列入学校计划' WHERE division_code = $1 AND source = 'shortfall'", [COUNTY]);
    const { value: { id } } = await ask({ money: "yuan", unitCost: YUAN });
    const filters = { budget: "100000000", until: "2029" };
    const { path, plan } = await look(id, filters);
    const { targets, entries } = path.preview ?? { targets: [], entries: [] };
    expect(path.planned?.path.reached).toBe(true);
    expect(targets.length).toBeGreaterThan(2);
    expect(entries.length).toBeGreaterThan(2);
    expect((await look(id, filters, city)).path.preview).toBeNull();

    const done = await apply(id, 1);
    expect(done.value).toEqual({ budget: 100_000_000, until: 2029, targets: targets.length, entries: entries.length });
    expect(done.audit).toHaveLength(targets.length + entries.length + 1);
    const written = await as(bureau, (tx) => tx.yearTarget.findMany({ where: { divisionCode: COUNTY, retiredAt: null }, orderBy: { year: "asc" } }));
    expect(written.map((row) => `${row.year}/${row.measure}/${Number(row.target)}`).sort()).toEqual(targets.map((row) => `${row.year}/${row.measure}/${Number(row.target)}`).sort());
    const mended = await as(bureau, (tx) => tx.ledgerEntry.findMany({ where: { id: { in: entries.map((entry) => entry.id) }, source: "shortfall" } }));
    expect(mended.length).toBeGreaterThan(0);
    for (const entry of mended) {
      expect(entry.measure).toMatch(new RegExp(`^已列入学校计划\n${MARK}`));
      expect(entry.plannedYear).toBeGreaterThanOrEqual(path.from);
      expect(Number(entry.costYuan)).toBeGreaterThanOrEqual(0);
    }
    // what the ledger says in all is no more than the plan, and each entry's cost is its additions'
    const sum = mended.reduce((all, entry) => all + Number(entry.costYuan), 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(plan.outcome.cost + 0.01 * mended.length);

    expect(await refusal(apply(id, 1))).toMatch(/^conflict/);
    const again = await look(id, filters);
    expect(again.path.preview).toMatchObject({ targets: [], entries: [] });
    expect((await apply(id, 2)).message).toBe("年度目标和台账已与方案一致，没有重复写入。");
    expect((await as(bureau, (tx) => tx.ledgerEntry.findMany({ where: { id: { in: mended.map((entry) => entry.id) } }, select: { id: true, version: true } }))).every((entry) => entry.version === 2)).toBe(true);

    // another spread of the same plan replaces the planner's line, not what people wrote
    await apply(id, 3, { budget: String(Math.ceil(plan.outcome.cost / 3)), targets: false });
    const later = await as(bureau, (tx) => tx.ledgerEntry.findMany({ where: { id: { in: mended.map((entry) => entry.id) } } }));
    expect(later.every((entry) => entry.measure.split(MARK).length === 2 && entry.measure.startsWith("已列入学校计划"))).toBe(true);
    expect(Math.max(...later.map((entry) => entry.plannedYear ?? 0))).toBeGreaterThan(path.from);
  });

  it("a budget that does not suffice, or is none, is said so", async () => {
    const { value: { id } } = await ask();
    const short = await look(id, { budget: "1", until: "2029" });
    expect(short.path.planned?.path.sentence).toMatch(/^按每年 1 的预算，到 2029 年不能达标：还差 .+，每年至少需要再增加 .+。$/);
    expect((await look(id, { budget: "一百", until: "2029" })).path.fields).toEqual({ budget: "请填写数字。" });
    expect((await look(id, { budget: "-5", until: "2029" })).path.fields).toEqual({ budget: "年度预算应为不小于 0 的数。" });
    expect((await look(id, { budget: "100", until: "2020" })).path.fields).toEqual({ until: "目标年度不能早于起始年度。" });
    expect(applyInput.safeParse({ divisionCode: COUNTY, id, version: 1, budget: "1", until: 2029, targets: false, ledger: false }).error?.issues[0]?.message).toBe("请至少选择一项。");
  });
});

describe("the proposal", () => {
  it("holds the calculation in Excel and Word, and says what it is", async () => {
    const { value: { id } } = await ask({ mode: "both", quota: "10%" });
    const view = await look(id, { budget: "1000000", until: "2029" });
    const proposal = proposalOf(view, "演示数据，与实际情况无关");
    const book = await planWorkbook(proposal);
    const sheets = await readXlsxFile(book);
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rowsOf("说明")[1]?.[1]).toBe(proposal.lead);
    const added = rowsOf("增补清单").slice(1, -1);
    expect(added).toHaveLength(view.plan.outcome.additions.length);
    expect(added.reduce((sum, row) => sum + Number(row[7]), 0)).toBeCloseTo(view.plan.outcome.cost, 1);
    expect(rowsOf("各校（部）现状与方案后").slice(1, -1)).toHaveLength(view.before.sections.length);
    const text = unzipped(await planDocument(proposal, "演示数据，与实际情况无关"), "word/document.xml").replaceAll(/<[^>]+>/g, "");
    for (const part of [proposal.title, "演示数据，与实际情况无关", "测算", "差距", "方案前后的结论", "测算方法", view.plan.outcome.additions[0]?.school ?? "?"]) expect(text).toContain(part);
  });
});
