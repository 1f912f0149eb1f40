import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { approveFiling } from "@/lib/filings/approve-filing";
import { checkFiling } from "@/lib/filings/check";
import { loadQueue } from "@/lib/filings/load-queue";
import { openCorrection } from "@/lib/filings/open-correction";
import { readFiling } from "@/lib/filings/read-data";
import { returnFiling } from "@/lib/filings/return-filing";
import { saveSection } from "@/lib/filings/save-section";
import { submitFiling } from "@/lib/filings/submit-filing";
import { getCountyResults } from "@/lib/results/get-county-results";
import { getSchool } from "@/lib/schools/get-school";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** Who is signed in: the session is the only thing that is not real here. */
const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const COUNTY = "110114";
const YEAR = 2026;
let owner: pg.Client;
let school: string;
let filingId: string;
const people: Record<"filler" | "principal" | "county" | "other" | "city", Actor> = Object.create(null);

const as = (who: keyof typeof people) => { signedIn.actor = people[who]; };
const filing = async () => (await owner.query("SELECT state, version, submitted_number, approved_number FROM filings WHERE id = $1", [filingId])).rows[0];
const version = async () => Number((await filing()).version);
const save = (who: keyof typeof people, base: number, values: Record<string, unknown>, section = "teachers") =>
  withScope(scopeOf(people[who]), (tx) => saveSection(tx, people[who], { filingId, section, base, values }));
