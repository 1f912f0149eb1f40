import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { EVIDENCE_FILES } from "@/lib/access/limits";
import { saveFact } from "@/lib/counties/enter-fact";
import { loadItems } from "@/lib/counties/load-items";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { detachFile } from "@/lib/evidence/detach-file";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { readFile } from "@/lib/evidence/read-file";
import { standingAt } from "@/lib/evidence/standing";
import type { Subject } from "@/lib/evidence/subjects";
import { as, castOf, refusal } from "../helpers/cast";
import { stageCounties } from "../helpers/owner";

const COUNTY = "110107";
const YEAR = 2026;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const bureau = person("t-ev-bureau");
const finance = person("t-ev-finance", { office: "unit", unitId: "t-ev-unit" });
const other = person("t-ev-other", { office: "unit", unitId: "t-ev-unit-2" });
const city = person("t-ev-city", { level: "city", divisionCode: "1101" });
const neighbour = person("t-ev-neighbour", { divisionCode: "110108" });

const PDF = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF");
const pdf = (name = "章程.pdf") => ({ name, bytes: PDF });
const attach = (actor: Actor, subject: Subject, file = pdf()) => as(actor, (tx) => attachFile(tx, actor, subject, file));
const detach = (actor: Actor, id: string) => as(actor, (tx) => detachFile(tx, actor, id));
const read = (actor: Actor, fileId: string) => as(actor, (tx) => readFile(tx, fileId));

let open: { id: string; schoolId: string };
let filler: Actor;
let elsewhere: Actor;
const filing = (): Subject => ({ entity: "filing", entityId: open.id, item: "moralStatement" });
const fact: Subject = { entity: "county_fact", entityId: `${COUNTY}/${YEAR}/gov-7`, item: "gov-7" };

