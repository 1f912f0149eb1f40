import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { readUpload, readWorkbook } from "@/lib/exchange/read-upload";
import { baseTableRows } from "@/lib/exchange/write-table";
import { confirmImport } from "@/lib/filings/confirm-import";
import { exportTable } from "@/lib/filings/export-table";
import { getTableExport } from "@/lib/filings/get-table-export";
import { previewImport } from "@/lib/filings/preview-import";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** Who is signed in: the session is the only thing that is not real here. */
const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const COUNTY = "150102";
const YEAR = 2026;
let owner: pg.Client;
let clerk: Actor;
let other: Actor;

const live = async () => (await withScope(scopeOf(clerk), (tx) => getTableExport(tx, COUNTY, YEAR, "live"))).schools;
const csv = (schools: SchoolFacts[]) => new File([baseTableRows(schools, "演示数据，与实际情况无关").map((row) => row.map((cell) => cell ?? "").join(",")).join("\n")], "table.csv");
const body = (file: File, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [key, value] of Object.entries({ divisionCode: COUNTY, year: String(YEAR), ...more })) form.set(key, value);
  form.set("file", file);
  return form;
};
async function preview(file: File) {
  const result = await previewImport(null, body(file));
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`);
  return result.data;
}
const sections = async () => (await owner.query("SELECT filing_id, section, data, version FROM filing_sections WHERE division_code = $1 ORDER BY filing_id, section", [COUNTY])).rows;
const states = async () => new Map((await owner.query("SELECT s.code, f.state FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code = $1 AND f.year = $2", [COUNTY, YEAR])).rows.map((row) => [row.code, row.state]));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 40, open: { year: YEAR, play: "played" } }]);
  clerk = await actorOf(await stagePerson(owner, "import-clerk", { office: "education", level: "county", division: COUNTY }));
  other = await actorOf(await stagePerson(owner, "import-other", { office: "education", level: "county", division: "150103" }));
  signedIn.actor = clerk;
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a base table into the filings of a county", () => {
  it("exported and imported again changes nothing", async () => {
    const schools = await live();
    expect(schools.length).toBeGreaterThan(20);
    const { plan } = await preview(csv(schools));
    expect(plan.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(plan.schools).toHaveLength(schools.length);
    expect(plan.schools.flatMap(({ changes }) => changes)).toEqual([]);
    expect(plan.schools.reduce((sum, school) => sum + school.unchanged, 0)).toBeGreaterThan(100);
  });

  it("comes out as a workbook whose figures are those of the county, and goes in again without a change", async () => {
    for (const content of ["live", "approved"] as const) {
      const { name, bytes } = await withScope(scopeOf(clerk), (tx) => exportTable(tx, clerk, { code: COUNTY, year: content === "live" ? YEAR : 2025, content }));
      const file = new File([new Uint8Array(bytes)], name);
      const sheets = await readWorkbook(file);
      const said = new Map((sheets[1]?.rows ?? []).map(([label, text]) => [label, text]));
      expect(said.get("数据基准")).toBe(content === "live" ? "实时数据（未审定）" : "审定数据");
      expect(said.get("标准版本")).toBe("教督〔2017〕6号");
      expect(said.get("口径")).toContain("口径：");
      expect(said.get("提示")).toBe("演示数据，与实际情况无关");
      const rows = await readUpload(file);
      expect(rows.length - 1).toBe(content === "live" ? (await live()).length : Number((await owner.query("SELECT count(*)::int AS n FROM school_facts WHERE division_code = $1 AND year = 2025", [COUNTY])).rows[0].n));
      if (content === "live") expect((await preview(file)).plan.schools.flatMap(({ changes }) => changes)).toEqual([]);
    }
  });

  it("gives live figures to the county only, and nothing of a year that was never opened", async () => {
    const city = await actorOf(await stagePerson(owner, "import-city", { office: "education", level: "city", division: "1501" }));
    const ask = (who: Actor, year: number, content: "live" | "approved") => withScope(scopeOf(who), (tx) => exportTable(tx, who, { code: COUNTY, year, content }));
    await expect(ask(city, YEAR, "live")).rejects.toMatchObject({ code: "invalid" });
    await expect(ask(city, 2025, "approved")).resolves.toMatchObject({ name: expect.stringContaining("审定") });
    await expect(ask(other, 2025, "approved")).rejects.toMatchObject({ code: "notFound" });
    await expect(ask(clerk, 2001, "approved")).rejects.toMatchObject({ code: "notFound" });
  });

  it("shows what would be new, overwritten and left alone, and writes nothing", async () => {
    const before = await sections();
    const schools = (await live()).map((facts) => ({ ...facts, multimediaRooms: (facts.multimediaRooms ?? 0) + 1 }));
    const { plan } = await preview(csv(schools));
    const state = await states();
    for (const school of plan.schools) expect(school.blocked === null, `${school.name} ${state.get(school.code)}`).toBe(["open", "returned"].includes(state.get(school.code)));
    expect(plan.schools.every(({ changes }) => changes.length === 1 && changes[0]?.key === "multimediaRooms")).toBe(true);
    expect(await sections()).toEqual(before);
  });

  it("writes drafts only where a school is filing, a version a section and one audit row a filing; the second time nothing", async () => {
    const state = await states();
    const before = await sections();
    const file = csv((await live()).map((facts) => ({ ...facts, multimediaRooms: (facts.multimediaRooms ?? 0) + 1 })));
    const { plan, token } = await preview(file);
    const writable = plan.schools.filter(({ blocked }) => blocked === null);
    const done = await confirmImport(null, body(file, { token }));
    expect(done).toMatchObject({ ok: true, data: { schools: writable.length, figures: writable.length } });
    const after = await sections();
    const changed = after.filter((row) => !before.some((old) => old.filing_id === row.filing_id && old.section === row.section && old.version === row.version));
    expect(changed).toHaveLength(writable.length);
    expect(changed.every((row) => row.section === "equipment" && ["open", "returned"].includes([...state].find(([code]) => plan.schools.find((school) => school.filingId === row.filing_id)?.code === code)?.[1] ?? ""))).toBe(true);
    for (const row of changed) {
      const old = before.find((one) => one.filing_id === row.filing_id && one.section === row.section);
      expect(row.version).toBe((old?.version ?? 0) + 1);
      expect(row.data).toEqual({ ...old?.data, multimediaRooms: row.data.multimediaRooms });
    }
    const audit = await owner.query("SELECT entity_id, detail FROM audit_events WHERE chain = $1 AND act = 'filing.import'", [COUNTY]);
    expect(audit.rows.map((row) => row.entity_id).sort()).toEqual(writable.map(({ filingId }) => filingId).sort());
    expect(audit.rows[0]?.detail.changes).toHaveProperty(["equipment.multimediaRooms"]);
    expect(await confirmImport(null, body(file, { token }))).toMatchObject({ ok: true, data: { schools: 0 } });
    expect(await sections()).toEqual(after);
  });

  it("refuses to write over what changed after the preview", async () => {
    const file = csv((await live()).map((facts) => ({ ...facts, sportsFieldArea: (facts.sportsFieldArea ?? 0) + 5 })));
    const { plan, token } = await preview(file);
    const target = plan.schools.find(({ blocked }) => blocked === null);
    await owner.query(`INSERT INTO filing_sections (filing_id, section, division_code, school_id, filed_by_school_id, data, updated_by) SELECT id, 'premises', division_code, school_id, filed_by_school_id, '{"sportsFieldArea": 1}', 'x' FROM filings WHERE id = $1
      ON CONFLICT (filing_id, section) DO UPDATE SET data = filing_sections.data || excluded.data, version = filing_sections.version + 1`, [target?.filingId]);
    const before = await sections();
    expect(await confirmImport(null, body(file, { token }))).toMatchObject({ ok: false, message: expect.stringContaining("请重新预览") });
    expect(await sections()).toEqual(before);
  });

  it("lists every fault with row and column and offers nothing to write", async () => {
    const [first, second, ...rest] = await live();
    if (!first || !second) throw new Error("no schools");
    const wrong = [{ ...first, code: "2199999999" }, { ...second, kind: second.kind === "junior" ? ("primary" as const) : ("junior" as const), students: { primary: null, junior: null, senior: null } }, ...rest.map((facts, at) => (at === 0 ? { ...facts, teachingArea: -1, indoorSportsArea: null } : facts))];
    const { plan } = await preview(csv(wrong));
    const errors = plan.problems.filter(({ severity }) => severity === "error");
    expect(errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ row: 2, column: "学校标识码", message: expect.stringContaining("不在本县这一年度的应报名册中") }),
      expect.objectContaining({ row: 3, column: "办学类型", message: expect.stringContaining("登记为") }),
      expect.objectContaining({ row: 4, column: "教学及辅助用房面积(㎡)", message: expect.stringContaining("负数") }),
    ]));
    expect(plan.schools).toEqual([]);
    const { token } = await preview(csv(wrong));
    expect(await confirmImport(null, body(csv(wrong), { token }))).toMatchObject({ ok: false });
  });

  it("adds a campus that is not counted to its main school", async () => {
    const main = (await live()).find((facts) => facts.kind === "primary" && facts.students.primary !== null && facts.teachingArea !== null);
    if (!main) throw new Error("no main school");
    await owner.query(`INSERT INTO schools (id, code, name, kind, division_code, parent_school_id, counted, demo) SELECT 'campus-' || id, '2115010299', '东校区', 'primary', division_code, id, false, true FROM schools WHERE code = $1`, [main.code]);
    const campus: SchoolFacts = { ...main, code: "2115010299", name: "东校区", students: { ...main.students, primary: 40 } };
    const { plan } = await preview(csv([main, campus]));
    expect(plan.schools).toHaveLength(1);
    expect(plan.schools[0]?.changes).toContainEqual(expect.objectContaining({ key: "primaryStudents", from: main.students.primary, to: (main.students.primary ?? 0) + 40 }));
    expect((await preview(csv([campus]))).plan.problems).toContainEqual(expect.objectContaining({ severity: "error", row: 2, message: expect.stringContaining("没有主校的数据") }));
  });

  it("does not exist for another county, and not without the right", async () => {
    const file = csv(await live());
    signedIn.actor = other;
    expect(await previewImport(null, body(file))).toMatchObject({ ok: false, message: "没有找到这条记录。" });
    signedIn.actor = await actorOf(await stagePerson(owner, "import-supervisor", { office: "supervision", level: "county", division: COUNTY }));
    expect(await previewImport(null, body(file))).toMatchObject({ ok: false, message: "您的岗位不能办理这件事。" });
    signedIn.actor = clerk;
  });

  it("says what is wrong with a file in a sentence", async () => {
    expect(await previewImport(null, body(new File([""], "a.xlsx")))).toMatchObject({ ok: false, fields: { file: expect.stringContaining("请选择文件") } });
    expect(await previewImport(null, body(new File(["x"], "a.pdf")))).toMatchObject({ ok: false, fields: { file: expect.stringContaining(".xlsx 或 .csv") } });
    expect(await previewImport(null, body(new File([new Uint8Array(10 * 1024 * 1024 + 1)], "a.xlsx")))).toMatchObject({ ok: false, fields: { file: "文件不能大于 10 MB。" } });
    expect(await previewImport(null, body(new File(["not a zip"], "a.xlsx")))).toMatchObject({ ok: false, fields: { file: expect.stringContaining("文件无法读取") } });
  });
});
