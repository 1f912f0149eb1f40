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
import { loadCountyTrace } from "@/lib/trace/load-county-trace";
import { loadValueTrace } from "@/lib/trace/load-value";
import { as, castOf } from "../helpers/cast";
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
      expect([section.code, key, view.same, view.trace.value]).toEqual([section.code, key, true, section.values[key]]);
    }
    const id = `s${OWN}001`;
    const stage = sections.find(({ schoolId }) => schoolId === id)?.stage ?? "primary";
    const kept = await owner.query("SELECT result FROM section_results WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage]);
    await owner.query("UPDATE section_results SET result = jsonb_set(result, '{values,multimediaRooms}', '99.5') WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage]);
    expect((await loadValueTrace(bureau, id, 2025, `${stage}.multimediaRooms`)).same).toBe(false);
    await owner.query("UPDATE section_results SET result = $3 WHERE school_id = $1 AND year = 2025 AND stage = $2", [id, stage, kept.rows[0]?.result]);
    expect((await loadValueTrace(principal, id, 2025, `${stage}.multimediaRooms`)).same).toBe(true);
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