beforeAll(async () => {
  await owner.connect();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 6, open: { year: YEAR, play: "played" } }]);
  const { rows } = await owner.query<{ id: string; schoolId: string }>(`SELECT id, school_id AS "schoolId" FROM filings WHERE division_code = $1 AND year = $2 AND filed_by_school_id = school_id ORDER BY id`, [COUNTY, YEAR]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("no filings");
  open = first;
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const rest of ["DELETE FROM file_links WHERE division_code = $1", "DELETE FROM files WHERE division_code = $1", "DELETE FROM filing_versions WHERE division_code = $1 AND number = 90"]) await owner.query(rest, [COUNTY]);
  await owner.query("UPDATE filings SET state = 'open' WHERE id = $1", [open.id]);
  await owner.query("UPDATE filing_years SET opens_on = '2026-09-01', closes_on = '2099-12-31' WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
  filler = person("t-ev-filler", { office: "filler", level: "school", schoolId: open.schoolId });
  elsewhere = person("t-ev-elsewhere", { office: "filler", level: "school", schoolId: second.schoolId });
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("evidence of a school's statement", () => {
  it("is stored, listed, read back to the byte by those who may, and by nobody else", async () => {
    const { body } = await attach(filler, filing());
    expect([...(await read(filler, body.fileId)).bytes]).toEqual([...PDF]);
    expect((await read(bureau, body.fileId)).name).toBe("章程.pdf");
    for (const stranger of [elsewhere, neighbour, finance, city]) expect(await refusal(read(stranger, body.fileId))).toMatch(/^notFound/);
    expect(await as(elsewhere, (tx) => listEvidence(tx, elsewhere, "filing", { is: open.id }))).toEqual([]);
    await detach(filler, body.id);
    expect(await refusal(detach(filler, body.id))).toMatch(/^notFound/);
    const all = await as(filler, (tx) => listEvidence(tx, filler, "filing", { is: open.id }));
    expect(standingAt(all)).toEqual([]);
    expect(standingAt(all, new Date(body.linkedAt)).map((file) => file.id)).toEqual([body.id]);
  });

  it("is opened to the city by the approval of the version that it stood with", async () => {
    const { body } = await attach(filler, filing());
    const later = await attach(filler, filing());
    await owner.query("UPDATE file_links SET linked_at = now() + interval '1 hour' WHERE id = $1", [later.body.id]);
    await owner.query(`INSERT INTO filing_versions (filing_id, number, division_code, school_id, filed_by_school_id, year, data, submitted_by, submitted_at, decision)
      SELECT id, 90, division_code, school_id, filed_by_school_id, year, '{}', 't', now() + interval '1 second', 'approved' FROM filings WHERE id = $1`, [open.id]);
    expect((await read(city, body.fileId)).name).toBe("章程.pdf");
    expect(await refusal(read(city, later.body.fileId))).toMatch(/^notFound/);
    for (const link of [body.id, later.body.id]) await detach(filler, link);
  });

  it("refuses another's filing, an item that is no statement, a false content, an unknown format and one too many", async () => {
    expect(await refusal(attach(elsewhere, filing()))).toMatch(/^notFound/);
    expect(await refusal(attach(bureau, filing()))).toMatch(/^notFound/);
    expect(await refusal(attach(filler, { ...filing(), item: "primaryStudents" }))).toMatch(/^notFound/);
    expect(await refusal(attach(filler, filing(), { name: "图.png", bytes: PDF }))).toMatch(/内容与扩展名不符/);
    expect(await refusal(attach(filler, filing(), { name: "页.html", bytes: PDF }))).toMatch(/不是可以上传的格式/);
    expect(await refusal(attach(filler, filing(), { name: "空.pdf", bytes: new Uint8Array() }))).toMatch(/空文件/);
    for (let n = 0; n < EVIDENCE_FILES; n += 1) await attach(filler, filing());
    expect(await refusal(attach(filler, filing()))).toMatch(/最多上传 5 份/);
  });

  it("is frozen once the school has submitted", async () => {
    const [standing] = standingAt(await as(filler, (tx) => listEvidence(tx, filler, "filing", { is: open.id })));
    await owner.query("UPDATE filings SET state = 'submitted' WHERE id = $1", [open.id]);
    expect(await refusal(attach(filler, { ...filing(), item: "workloadStatement" }))).toMatch(/^state: .*待审核/);
    expect(await refusal(detach(filler, standing?.id ?? ""))).toMatch(/^state/);
    await owner.query("UPDATE filings SET state = 'open' WHERE id = $1", [open.id]);
  });
});

describe("evidence of common work", () => {
  const supervision = person("t-ev-supervision", { office: "supervision" });
  const task: Subject = { entity: "task", entityId: "t-ev-task", item: "evidence" };

  it("is taken off by who brought it or by the bureau, not by who is to verify it; then it is gone for all others", async () => {
    await owner.query("INSERT INTO tasks (id, division_code, year, kind, level, group_name, number, title, starts_on, due_on, lead_unit_id, joint_unit_ids, state) VALUES ('t-ev-task', $1, $2, 'measure', 'county', '组', 1, '任务', '2026-01-01', '2026-12-31', 't-ev-unit', '{t-ev-unit-2}', 'doing') ON CONFLICT (id) DO NOTHING", [COUNTY, YEAR]);
    const first = await attach(finance, task);
    const second = await attach(other, task);
    expect(await refusal(detach(supervision, first.body.id))).toMatch(/^forbidden: 材料由上传的人/);
    expect(await refusal(detach(other, first.body.id))).toMatch(/^forbidden/);
    expect((await as(other, (tx) => listEvidence(tx, other, "task", { is: "t-ev-task" }))).map((file) => file.removable)).toEqual([false, true]);
    expect((await read(city, first.body.fileId)).name).toBe("章程.pdf");
    await detach(finance, first.body.id);
    await detach(bureau, second.body.id);
    for (const reader of [city, supervision, other]) expect(await refusal(read(reader, first.body.fileId)).catch(() => "read"), reader.userId).toBe(reader === supervision ? "read" : "notFound: 没有找到这条记录。");
    expect(await refusal(attach(finance, { ...task, item: "more" }))).toMatch(/^notFound/);
  });

  it("a policy document's text is the county's own until it is issued", async () => {
    await owner.query("INSERT INTO policy_documents (division_code, code, number, title, state, updated_by) VALUES ($1, 'policy-1', 1, '布局规划', 'drafting', 't') ON CONFLICT (division_code, code) DO UPDATE SET state = 'drafting', document_number = '', issued_on = NULL", [COUNTY]);
    const { body } = await attach(bureau, { entity: "policy_document", entityId: `${COUNTY}/policy-1`, item: "text" });
    for (const reader of [filler, finance, city]) expect(await refusal(read(reader, body.fileId)), reader.userId).toMatch(/^notFound/);
    await owner.query("UPDATE policy_documents SET state = 'issued', document_number = '1号', issued_on = '2026-05-01' WHERE division_code = $1", [COUNTY]);
    for (const reader of [filler, finance, city]) expect((await read(reader, body.fileId)).name).toBe("章程.pdf");
  });
});

describe("evidence of a county-level item", () => {
  it("belongs to the unit that enters the item, is seen by the bureau, and by the city once approved", async () => {
    await owner.query("DELETE FROM county_facts WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    expect(await refusal(attach(finance, fact))).toMatch(/请先保存/);
    await as(finance, (tx) => saveFact(tx, finance, { code: COUNTY, year: YEAR, item: "gov-7", version: 0, values: { funds: "1,600,000", pupils: 160 }, statement: "" }));
    const { body } = await attach(finance, fact, pdf("拨款文件.pdf"));
    // Another unit does not even learn that the item has been entered.
    expect(await refusal(attach(other, fact))).toMatch(/请先保存/);
    expect(await refusal(read(other, body.fileId))).toMatch(/^notFound/);
    expect(await refusal(read(city, body.fileId))).toMatch(/^notFound/);
    expect((await as(bureau, () => loadItems(bureau, COUNTY, YEAR))).evidence["gov-7"]?.map((file) => file.name)).toEqual(["拨款文件.pdf"]);
    await owner.query("UPDATE county_facts SET state = 'approved' WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    expect((await read(city, body.fileId)).name).toBe("拨款文件.pdf");
    expect(await refusal(attach(finance, fact))).toMatch(/^state/);
    expect((await attach(bureau, fact)).body.item).toBe("gov-7");
  });
});
