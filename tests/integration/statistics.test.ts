import type pg from "pg";
import writeExcelFile from "write-excel-file/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { confirmImport } from "@/lib/filings/confirm-import";
import { getSources } from "@/lib/filings/get-sources";
import { inspectStatistics } from "@/lib/filings/inspect-statistics";
import { previewImport } from "@/lib/filings/preview-import";
import { statisticsHints } from "@/lib/filings/statistics-hints";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** Who is signed in: the session is the only thing that is not real here. */
const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const COUNTY = "140107";
const YEAR = 2026;
let owner: pg.Client;
let clerk: Actor;
let school: { id: string; code: string; name: string };

const body = (file: File, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [key, value] of Object.entries({ divisionCode: COUNTY, year: String(YEAR), ...more })) form.set(key, value);
  form.set("file", file);
  return form;
};
type Raw = string | number | null;
/** A workbook with real merged cells, as the statistics program writes it. */
async function workbook(rows: Raw[][]): Promise<File> {
  const cell = (value: Raw) => (value === null ? null : { value });
  const group = (value: string, columnSpan: number) => [{ value, columnSpan }, ...Array.from({ length: columnSpan - 1 }, () => null)];
  const tall = (value: string) => ({ value, rowSpan: 2 });
  const head = [tall("学校名称"), tall("是否计校数"), ...group("在校生数", 2), ...group("专任教师", 3), tall("网络多媒体教室")];
  const below = [null, null, { value: "合计" }, { value: "女" }, { value: "体育与健康" }, { value: "音乐" }, { value: "美术" }, null];
  const data = [head, below, ...rows.map((row) => row.map(cell))];
  const bytes = await writeExcelFile([{ data, sheet: "小学" }]).toBuffer();
  return new File([new Uint8Array(bytes)], "统计.xlsx");
}
async function inspect(file: File) {
  const result = await inspectStatistics(null, body(file));
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`);
  return result.data;
}
const draft = async () => Object.assign({}, ...(await owner.query("SELECT data FROM filing_sections WHERE school_id = $1", [school.id])).rows.map((row) => row.data));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 12, open: { year: YEAR, play: "roster" } }]);
  clerk = await actorOf(await stagePerson(owner, "statistics-clerk", { office: "education", level: "county", division: COUNTY }));
  signedIn.actor = clerk;
  school = (await owner.query("SELECT id, code, name FROM schools WHERE division_code = $1 AND kind = 'primary' AND parent_school_id IS NULL ORDER BY id LIMIT 1", [COUNTY])).rows[0];
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the statistics export into the filings of a county", () => {
  it("reads merged headers, suggests what the columns are and asks for the main school of a campus", async () => {
    const found = await inspect(await workbook([[school.name, 1, 500, 240, 4, 2, 3, 15], ["东校区", 0, 60, 30, 1, 0, 0, 2]]));
    expect(found.sheets).toMatchObject([{ stage: "primary", columns: ["学校名称", "是否计校数", "在校生数/合计", "在校生数/女", "专任教师/体育与健康", "专任教师/音乐", "专任教师/美术", "网络多媒体教室"] }]);
    expect(found.mapping.sheets.primary).toMatchObject({ students: ["在校生数/合计"], pe: ["专任教师/体育与健康"], music: ["专任教师/音乐"], multimediaRooms: ["网络多媒体教室"] });
    expect(found).toMatchObject({ remembered: false, campuses: [{ key: "东校区", name: "东校区" }] });
  });

  it("writes nothing before the confirmation; then drafts, figures beside them, the mapping, and a log of each", async () => {
    const file = await workbook([[school.name, 1, 500, 240, 4, 2, 3, 15], ["东校区", 0, 60, 30, 1, 0, 0, 2]]);
    const { mapping } = await inspect(file);
    const chosen = JSON.stringify({ ...mapping, campuses: { 东校区: school.code } });
    const refused = await previewImport(null, body(file, { mapping: JSON.stringify(mapping) }));
    expect(refused).toMatchObject({ ok: true, data: { plan: { schools: [], problems: [{ severity: "error" }] } } });
    const seen = await previewImport(null, body(file, { mapping: chosen }));
    if (!seen.ok) throw new Error(seen.message);
    expect(seen.data.plan.schools).toMatchObject([{ code: school.code, blocked: null, changes: expect.arrayContaining([expect.objectContaining({ key: "primaryStudents", from: null, to: 560 }), expect.objectContaining({ key: "primaryArtsPeTeachers", to: 10 })]) }]);
    expect((await owner.query("SELECT count(*)::int AS n FROM statistics_figures WHERE division_code = $1", [COUNTY])).rows[0].n).toBe(0);

    const confirm = () => confirmImport(null, body(file, { mapping: chosen, token: seen.data.token }));
    expect(await confirm()).toMatchObject({ ok: true, data: { schools: 1, figures: 3 } });
    expect(await draft()).toMatchObject({ primaryStudents: 560, primaryArtsPeTeachers: 10, multimediaRooms: 17 });
    const acts = async () => (await owner.query("SELECT act FROM audit_events WHERE chain = $1 AND act LIKE '%import' ORDER BY seq", [COUNTY])).rows.map((row) => row.act);
    expect(await acts()).toEqual(["statistics.import", "filing.import"]);
    expect(await inspect(file)).toMatchObject({ remembered: true, campuses: [], mapping: { campuses: { 东校区: school.code } } });

    expect(await confirm()).toMatchObject({ ok: true, data: { schools: 0, figures: 0 } });
    expect(await acts()).toEqual(["statistics.import", "filing.import"]);
    expect((await owner.query("SELECT version FROM statistics_figures WHERE school_id = $1", [school.id])).rows).toEqual([{ version: 1 }]);
  });

  it("is shown to the school beside what it types, and to nobody above or beside the county", async () => {
    const filler = await actorOf(await stagePerson(owner, "statistics-filler", { office: "filler", level: "school", division: COUNTY, school: school.id }));
    const city = await actorOf(await stagePerson(owner, "statistics-city", { office: "education", level: "city", division: "1401" }));
    const other = await actorOf(await stagePerson(owner, "statistics-other", { office: "education", level: "county", division: "140108" }));
    const seen = await Promise.all([filler, city, other].map((actor) => withScope(scopeOf(actor), (tx) => getSources(tx, school.id, YEAR))));
    expect(seen.map(({ statistics }) => statistics.students?.primaryStudents)).toEqual([560, undefined, undefined]);
    const hints = statisticsHints("primary", { students: { primaryStudents: 550 }, equipment: { multimediaRooms: 17 } }, seen[0]?.statistics ?? {});
    expect(hints).toEqual([{ severity: "warning", section: "students", field: "primaryStudents", message: "统计数据为 560 人，与填写的不一致，请核对。" }]);
    await expect(withScope(scopeOf(filler), (tx) => tx.statisticsFigures.update({ where: { schoolId_year: { schoolId: school.id, year: YEAR } }, data: { sha256: "x" } }))).rejects.toThrow();
    expect(await withScope(scopeOf(filler), (tx) => tx.statisticsMapping.findMany())).toEqual([]);
  });

  it("says what it expects of a workbook without a sheet of a stage", async () => {
    const bytes = await writeExcelFile([{ data: [[{ value: "a" }]], sheet: "名单" }]).toBuffer();
    expect(await inspectStatistics(null, body(new File([new Uint8Array(bytes)], "x.xlsx")))).toMatchObject({ ok: false, fields: { file: expect.stringContaining("没有找到统计表") } });
    expect(await previewImport(null, body(await workbook([[school.name, 1, 1, 1, 1, 1, 1, 1]]), { mapping: "{" }))).toMatchObject({ ok: false, fields: { mapping: expect.stringContaining("对应关系") } });
  });
});