const county = () => withScope(scopeOf(people.city), (tx) => getCountyResults(tx, COUNTY, YEAR));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 12, open: { year: YEAR, play: "roster" } }]);
  const { rows } = await owner.query("SELECT id FROM schools WHERE division_code = $1 AND kind = 'primary' AND parent_school_id IS NULL ORDER BY id LIMIT 1", [COUNTY]);
  school = rows[0].id;
  filingId = (await owner.query("SELECT id FROM filings WHERE school_id = $1 AND year = $2", [school, YEAR])).rows[0].id;
  const stage = async (name: keyof typeof people, office: Parameters<typeof stagePerson>[2]) => { people[name] = await actorOf(await stagePerson(owner, `flow-${name}`, office)); };
  await stage("filler", { office: "filler", level: "school", division: COUNTY, school });
  await stage("principal", { office: "principal", level: "school", division: COUNTY, school });
  await stage("county", { office: "education", level: "county", division: COUNTY });
  await stage("other", { office: "education", level: "county", division: "110115" });
  await stage("city", { office: "education", level: "city", division: "1101" });
  await owner.query("UPDATE filing_years SET opens_on = current_date - 5, closes_on = current_date + 5 WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a filing from the first field to the city's screen", () => {
  it("saves what is right, names what is wrong, and keeps the rest", async () => {
    const first = await save("filler", 0, { primaryFullTimeTeachers: "６０", primaryDegreeTeachers: "-3", unknown: 1 });
    expect(first).toMatchObject({ version: 1, errors: { primaryDegreeTeachers: "不能为负数。" } });
    const row = (await owner.query("SELECT data FROM filing_sections WHERE filing_id = $1 AND section = 'teachers'", [filingId])).rows[0];
    expect(row.data).toEqual({ primaryFullTimeTeachers: 60 });
  });

  it("refuses a stale version with what stands", async () => {
    await expect(save("principal", 0, { primaryFullTimeTeachers: 61 })).rejects.toMatchObject({ code: "conflict", data: { version: 1, values: { primaryFullTimeTeachers: 60 } } });
    expect((await save("principal", 1, { primaryFullTimeTeachers: 61 })).version).toBe(2);
  });

  it("lets only one of two simultaneous saves over the same version through", async () => {
    const outcomes = await Promise.allSettled([save("filler", 2, { counsellors: 1 }), save("principal", 2, { counsellors: 2 })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not there for another county, and not editable by its own county", async () => {
    await expect(save("other", 3, { counsellors: 9 })).rejects.toMatchObject({ code: "notFound" });
    await expect(save("county", 3, { counsellors: 9 })).rejects.toMatchObject({ code: "notFound" });
  });

  it("does not submit what is incomplete, and says where", async () => {
    as("principal");
    const refused = await submitFiling(null, { filingId, version: await version() });
    expect(refused).toMatchObject({ ok: false, fields: expect.objectContaining({ "students.primaryStudents": expect.stringContaining("还没有填写") }) });
    expect((await filing()).state).toBe("open");
  });

  it("lets the principal submit, not the 填报人", async () => {
    // last year's approved figures are a complete filing
    const { rows } = await owner.query("SELECT data FROM filing_versions WHERE school_id = $1 AND year = 2025 AND decision = 'approved'", [school]);
    const data = readFiling(rows[0].data);
    const registered = await withScope(scopeOf(people.principal), (tx) => getSchool(tx, school));
    expect(checkFiling(registered, data).filter((finding) => finding.severity === "error")).toEqual([]);
    for (const [section, values] of Object.entries(data)) {
      const base = (await owner.query("SELECT version FROM filing_sections WHERE filing_id = $1 AND section = $2", [filingId, section])).rows[0]?.version ?? 0;
      expect((await save("filler", base, values ?? {}, section)).errors).toEqual({});
    }
    as("filler");
    expect(await submitFiling(null, { filingId, version: await version() })).toMatchObject({ ok: false, message: "您的岗位不能办理这件事。" });
    as("principal");
    expect(await submitFiling(null, { filingId, version: await version() })).toMatchObject({ ok: true });
    expect(await filing()).toMatchObject({ state: "submitted", submitted_number: 1 });
    await expect(save("filler", 9, { counsellors: 3 })).rejects.toMatchObject({ code: "state" });
  });

  it("goes back with remarks on fields, and comes again", async () => {
    as("other");
    expect(await approveFiling(null, { filingId, version: await version() })).toMatchObject({ ok: false, message: "没有找到这条记录。" });
    as("county");
    expect(await returnFiling(null, { filingId, version: await version(), opinion: "", remarks: [] })).toMatchObject({ ok: false, fields: { opinion: "请写明退回原因。" } });
    const done = await returnFiling(null, { filingId, version: await version(), opinion: "请核对教师数", remarks: [{ section: "teachers", field: "counsellors", message: "与在册不符" }] });
    expect(done).toMatchObject({ ok: true });
    expect((await filing()).state).toBe("returned");
    expect((await loadQueue(people.county, COUNTY, YEAR)).reasons).toEqual({ [school]: "请核对教师数" });
    as("principal");
    expect(await submitFiling(null, { filingId, version: await version() })).toMatchObject({ ok: true });
  });

  it("recomputes the county in the approving transaction; two approvals at once: one", async () => {
    expect(await county()).toBeNull();
    as("county");
    const now = await version();
    const outcomes = await Promise.all([approveFiling(null, { filingId, version: now }), approveFiling(null, { filingId, version: now })]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const result = await county();
    expect(result).toMatchObject({ reported: 1, sections: 1, resourceVerdict: null, verdict: null });
    expect(result?.stages.primary?.sections).toBe(1);
    expect(await filing()).toMatchObject({ state: "approved", approved_number: 2 });
  });

  it("keeps the approved version standing while a correction is open", async () => {
    as("principal");
    expect(await openCorrection(null, { filingId, version: await version(), reason: "漏填一名骨干教师" })).toMatchObject({ ok: true });
    const before = (await county())?.stages.primary?.indicators.backboneTeachers.mean;
    const base = (await owner.query("SELECT version FROM filing_sections WHERE filing_id = $1 AND section = 'teachers'", [filingId])).rows[0].version;
    const { rows } = await owner.query("SELECT data->>'primaryBackboneTeachers' AS n FROM filing_sections WHERE filing_id = $1 AND section = 'teachers'", [filingId]);
    await save("filler", base, { primaryBackboneTeachers: Number(rows[0].n) + 1 });
    expect((await county())?.stages.primary?.indicators.backboneTeachers.mean).toBe(before);
    expect(await submitFiling(null, { filingId, version: await version() })).toMatchObject({ ok: true });
    expect((await filing()).state).toBe("resubmitted");
    as("county");
    expect(await approveFiling(null, { filingId, version: await version() })).toMatchObject({ ok: true });
    expect((await county())?.stages.primary?.indicators.backboneTeachers.mean).toBeGreaterThan(before ?? Infinity);
    expect((await owner.query("SELECT number, decision FROM filing_versions WHERE filing_id = $1 ORDER BY number", [filingId])).rows)
      .toEqual([{ number: 1, decision: "returned" }, { number: 2, decision: "approved" }, { number: 3, decision: "approved" }]);
  });

  it("wrote every act into a whole chain, which a changed row breaks", async () => {
    const acts = (await owner.query("SELECT act FROM audit_events WHERE chain = $1 AND entity = 'filing' ORDER BY seq", [COUNTY])).rows.map((row) => row.act);
    expect(acts).toEqual(["filing.submit", "filing.return", "filing.submit", "filing.approve", "filing.correct", "filing.submit", "filing.approve"]);
    expect((await owner.query("SELECT audit_verify($1) AS broken", [COUNTY])).rows).toEqual([{ broken: null }]);
    await owner.query("BEGIN");
    await owner.query("UPDATE audit_events SET detail = '{}' WHERE chain = $1 AND seq = 3", [COUNTY]);
    expect((await owner.query("SELECT audit_verify($1) AS broken", [COUNTY])).rows).toEqual([{ broken: 3 }]);
    await owner.query("ROLLBACK");
  });

  it("closes with the calendar, opens again for an exception", async () => {
    const other = (await owner.query("SELECT f.id, f.school_id FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code = $1 AND f.year = $2 AND f.state = 'open' AND s.parent_school_id IS NULL LIMIT 1", [COUNTY, YEAR])).rows[0];
    const late = await actorOf(await stagePerson(owner, "flow-late", { office: "filler", level: "school", division: COUNTY, school: other.school_id }));
    const write = () => withScope(scopeOf(late), (tx) => saveSection(tx, late, { filingId: other.id, section: "basic", base: 0, values: { builtYear: 1999 } }));
    await owner.query("UPDATE filing_years SET closes_on = current_date - 2 WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    await expect(write()).rejects.toMatchObject({ code: "state", message: expect.stringContaining("截止") });
    await owner.query("INSERT INTO filing_exceptions (id, division_code, school_id, year, reason, ends_on, created_by) VALUES ('x1', $1, $2, $3, '校舍搬迁', current_date + 3, 'test')", [COUNTY, other.school_id, YEAR]);
    expect((await write()).version).toBe(1);
  });
});
