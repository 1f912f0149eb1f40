import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBoard } from "@/lib/board/read-board";
import { boardView } from "@/lib/board/schema";
import { loadBrief } from "@/lib/brief/load-brief";
import { loadCompare } from "@/lib/compare/load-compare";
import { prisma } from "@/lib/db/client";
import { getCountyResults } from "@/lib/results/get-county-results";
import { listSections } from "@/lib/results/list-sections";
import { demoCounties } from "@/lib/seed/counties";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { changeRows } from "@/lib/time-series/change-rows";
import { loadTime } from "@/lib/time-series/load-time";
import { correctFact } from "@/lib/counties/decide-fact";
import { ITEM_ORDER } from "@/lib/items/judge-county";
import { listAreaCounties } from "@/lib/trace/list-area-counties";
import { loadAreaTrace } from "@/lib/trace/load-area-trace";
import { loadCountyTrace } from "@/lib/trace/load-county-trace";
import { loadLiveOrigin } from "@/lib/trace/load-live-origin";
import { loadValueTrace } from "@/lib/trace/load-value";
import { verdictOf } from "@/lib/trace/explain-item";
import { countTrace, type CountKind } from "@/lib/trace/keys";
import { acting, as, castOf } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [OWN, OTHER] = ["370103", "370104"];
let owner: pg.Client;
const bureau = castOf(OWN)("t-an-bureau");
const neighbour = castOf(OTHER)("t-an-neighbour");
const city = castOf(OWN)("t-an-city", { level: "city", divisionCode: "3701" });
const ministry = castOf(OWN)("t-an-moe", { level: "nation", divisionCode: "cn" });
const principal = castOf(OWN)("t-an-school", { office: "principal", level: "school", schoolId: `s${OWN}001`, schoolName: "学校" });

beforeAll(async () => {
  owner = await openOwner();
  const demo = (await demoCounties()).filter(({ code }) => code === OWN || code === OTHER);
  await stageCounties(owner, demo.map(({ code, schools, profile }) => ({ code, schools, profile, years: [2024, 2025, 2026], open: { year: 2026, play: "played" as const } })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("INSERT INTO county_goals (division_code, target_year, source) VALUES ($1, 2028, '创建规划') ON CONFLICT (division_code) DO UPDATE SET target_year = 2028", [OWN]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

const countyTime = async (asked?: number) => {
  const view = await loadTime(bureau, OWN, asked);
  if (view.kind !== "county") throw new Error(view.kind);
  return view;
};

describe("a county over the years", () => {
  it("splits the change of every coefficient and mean as it is stored, to the last digit printed", async () => {
    const view = await countyTime(2025);
    const before = view.years.find(({ year }) => year === 2024);
    expect(view.years.map(({ year, whole }) => [year, whole])).toEqual([[2024, true], [2025, true], [2026, false]]);
    const rows = changeRows(view.changes ?? [], before?.stages ?? {}, view.now?.stages ?? {});
    expect(rows).toHaveLength(14);
    for (const { stage, key, cv } of view.changes ?? []) {
      expect([cv?.before, cv?.after]).toEqual([expect.closeTo(before?.stages[stage]?.indicators[key].cv ?? -1, 12), expect.closeTo(view.now?.stages[stage]?.indicators[key].cv ?? -1, 12)]);
      expect((cv?.pupils ?? 9) + (cv?.resources ?? 9) + (cv?.roster ?? 9)).toBeCloseTo((cv?.after ?? 0) - (cv?.before ?? 0), 12);
    }
  });

  it("leaves a year that is not approved whole out of the comparison and of the start of the projection", async () => {
    const open = await countyTime(2026);
    expect(open.changes).toBeNull();
    expect([open.projection?.from, open.projection?.target, open.projection?.pupils.at(-1)?.year]).toEqual([2025, 2028, 2028]);
    expect(open.projection?.cvs).toHaveLength(14);
    for (const { without } of open.projection?.cvs ?? []) expect(without?.low ?? 1).toBeLessThanOrEqual(without?.high ?? 0);
  });

  it("starts from the pupils by grade of the approved forms", async () => {
    const { projection } = await countyTime();
    const { rows } = await owner.query<{ pupils: number }>(`SELECT sum((c ->> 'pupils')::int)::int AS pupils FROM filing_versions v JOIN school_facts f ON f.school_id = v.school_id AND f.year = v.year AND f.number = v.number,
      jsonb_array_elements(v.data -> 'students' -> 'primaryClassSizes') c WHERE v.division_code = $1 AND v.year = 2025 AND c ->> 'grade' <> '六年级' AND jsonb_typeof(v.data -> 'students' -> 'primaryClassSizes') = 'array'`, [OWN]);
    const next = projection?.pupils.find(({ year, stage }) => year === 2026 && stage === "primary")?.range;
    // all but the sixth grade stay, and between 8 % and 30 % enter
    expect(next?.low).toBeGreaterThan((rows[0]?.pupils ?? 0) * 1.08);
    expect(next?.high).toBeLessThan((rows[0]?.pupils ?? 0) * 1.3);
    expect(projection?.byGrade).toBe(projection?.schools);
  });

  it("moves the coefficient that a planned project serves, unless it is paused or comes too late", async () => {
    const sections = await as(bureau, (tx) => listSections(tx, OWN, 2025));
    const own = sections.find(({ stage }) => stage === "primary");
    const ranges = async () => (await countyTime()).projection?.cvs.find(({ stage, key }) => stage === "primary" && key === "sportsArea");
    const set = (state: string, day: string) => owner.query(`INSERT INTO projects (id, division_code, name, kind, stage, area, delivery_on, state, school_id, indicator) VALUES ('t-an-project', $1, '运动场', 'rooms', 'primary', 90000, $2::date, $3, $4, 'sportsArea')
      ON CONFLICT (id) DO UPDATE SET delivery_on = excluded.delivery_on, state = excluded.state, retired_at = NULL`, [OWN, day, state, own?.schoolId]);
    await owner.query("UPDATE projects SET retired_at = now() WHERE id = 't-an-project'");
    const plain = await ranges();
    await set("building", "2027-08-25");
    const planned = await ranges();
    expect(planned?.without).toEqual(plain?.without);
    expect(planned?.with).not.toEqual(plain?.with);
    await set("paused", "2027-08-25");
    expect(await ranges()).toEqual(plain);
    await set("building", "2028-09-02");
    expect(await ranges()).toEqual(plain);
    await owner.query("UPDATE projects SET retired_at = now() WHERE id = 't-an-project'");
  });

  it("of a city and the nation counts whole counties by year", async () => {
    const area = await loadTime(city, "3701", 2025);
    const { rows } = await owner.query<{ year: number; reported: number; compliant: number }>("SELECT year, count(*) FILTER (WHERE expected > 0 AND reported >= expected)::int AS reported, count(*) FILTER (WHERE verdict)::int AS compliant FROM county_results WHERE starts_with(division_code, '3701') GROUP BY year ORDER BY year");
    expect(area.kind === "area" ? area.years.map(({ year, reported, compliant }) => ({ year, reported, compliant })) : null).toEqual(rows);
    const nation = await loadTime(ministry, "cn", 2025);
    expect(nation.kind === "area" ? nation.years.find(({ year }) => year === 2025)?.reported : 0).toBeGreaterThanOrEqual(2);
    await expect(loadTime(neighbour, OWN, 2025)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a figure's derivation", () => {
  it("recomputes every coefficient and the verdict of the county as they are stored, to the last bit", async () => {
    for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
      const view = await loadCountyTrace(bureau, OWN, 2025, `cv.${stage}.${key}`);
      expect([stage, key, view.same]).toEqual([stage, key, true]);
    }
    expect((await loadCountyTrace(city, OWN, 2025, "verdict")).same).toBe(true);
    expect((await loadCountyTrace(bureau, OWN, 2026, "verdict")).same).toBe(true);
  });

  it("recomputes the seven values of schools, and says so where a stored one is another", async () => {
    const sections = await as(bureau, (tx) => listSections(tx, OWN, 2025));
    for (const section of sections.slice(0, 6)) for (const key of INDICATOR_KEYS) {
      const view = await loadValueTrace(bureau, section.schoolId, 2025, `${section.stage}.${key}`);
      if (view.kind !== "value") throw new Error(view.kind);
      expect([section.code, key, view.same, view.sameForm, view.trace.value]).toEqual([section.code, key, true, true, section.values[key]]);
    }
    const id = `s${OWN}001`;
    const stage = sections.find(({ schoolId }) => schoolId === id)?.stage ?? "primary";
    const kept = await owner.query("SELECT result FROM section_results WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage]);
    await owner.query("UPDATE section_results SET result = jsonb_set(result, '{values,multimediaRooms}', '99.5') WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage]);
    expect((await loadValueTrace(bureau, id, 2025, `${stage}.multimediaRooms`)).same).toBe(false);
    await owner.query("UPDATE section_results SET result = $3 WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage, kept.rows[0]?.result]);
    expect((await loadValueTrace(principal, id, 2025, `${stage}.multimediaRooms`)).same).toBe(true);
  });

  it("names every approved version that came after the first with its reason", async () => {
    const id = `s${OWN}001`;
    const [stage] = (await as(bureau, (tx) => listSections(tx, OWN, 2025))).filter(({ schoolId }) => schoolId === id).map((section) => section.stage);
    const approval = async () => (await loadValueTrace(city, id, 2025, `${stage}.teachingArea`)).approval;
    const before = await approval();
    const after = await tampered(`INSERT INTO filing_versions (filing_id, number, division_code, school_id, filed_by_school_id, year, data, reason, submitted_by, submitted_at, decision, decided_by, decided_at)
      SELECT filing_id, number + 90, division_code, school_id, filed_by_school_id, year, data, '面积录入有误', submitted_by, submitted_at, 'approved', decided_by, '2026-01-05T02:00:00Z' FROM filing_versions WHERE school_id = $1 AND year = 2025 AND decision = 'approved' ORDER BY number LIMIT 1`,
      "DELETE FROM filing_versions WHERE school_id = $1 AND year = 2025 AND number > 90", [id], approval);
    expect(before?.corrections).toEqual([]);
    expect([after?.number, after?.corrections]).toEqual([(before?.number ?? 0) + 90, [{ number: (before?.number ?? 0) + 90, reason: "面积录入有误", approvedAt: new Date("2026-01-05T02:00:00Z") }]]);
  });

  it("names the approver to those who manage the county's accounts alone; another's school does not exist", async () => {
    const id = `s${OWN}001`;
    const [stage] = (await as(bureau, (tx) => listSections(tx, OWN, 2025))).filter(({ schoolId }) => schoolId === id).map((section) => section.stage);
    const by = async (actor: typeof bureau) => (await loadValueTrace(actor, id, 2025, `${stage}.teachingArea`)).approval?.by;
    const { rows } = await owner.query<{ name: string }>("SELECT u.display_name AS name FROM filing_versions v JOIN users u ON u.id = v.decided_by WHERE v.school_id = $1 AND v.year = 2025 AND v.decision = 'approved'", [id]);
    expect(await by(bureau)).toBe(rows[0] ? `县级教育行政部门（${rows[0].name}）` : "县级教育行政部门");
    expect([await by(city), await by(principal)]).toEqual(["县级教育行政部门", "县级教育行政部门"]);
    await expect(loadValueTrace(neighbour, id, 2025, `${stage}.teachingArea`)).rejects.toMatchObject({ code: "notFound" });
    await expect(loadCountyTrace(principal, OWN, 2025, "verdict")).rejects.toMatchObject({ code: "notFound" });
    for (const figure of ["", "cv.primary", "value", "constructor"]) await expect(loadCountyTrace(bureau, OWN, 2025, figure)).rejects.toMatchObject({ code: "notFound" });
  });
});

/** What is stored is made another for a moment, and put back as it was. */
async function tampered<T>(change: string, undo: string, values: unknown[], look: () => Promise<T>): Promise<T> {
  await owner.query(change, values);
  try { return await look(); } finally { await owner.query(undo, values); }
}

describe("an item's derivation", () => {
  const item = async (actor: typeof bureau, key: string, year = 2025) => {
    const view = await loadCountyTrace(actor, OWN, year, `item.${key}`);
    if (view.kind !== "item") throw new Error(view.kind);
    return view;
  };

  it("recomputes each of the 15 + 9 + 1 and the veto as it is stored, and its conditions give that verdict", async () => {
    for (const key of ITEM_ORDER) {
      const { same, trace, outcome } = await item(bureau, key);
      expect([key, same, verdictOf(trace.conditions)]).toEqual([key, true, outcome.met]);
      expect((await item(city, key)).same).toBe(true);
    }
    await expect(loadCountyTrace(neighbour, OWN, 2025, "item.gov-5")).rejects.toMatchObject({ code: "notFound" });
    await expect(loadCountyTrace(principal, OWN, 2025, "item.gov-5")).rejects.toMatchObject({ code: "notFound" });
  });

  it("says so where the stored verdict, words, share or list of schools is another", async () => {
    const at = ITEM_ORDER.indexOf("gov-11");
    for (const [path, value] of [["met", "null"], ["text", '"改过"'], ["value", "0.1000000001"], ["failing", '["某校"]']] as const) {
      const { rows } = await owner.query<{ was: unknown }>("SELECT items #> $2 AS was FROM county_results WHERE division_code = $1 AND year = 2025", [OWN, [String(at), path]]);
      const set = (to: string) => owner.query("UPDATE county_results SET items = jsonb_set(items, $2, $3::jsonb) WHERE division_code = $1 AND year = 2025", [OWN, [String(at), path], to]);
      await set(value);
      const shown = (await item(bureau, "gov-11")).same;
      await set(JSON.stringify(rows[0]?.was));
      expect([path, shown]).toEqual([path, false]);
    }
    expect((await item(bureau, "gov-11")).same).toBe(true);
    // a fact that was changed past the approval shows, too
    const past = await tampered("UPDATE county_facts SET data = jsonb_set(data, '{exchanged}', ((data ->> 'exchanged')::int + 1)::text::jsonb) WHERE division_code = $1 AND year = 2025 AND item = 'gov-11'",
      "UPDATE county_facts SET data = jsonb_set(data, '{exchanged}', ((data ->> 'exchanged')::int - 1)::text::jsonb) WHERE division_code = $1 AND year = 2025 AND item = 'gov-11'", [OWN], () => item(bureau, "gov-11"));
    expect(past.same).toBe(false);
  });

  it("shows the county's fact with form, approval and every correction; above the county nobody is named and no draft is shown", async () => {
    const before = (await item(bureau, "gov-14")).origin;
    expect(before?.inputs.map(({ form }) => form)).toEqual(["县级指标填报“优质高中名额分配”：优质高中招生名额总数", "县级指标填报“优质高中名额分配”：分配到初中的名额数", "县级指标填报“优质高中名额分配”：其中：分配到农村初中的名额数"]);
    const row = await as(bureau, (tx) => tx.countyFact.findUniqueOrThrow({ where: { divisionCode_year_item: { divisionCode: OWN, year: 2025, item: "gov-14" } } }));
    const values = row.data !== null && typeof row.data === "object" && !Array.isArray(row.data) ? row.data : {};
    const [plan, allocated] = [Number(values.plan), Number(values.allocated)];
    await acting(bureau, (tx) => correctFact(tx, bureau, { code: OWN, year: 2025, item: "gov-14", version: row.version, values: { ...values, allocated: allocated - 1 }, statement: "按招生文件核对", reason: "核对后更正" }));
    const [own, above] = [await item(bureau, "gov-14"), await item(city, "gov-14")];
    for (const { same, origin } of [own, above]) {
      expect([same, origin?.corrections, origin?.statement]).toEqual([true, (before?.corrections ?? 0) + 1, "按招生文件核对"]);
      expect(origin?.events.at(-1)).toMatchObject({ name: "更正", reason: "核对后更正" });
      expect(origin?.events.at(-1)?.changes).toContainEqual({ label: "分配到初中的名额数", from: `${allocated.toLocaleString("en-US")} 个`, to: `${(allocated - 1).toLocaleString("en-US")} 个` });
      expect(origin?.events.every(({ name }) => ["审定", "更正"].includes(name)) || origin === own.origin).toBe(true);
    }
    expect(own.trace.conditions[0]?.text).toContain(`${(allocated - 1).toLocaleString("en-US")} ÷ ${plan.toLocaleString("en-US")} × 100%`);
    expect([above.origin?.enteredBy, above.origin?.approvedBy]).toEqual(["县级教育行政部门", "县级教育行政部门"]);
  });

  it("of a school names its form, and a fact that is not that of the approved form is shown", async () => {
    const { trace, ids } = await item(bureau, "gov-5");
    const id = ids[trace.schools[0]?.code ?? ""] ?? "";
    const view = await loadValueTrace(principal.office.schoolId === id ? principal : bureau, id, 2025, "item.gov-5");
    if (view.kind !== "item") throw new Error(view.kind);
    expect([view.sameForm, view.says.text, view.inputs[0]?.source]).toEqual([true, trace.schools[0]?.text, "教基2106／2107"]);
    const changed = await tampered("UPDATE school_facts SET teaching_area = teaching_area + 0.01 WHERE school_id = $1 AND year = 2025", "UPDATE school_facts SET teaching_area = round((teaching_area - 0.01)::numeric, 2) WHERE school_id = $1 AND year = 2025", [id], () => loadValueTrace(bureau, id, 2025, "item.gov-5"));
    expect(changed.sameForm).toBe(false);
    expect((await loadValueTrace(bureau, id, 2025, "item.gov-5")).sameForm).toBe(true);
    await expect(loadValueTrace(neighbour, id, 2025, "item.gov-5")).rejects.toMatchObject({ code: "notFound" });
    for (const figure of ["item.gov-1", "item.recognition", "item.gov-16"]) await expect(loadValueTrace(bureau, id, 2025, figure)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a count's derivation", () => {
  const count = async (kind: CountKind, actor = bureau) => {
    const view = await loadCountyTrace(actor, OWN, 2025, new URL(countTrace(OWN, 2025, kind), "http://x").searchParams.get("figure") ?? "");
    if (view.kind !== "count") throw new Error(view.kind);
    return view;
  };
  const KINDS: CountKind[] = [...STAGES.flatMap((stage) => [{ count: "students" as const, stage }, { count: "classes" as const, stage }]), { count: "crowding" }, { count: "size" }, { count: "sections" }];

  it("is the sum over the schools, as it is stored and as the pages show it", async () => {
    const stored = await as(bureau, (tx) => getCountyResults(tx, OWN, 2025));
    for (const kind of KINDS) expect([kind, (await count(kind)).same, (await count(kind, city)).same]).toEqual([kind, true, true]);
    for (const stage of STAGES) expect((await count({ count: "students", stage })).trace.totals[0]).toBe(stored?.stages[stage]?.students);
    const { rows } = await owner.query<{ n: number }>("SELECT sum(jsonb_array_length(more -> 'classes' -> 'primary'))::int AS n FROM school_facts WHERE division_code = $1 AND year = 2025 AND jsonb_typeof(more -> 'classes' -> 'primary') = 'array'", [OWN]);
    expect((await count({ count: "classes", stage: "primary" })).trace.totals[0]).toBe(rows[0]?.n);
  });

  it("says so where a stored one is another", async () => {
    const where = "WHERE division_code = $1 AND year = 2025";
    const looks: [string, string, CountKind][] = [
      [`UPDATE county_results SET stages = jsonb_set(stages, '{primary,students}', ((stages #>> '{primary,students}')::int + 1)::text::jsonb) ${where}`, `UPDATE county_results SET stages = jsonb_set(stages, '{primary,students}', ((stages #>> '{primary,students}')::int - 1)::text::jsonb) ${where}`, { count: "students", stage: "primary" }],
      [`UPDATE county_results SET compliant_sections = compliant_sections + 1 ${where}`, `UPDATE county_results SET compliant_sections = compliant_sections - 1 ${where}`, { count: "sections" }],
      [`UPDATE section_results SET result = jsonb_set(result, '{standardCount}', ((result ->> 'standardCount')::int + 1)::text::jsonb) ${where}`, `UPDATE section_results SET result = jsonb_set(result, '{standardCount}', ((result ->> 'standardCount')::int - 1)::text::jsonb) ${where}`, { count: "sections" }],
      [`UPDATE school_facts SET primary_max_class = primary_max_class + 30 ${where}`, `UPDATE school_facts SET primary_max_class = primary_max_class - 30 ${where}`, { count: "crowding" }],
      [`UPDATE school_facts SET primary_classes = primary_classes + 1 ${where}`, `UPDATE school_facts SET primary_classes = primary_classes - 1 ${where}`, { count: "classes", stage: "primary" }],
    ];
    for (const [change, undo, kind] of looks) {
      expect([change, (await tampered(change, undo, [OWN], () => count(kind))).same]).toEqual([change, false]);
      expect([undo, (await count(kind)).same]).toEqual([undo, true]);
    }
  });

  it("names the 不计校数 campuses whose figures stand in a school's", async () => {
    const [first] = (await count({ count: "students", stage: "primary" })).trace.rows;
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM schools WHERE code = $1", [first?.code]);
    const id = rows[0]?.id ?? "";
    await owner.query("INSERT INTO schools (id, code, name, kind, division_code, parent_school_id, counted) VALUES ('t-an-campus', '9937010301', '东校区', 'primary', $1, $2, false) ON CONFLICT (id) DO UPDATE SET closed_on = NULL", [OWN, id]);
    expect((await count({ count: "students", stage: "primary" })).campuses.get(first?.code ?? "")).toEqual(["东校区"]);
    const view = await loadValueTrace(bureau, id, 2025, "students.primary");
    expect([view.same, view.campuses]).toEqual([true, ["东校区"]]);
    expect(view.kind === "count" ? view.trace.value : null).toBe(first?.cells[0]);
    await owner.query("UPDATE schools SET closed_on = '2025-12-31' WHERE id = 't-an-campus'");
  });
});

describe("the derivation of a figure above the county", () => {
  const area = (actor: typeof bureau, code: string, figure: string, group: "in" | "out" | "open" | null = null, page = 1) => loadAreaTrace(actor, code, 2025, figure, { group, page });

  it("lists every county once, with the number that the overview shows, and recomputes those on the page", async () => {
    const { rows } = await owner.query<{ all: number; compliant: number }>("SELECT count(*)::int AS all, count(*) FILTER (WHERE r.verdict)::int AS compliant FROM divisions d LEFT JOIN county_results r ON r.division_code = d.code AND r.year = 2025 WHERE d.level = 'county' AND d.valid_to IS NULL AND starts_with(d.code, '3701')");
    for (const figure of ["counties.reported", "counties.resource", "counties.compliant", "counties.planned", "counties.recognised", "sections", "cv.primary.teachingArea"]) {
      const view = await area(city, "3701", figure);
      expect([figure, view.trace.counts.in + view.trace.counts.out + view.trace.counts.open, view.same, view.counter]).toEqual([figure, rows[0]?.all, true, null]);
    }
    expect((await area(city, "3701", "counties.compliant")).trace.counts.in).toBe(rows[0]?.compliant);
    const nation = await area(ministry, "cn", "counties.reported");
    expect([nation.counter, nation.same]).toEqual([nation.trace.counts.in, true]);
    expect(nation.trace.counts.open).toBeGreaterThan(2000);
    const last = await area(ministry, "cn", "counties.reported", "open", 9999);
    expect([last.page, last.list.length > 0, last.list.every(({ why, same }) => why !== "" && same !== false)]).toEqual([last.pages, true, true]);
  });

  it("says so where a county's stored figure, or the counter of a province, is another", async () => {
    const inGroup = async (code: string, figure: string) => { for (const group of ["in", "out", "open"] as const) { const view = await area(city, "3701", figure, group); const found = view.list.find((one) => one.code === code); if (found) return { view, found }; } throw new Error(code); };
    const where = "WHERE division_code = $1 AND year = 2025";
    const verdict = await owner.query<{ verdict: boolean | null }>(`SELECT verdict FROM county_results ${where}`, [OWN]);
    await owner.query(`UPDATE county_results SET verdict = $2 ${where}`, [OWN, verdict.rows[0]?.verdict !== true]);
    const { view, found } = await inGroup(OWN, "counties.compliant");
    await owner.query(`UPDATE county_results SET verdict = $2 ${where}`, [OWN, verdict.rows[0]?.verdict]);
    expect([found.same, view.same]).toEqual([false, false]);
    const cv = await tampered(`UPDATE stage_results SET cv = cv + 0.000000000001 ${where} AND stage = 'primary' AND indicator = 'sportsArea'`, `UPDATE stage_results s SET cv = (r.stages #>> '{primary,indicators,sportsArea,cv}')::float8 FROM county_results r WHERE r.division_code = s.division_code AND r.year = s.year AND s.division_code = $1 AND s.year = 2025 AND s.stage = 'primary' AND s.indicator = 'sportsArea'`, [OWN], () => inGroup(OWN, "cv.primary.sportsArea"));
    expect([cv.found.same, cv.view.same]).toEqual([false, false]);
    const short = await tampered(`UPDATE county_results SET compliant_sections = compliant_sections + 1 ${where}`, `UPDATE county_results SET compliant_sections = compliant_sections - 1 ${where}`, [OWN], () => inGroup(OWN, "sections"));
    expect([short.found.same, short.view.same]).toEqual([false, false]);
    expect((await inGroup(OWN, "sections")).found.same).toBe(true);
    expect((await inGroup(OWN, "cv.primary.sportsArea")).found.same).toBe(true);
    expect((await inGroup(OWN, "counties.compliant")).found.same).toBe(true);
    await owner.query("SELECT set_config('app.scope', 'cn', false)");
    const counter = await tampered("UPDATE result_counts SET reported = reported + 1 WHERE place = $1 AND year = 2025", "UPDATE result_counts SET reported = reported - 1 WHERE place = $1 AND year = 2025", ["37"], () => area(ministry, "37", "counties.reported"));
    expect([counter.same, (counter.counter ?? 0) - counter.trace.counts.in]).toEqual([false, 1]);
  });

  it("stays within the reader's reach, and knows no other figures", async () => {
    for (const [actor, code] of [[bureau, "3701"], [bureau, "37"], [city, "37"], [city, "cn"], [principal, "3701"]] as const) await expect(area(actor, code, "counties.compliant")).rejects.toMatchObject({ code: "notFound" });
    for (const figure of ["", "verdict", "item.gov-5", "counties.all", "cv.primary"]) await expect(area(city, "3701", figure)).rejects.toMatchObject({ code: "notFound" });
    await expect(loadAreaTrace(bureau, OWN, 2025, "counties.compliant", { group: null, page: 1 })).rejects.toMatchObject({ code: "notFound" });
    expect((await as(city, (tx) => listAreaCounties(tx, "3701", 2025, { kind: "counties", count: "compliant" }))).every(({ code }) => code.startsWith("3701"))).toBe(true);
  });
});

describe("where 实时 figures come from", () => {
  it("is said to the county alone: draft, submission or nothing, school by school", async () => {
    const { schools } = await loadLiveOrigin(bureau, OWN, 2026);
    const { rows } = await owner.query<{ state: string; n: number }>("SELECT f.state, count(*)::int AS n FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code = $1 AND f.year = 2026 AND s.counted GROUP BY 1", [OWN]);
    const n = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.n, 0);
    const from = (...which: string[]) => schools.filter((school) => which.includes(school.from)).length;
    expect([from("submitted"), from("approved")]).toEqual([n("submitted", "resubmitted"), n("approved")]);
    expect(from("draft", "none") + from("submitted", "approved")).toBe(rows.reduce((sum, row) => sum + row.n, 0));
    expect(from("draft")).toBeGreaterThan(0);
    for (const actor of [city, ministry, neighbour, principal]) await expect(loadLiveOrigin(actor, OWN, 2026)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("the sheet and the screen", () => {
  it("say what is stored: counts, the day of computation, the target", async () => {
    const { sheet } = await loadBrief(bureau, OWN, 2025);
    const stored = await as(bureau, (tx) => getCountyResults(tx, OWN, 2025));
    const figure = (label: string) => sheet?.figures.find((one) => one.label === label);
    expect(figure("达标学校（部）")?.value).toBe(`${stored?.compliantSections}／${stored?.sections}`);
    expect(figure("目标年")).toMatchObject({ value: "2028 年", mark: "internal", basis: "创建规划" });
    expect(figure("到目标年")).toMatchObject({ mark: "computed" });
    for (const [actor, code] of [[city, "3701"], [ministry, "cn"], [ministry, "37"]] as const) expect((await loadBrief(actor, code, 2025)).sheet?.figures.length).toBeGreaterThan(5);
    await expect(loadBrief(neighbour, OWN, 2025)).rejects.toMatchObject({ code: "notFound" });
  });

  it("of the screen pass what the browser checks, at every level", async () => {
    for (const [actor, code, cells] of [[bureau, OWN, 14], [city, "3701", null], [ministry, "cn", 32], [ministry, "37", null]] as const) {
      const { view } = await as(actor, (tx) => readBoard(tx, actor, code));
      expect(boardView.safeParse(JSON.parse(JSON.stringify(view))).success).toBe(true);
      if (cells !== null) expect(view?.cells).toHaveLength(cells);
    }
    await expect(as(neighbour, (tx) => readBoard(tx, neighbour, OWN))).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("side by side", () => {
  it("a city compares its counties by what is stored, and finds those that are alike", async () => {
    const view = await loadCompare(city, "3701", 2025, { chosen: [OWN, OTHER], add: "" });
    if (view.kind !== "counties") throw new Error(view.kind);
    const stored = await as(city, (tx) => getCountyResults(tx, OTHER, 2025));
    expect(view.shown.map(({ code }) => code)).toEqual([OWN, OTHER]);
    expect(view.shown[1]?.result?.stages).toEqual(stored?.stages);
    const { rows } = await owner.query<{ pupils: number; small: number }>("SELECT sum(n)::int AS pupils, count(*) FILTER (WHERE n BETWEEN 1 AND 99)::int AS small FROM (SELECT coalesce(primary_students, 0) + coalesce(junior_students, 0) AS n FROM school_facts WHERE division_code = $1 AND year = 2025 AND kind NOT IN ('special', 'vocational')) s", [OTHER]);
    expect(view.shown[1]?.features).toMatchObject({ pupils: rows[0]?.pupils, small: rows[0]?.small });
    expect(view.similar?.list.map(({ code }) => code)).toContain(OTHER);
    const nation = await loadCompare(ministry, "cn", 2025, { chosen: [OWN], add: OTHER });
    expect(nation.kind === "counties" ? nation.chosen : []).toEqual([OWN, OTHER]);
    const open = await loadCompare(city, "3701", 2026, { chosen: [OWN], add: "" });
    expect(open.kind === "counties" ? open.shown[0]?.features : "no").toBeNull();
  });

  it("a county sees its own schools and nobody else's figures, whatever the address asks for", async () => {
    const others = await as(neighbour, (tx) => listSections(tx, OTHER, 2025));
    const foreign = `${others[0]?.schoolId}.${others[0]?.stage}`;
    const view = await loadCompare(bureau, OWN, 2025, { chosen: [foreign, OTHER], add: "" });
    if (view.kind !== "schools") throw new Error(view.kind);
    expect([view.chosen, view.shown]).toEqual([[], []]);
    expect(view.options.length).toBeGreaterThan(10);
    expect(view.options.every(({ key }) => !others.some((section) => key.startsWith(`${section.schoolId}.`)))).toBe(true);
    for (const code of [OTHER, "3701", "cn"]) await expect(loadCompare(bureau, code, 2025, { chosen: [], add: "" })).rejects.toMatchObject({ code: "notFound" });
    const first = await loadCompare(bureau, OWN, 2025, { chosen: [], add: "" });
    expect(first.kind === "schools" ? first.shown.length : 0).toBe(3);
  });
});
