import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { attachFile } from "@/lib/evidence/attach-file";
import { addEntry } from "@/lib/ledger/add-entry";
import { assignEntries } from "@/lib/ledger/assign-entries";
import { ledgerFilters } from "@/lib/ledger/filters";
import { ITEM_KEYS } from "@/lib/ledger/item-names";
import { listAllEntries } from "@/lib/ledger/list-entries";
import { listLedgerTotals, NO_COUNTS } from "@/lib/ledger/list-totals";
import { loadEntry } from "@/lib/ledger/load-entry";
import { loadLedger } from "@/lib/ledger/load-ledger";
import { loadLedgerOverview } from "@/lib/ledger/load-overview";
import { loadSchoolLedger } from "@/lib/ledger/load-school-ledger";
import { moveEntry } from "@/lib/ledger/move-entry";
import { openEntry } from "@/lib/ledger/open-entry";
import { cancelEntry, planEntry } from "@/lib/ledger/plan-entry";
import { assignInput, ledgerActInput, manualInput, planInput, type LedgerActInput } from "@/lib/ledger/schema";
import { selfCheck } from "@/lib/ledger/self-check";
import { listSections } from "@/lib/results/list-sections";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, NEIGHBOUR] = ["210102", "210103"];
let owner: pg.Client;
const person = castOf(COUNTY);
const S1 = `s${COUNTY}001`;
const S2 = `s${COUNTY}002`;
const bureau = person("t-lg-bureau");
const colleague = person("t-lg-colleague");
const supervision = person("t-lg-supervision", { office: "supervision" });
const finance = person("t-lg-finance", { office: "unit", unitId: "t-lg-u1", unitName: "财政局" });
const staff = person("t-lg-staff", { office: "unit", unitId: "t-lg-u2", unitName: "人社局" });
const principal = person("t-lg-principal", { office: "principal", level: "school", schoolId: S1, schoolName: "第一小学" });
const other = person("t-lg-other", { office: "principal", level: "school", schoolId: S2, schoolName: "第二小学" });
const inspector = person("t-lg-inspector", { office: "inspector", schoolIds: [S1] });
const city = person("t-lg-city", { level: "city", divisionCode: "2101" });
const province = person("t-lg-province", { level: "province", divisionCode: "21" });
const neighbour = person("t-lg-neighbour", { divisionCode: NEIGHBOUR });
const DUE = "2099-12-31";

/** An act as defineAction runs it: the audit row in the same transaction. */
const check = (year: number, actor = bureau) => acting(actor, (tx) => selfCheck(tx, actor, { divisionCode: COUNTY, year, dueOn: DUE })).then((done) => done.value);
const row = async (id: string) => { const { rows } = await owner.query<{ version: number; state: string; data_met: boolean; data_year: number }>("SELECT * FROM ledger_entries WHERE id = $1", [id]); if (!rows[0]) throw new Error(id); return rows[0]; };
const act = async (actor: Actor, entryId: string, what: LedgerActInput["act"], text = "") => {
  const { version } = await row(entryId);
  return acting(actor, (tx) => moveEntry(tx, actor, ledgerActInput.parse({ entryId, version, act: what, text })));
};
const raise = (more: Record<string, unknown> = {}) => acting(bureau, (tx) => addEntry(tx, bureau, manualInput.parse({ divisionCode: COUNTY, source: "complaint", problem: "操场破损影响上课", owner: "school", schoolId: S1, dueOn: DUE, ...more }))).then((done) => done.value.id);
const seen = (actor: Actor, id: string) => as(actor, (tx) => tx.ledgerEntry.count({ where: { id } }));
const entries = () => as(bureau, (tx) => listAllEntries(tx, COUNTY, "2026-11-22", ledgerFilters({})));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2024, 2025], schools: 12 }, { code: NEIGHBOUR, years: [2025], schools: 4 }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["file_links", "ledger_events", "ledger_entries", "ledger_counts", "units"]) await owner.query(`DELETE FROM ${table} WHERE starts_with(division_code, '2101')`);
  for (const { office: held } of [finance, staff]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [held.unitId, COUNTY, held.unitName]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("自查", () => {
  it("opens one entry for everything that fails in the stored results, and again nothing", async () => {
    const sections = await as(bureau, (tx) => listSections(tx, COUNTY, 2024));
    const short = sections.flatMap((section) => INDICATOR_KEYS.filter((key) => section.values[key] !== null && !section.atStandard[key]).map((key) => `${section.schoolId}/${section.stage}/${key}/${section.shortfall[key]}`));
    expect(short.length).toBeGreaterThan(0);
    const first = await check(2024);
    expect(first).toMatchObject({ opened: first.failing, refreshed: 0, met: 0, reopened: 0 });
    const found = await entries();
    expect(found.filter((one) => one.source === "shortfall").map((one) => `${one.schoolId}/${one.stage}/${one.item}/${one.gap}`).sort()).toEqual(short.sort());
    expect(found.every((one) => one.state === "open" && one.dueOn === DUE && one.owner === (one.level === "school" ? "school" : "bureau") && ITEM_KEYS.includes(one.item))).toBe(true);
    expect(found.filter((one) => one.level === "school").every((one) => one.school !== null)).toBe(true);
    expect(await check(2024)).toEqual({ ...first, opened: 0 });
    expect(await entries()).toEqual(found);
  });

  it("of a newer year refreshes, marks what the figures now meet for a person to verify, and never goes back", async () => {
    const before = new Map((await entries()).map((one) => [one.id, one]));
    const done = await check(2025);
    const now = await entries();
    expect(done.met).toBe(now.filter((one) => one.dataMet).length);
    expect(now.filter((one) => one.dataMet).every((one) => one.state === "waiting" && before.has(one.id))).toBe(true);
    expect(now.filter((one) => !one.dataMet && one.state !== "open")).toEqual([]);
    expect(now.length).toBe(before.size + done.opened);
    expect(await refusal(check(2024))).toMatch(/2025 年度或以后/);
    expect(await refusal(check(2031))).toMatch(/还没有审定数据/);
    expect(await refusal(as(neighbour, (tx) => selfCheck(tx, neighbour, { divisionCode: COUNTY, year: 2025, dueOn: DUE })))).toMatch(/^notFound/);
  });

  it("opens again what fails again, and lets a closing on evidence stand until newer figures", async () => {
    const target = (await entries()).find((one) => one.source === "shortfall" && one.state === "open" && one.item === "sportsArea") ?? (await entries()).find((one) => one.source === "shortfall" && one.state === "open");
    if (!target?.schoolId) throw new Error("no shortfall");
    await act(bureau, target.id, "start");
    await act(bureau, target.id, "submit", "已按计划整改");
    expect(await refusal(act(bureau, target.id, "verify", "现场查看属实"))).toMatch(/另一人/);
    expect(await refusal(act(colleague, target.id, "verify"))).toMatch(/还没有达标/);
    await act(colleague, target.id, "verify", "现场查看属实");
    await check(2025);
    expect((await row(target.id)).state).toBe("closed");
    // the figures of the same year are corrected: first they bear the closing out, then they fall again
    const facts = await owner.query<{ row: object }>("SELECT to_jsonb(f) AS row FROM school_facts f WHERE school_id = $1 AND year = 2025", [target.schoolId]);
    const set = async (factor: number) => {
      await owner.query(`UPDATE school_facts SET sports_field_area = sports_field_area * $2, teaching_area = teaching_area * $2, equipment_value_wan = equipment_value_wan * $2, multimedia_rooms = multimedia_rooms * $2,
        primary_degree_teachers = primary_degree_teachers * $2, primary_backbone_teachers = (primary_backbone_teachers + 1) * $2, primary_arts_pe_teachers = (primary_arts_pe_teachers + 1) * $2,
        junior_degree_teachers = junior_degree_teachers * $2, junior_backbone_teachers = (junior_backbone_teachers + 1) * $2, junior_arts_pe_teachers = (junior_arts_pe_teachers + 1) * $2 WHERE school_id = $1 AND year = 2025`, [target.schoolId, factor]);
      await recomputeCounty(owner, COUNTY, 2025);
    };
    await set(10);
    await check(2025);
    expect(await row(target.id)).toMatchObject({ state: "closed", data_met: true });
    await owner.query("UPDATE school_facts f SET (sports_field_area, teaching_area, equipment_value_wan, multimedia_rooms, primary_degree_teachers, primary_backbone_teachers, primary_arts_pe_teachers, junior_degree_teachers, junior_backbone_teachers, junior_arts_pe_teachers) = (SELECT r.sports_field_area, r.teaching_area, r.equipment_value_wan, r.multimedia_rooms, r.primary_degree_teachers, r.primary_backbone_teachers, r.primary_arts_pe_teachers, r.junior_degree_teachers, r.junior_backbone_teachers, r.junior_arts_pe_teachers FROM jsonb_populate_record(NULL::school_facts, $2::jsonb) r) WHERE f.school_id = $1 AND f.year = 2025", [target.schoolId, JSON.stringify(facts.rows[0]?.row)]);
    await recomputeCounty(owner, COUNTY, 2025);
    await check(2025);
    expect(await row(target.id)).toMatchObject({ state: "doing", data_met: false });
    const view = await loadEntry(bureau, { code: COUNTY }, target.id);
    expect(view.events.map((event) => event.act)).toEqual(expect.arrayContaining(["check-reopen", "check-confirm", "verify", "submit", "start", "open"]));
    expect(view.entry.openedOn).toBe(view.today);
  });

  it("of two at once opens nothing twice", async () => {
    const total = (await entries()).length;
    await owner.query("DELETE FROM ledger_events WHERE division_code = $1", [COUNTY]);
    for (const table of ["ledger_entries", "ledger_counts"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
    const [a, b] = await Promise.all([check(2025), check(2025, colleague)]);
    expect(Math.min(a.opened, b.opened)).toBe(0);
    expect((await entries()).length).toBe(Math.max(a.opened, b.opened));
    expect(total).toBeGreaterThanOrEqual(Math.max(a.opened, b.opened));
  });
});

describe("an entry's way", () => {
  it("from the school's work to the inspector's verification; each step in the history and in the audit chain", async () => {
    const id = await raise();
    await act(principal, id, "start");
    await acting(principal, async (tx) => planEntry(tx, principal, planInput.parse({ entryId: id, version: 2, measure: "暑期翻新操场", costYuan: "350,000", post: "总务处", plannedYear: "2027" })));
    await as(principal, (tx) => attachFile(tx, principal, { entity: "ledger", entityId: id, item: "evidence" }, { name: "竣工.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
    expect(await refusal(act(principal, id, "submit"))).toMatch(/整改情况/);
    await act(principal, id, "submit", "已竣工");
    expect(await refusal(act(principal, id, "verify", "我看行"))).toMatch(/不能自己核验/);
    expect(await refusal(act(inspector, id, "return"))).toMatch(/原因/);
    await act(inspector, id, "return", "缺检测报告");
    await act(principal, id, "submit", "已补检测报告");
    await act(inspector, id, "verify", "现场核验属实");
    const view = await loadEntry(city, { code: COUNTY }, id);
    expect([view.entry.state, view.entry.measure, view.entry.costYuan, view.acts, view.evidence.map((file) => file.name)]).toEqual(["closed", "暑期翻新操场", 350000, [], ["竣工.pdf"]]);
    expect(view.events.map((event) => event.act).reverse()).toEqual(["open", "start", "plan", "submit", "return", "submit", "verify"]);
    const { rows } = await owner.query<{ act: string }>("SELECT act FROM audit_events WHERE entity = 'ledger' AND entity_id = $1 ORDER BY id", [id]);
    expect(rows.map((one) => one.act)).toEqual(["ledger.open", "ledger.start", "ledger.plan", "ledger.submit", "ledger.return", "ledger.submit", "ledger.verify"]);
    await act(supervision, id, "reopen", "复查又破损");
    const told = await as(principal, (tx) => tx.notice.findMany({ where: { entity: "ledger", entityId: id }, orderBy: { createdAt: "asc" }, select: { kind: true, href: true } }));
    expect(told).toEqual(["assigned", "returned", "returned"].map((kind) => ({ kind, href: `/s/${S1}/ledger/${id}` })));
    expect((await loadEntry(inspector, { schoolId: S1 }, id)).entry.state).toBe("doing");
  });

  it("what the bureau mends itself, 督导机构 verifies", async () => {
    const id = await raise({ owner: "bureau", schoolId: "" });
    await act(bureau, id, "start");
    await act(bureau, id, "submit", "已办理");
    expect(await refusal(act(colleague, id, "verify", "属实"))).toMatch(/政府教育督导机构核验/);
    await act(supervision, id, "verify", "属实");
  });

  it("a stale version loses nothing, two at once are not both done", async () => {
    const id = await raise();
    const move = (actor: Actor, what: LedgerActInput["act"]) => acting(actor, (tx) => moveEntry(tx, actor, ledgerActInput.parse({ entryId: id, version: 1, act: what, text: "记录" })));
    const done = await Promise.allSettled([move(principal, "start"), move(bureau, "report")]);
    expect(done.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await row(id)).version).toBe(2);
  });

  it("is raised once for one finding, by the bureau, 督导机构 or the school's inspector alone", async () => {
    const input = { divisionCode: COUNTY, source: "visit" as const, sourceKey: "visit/v1/1", schoolId: S1, problem: "消防器材过期", owner: "school" as const, dueOn: DUE };
    const first = await acting(inspector, (tx) => openEntry(tx, inspector, input));
    const again = await acting(inspector, (tx) => openEntry(tx, inspector, input));
    expect([first.value.opened, again.value]).toEqual([true, { id: first.value.id, opened: false }]);
    expect(await refusal(as(inspector, (tx) => openEntry(tx, inspector, { ...input, sourceKey: "visit/v1/2", schoolId: S2 })))).toMatch(/本县的学校/);
    expect(await refusal(as(neighbour, (tx) => openEntry(tx, neighbour, { ...input, sourceKey: "visit/v1/3" })))).toMatch(/^notFound/);
    expect(await refusal(as(bureau, (tx) => openEntry(tx, bureau, { ...input, sourceKey: "visit/v1/4", dueOn: "2020-01-01" })))).toMatch(/不能早于今天/);
    expect(await refusal(as(bureau, (tx) => openEntry(tx, bureau, { ...input, sourceKey: "visit/v1/5", owner: "unit", unitId: "t-ev-unit" })))).toMatch(/单位名单/);
  });

  it("entered by mistake it is taken off; what the figures say is not", async () => {
    const id = await raise();
    await acting(bureau, (tx) => cancelEntry(tx, bureau, { entryId: id, version: 1, reason: "重复登记" }));
    expect(await refusal(loadEntry(bureau, { code: COUNTY }, id))).toMatch(/^notFound/);
    const computed = (await entries()).find((one) => one.source === "shortfall");
    if (!computed) throw new Error("no shortfall");
    expect(await refusal(as(bureau, (tx) => cancelEntry(tx, bureau, { entryId: computed.id, version: computed.version, reason: "不想要" })))).toMatch(/不能撤销登记/);
    expect((await loadEntry(bureau, { code: COUNTY }, computed.id)).mayCancel).toBe(false);
    // what a closed school leaves behind nobody can mend any more
    await owner.query("UPDATE schools SET closed_on = current_date WHERE id = $1", [computed.schoolId]);
    expect((await loadEntry(bureau, { code: COUNTY }, computed.id)).mayCancel).toBe(true);
    await acting(bureau, (tx) => cancelEntry(tx, bureau, { entryId: computed.id, version: computed.version, reason: "学校已并入中心小学" }));
    await owner.query("UPDATE schools SET closed_on = NULL WHERE id = $1", [computed.schoolId]);
    await owner.query("UPDATE ledger_entries SET retired_at = NULL, version = $2 WHERE id = $1", [computed.id, computed.version]);
  });
});

describe("who sees and mends what", () => {
  it("a unit what it owns, a school its own, an inspector the schools', the levels above all and write nothing", async () => {
    const [mine, units] = [await raise(), await raise({ owner: "unit", unitId: "t-lg-u1", source: "review" })];
    expect(await Promise.all([bureau, supervision, principal, inspector, city, province].map((who) => seen(who, mine)))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await Promise.all([finance, staff, other, neighbour].map((who) => seen(who, mine)))).toEqual([0, 0, 0, 0]);
    expect(await Promise.all([finance, staff].map((who) => seen(who, units)))).toEqual([1, 0]);
    const ofUnit = await loadLedger(finance, COUNTY, ledgerFilters({}));
    expect(ofUnit.page?.items.map((one) => [one.id, one.school])).toEqual([[units, expect.stringMatching(/./)]]);
    expect((await loadEntry(finance, { code: COUNTY }, units)).acts).toEqual(["start", "report"]);
    expect((await loadEntry(principal, { schoolId: S1 }, units)).acts).toEqual([]);
    await expect(as(city, (tx) => tx.ledgerEntry.update({ where: { id: mine }, data: { measure: "x" } }))).rejects.toThrow();
    expect(await refusal(act(city, mine, "report", "x"))).toMatch(/^state/);
    expect(await refusal(loadSchoolLedger(other, S1))).toMatch(/^notFound/);
    expect((await loadSchoolLedger(principal, S1)).entries.map((one) => one.id)).toEqual(expect.arrayContaining([mine, units]));
  });

  it("the bureau gives many to a unit at once, and nobody gives away what is closed or not its own", async () => {
    const ids = [await raise(), await raise()];
    const assign = (more: Record<string, unknown>, actor = bureau) => acting(actor, (tx) => assignEntries(tx, actor, assignInput.parse({ divisionCode: COUNTY, entryIds: ids, ...more })));
    await assign({ owner: "unit", unitId: "t-lg-u2", dueOn: "2099-06-30", plannedYear: "2099" });
    const page = (await loadLedger(bureau, COUNTY, ledgerFilters({ owner: "t-lg-u2" }))).page;
    expect(page?.items.map((one) => [one.unit, one.dueOn, one.plannedYear])).toEqual([["人社局", "2099-06-30", 2099], ["人社局", "2099-06-30", 2099]]);
    expect(await refusal(assign({}))).toMatch(/请选择/);
    expect(await refusal(assign({ owner: "unit", unitId: "nobody" }))).toMatch(/单位名单/);
    expect(await refusal(assign({ dueOn: "2020-01-01" }))).toMatch(/早于今天/);
    expect(await refusal(assign({ dueOn: DUE }, neighbour))).toMatch(/^notFound/);
    await act(staff, ids[0] ?? "", "start");
    await act(staff, ids[0] ?? "", "submit", "完成");
    await act(bureau, ids[0] ?? "", "verify", "属实");
    expect(await refusal(assign({ dueOn: DUE }))).toMatch(/已销号/);
  });
});

describe("counters", () => {
  it("add up: of the owners, of the county, of the city, of the province", async () => {
    await owner.query("UPDATE ledger_entries SET due_on = '2026-01-01', opened_on = current_date - 100 WHERE id = (SELECT id FROM ledger_entries WHERE division_code = $1 AND state = 'open' AND retired_at IS NULL LIMIT 1)", [COUNTY]);
    const view = await loadLedger(bureau, COUNTY, ledgerFilters({ view: "owners" }));
    const { counts } = view;
    expect(counts.late).toBe(1);
    expect(counts.half).toBe(1);
    expect(counts.total).toBe(counts.open + counts.doing + counts.waiting + counts.closed);
    expect(counts.total - counts.closed).toBe(counts.month + counts.quarter + counts.half + counts.longer);
    for (const key of ["total", "open", "doing", "waiting", "dataMet", "closed", "late", "month", "half"] as const) expect(view.owners.reduce((sum, one) => sum + one[key], 0), key).toBe(counts[key]);
    const above = await loadLedgerOverview(province, "21");
    expect(above.totals.find((one) => one.code === "2101")).toEqual({ code: "2101", name: "沈阳市", counties: 1, ...counts });
    expect((await loadLedgerOverview(city, "2101")).totals).toEqual([{ code: COUNTY, name: expect.any(String), counties: 1, ...counts }]);
    expect((await loadLedger(neighbour, NEIGHBOUR, ledgerFilters({}))).counts).toEqual(NO_COUNTS);
    const late = await loadLedger(bureau, COUNTY, ledgerFilters({ state: "overdue" }));
    expect(late.page?.items.map((one) => one.late)).toEqual([true]);
  });

  it("are what the entries say, after every kind of write", async () => {
    const ask = (sql: string) => owner.query(sql, [COUNTY]).then(({ rows }) => rows);
    const counted = await ask("SELECT state, data_met, due_on, opened_on, n FROM ledger_counts WHERE division_code = $1 ORDER BY 1, 2, 3, 4");
    expect(counted).toEqual(await ask("SELECT state, data_met, coalesce(due_on, '9999-12-31') AS due_on, opened_on, count(*)::int AS n FROM ledger_entries WHERE division_code = $1 AND retired_at IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"));
    await expect(as(bureau, (tx) => tx.$executeRaw`UPDATE ledger_counts SET n = 0`)).rejects.toThrow();
  });

  it("what is planned for which year: people, rooms, ㎡ and 元 as the entries say", async () => {
    const { years } = await loadLedger(bureau, COUNTY, ledgerFilters({ view: "years" }));
    const standing = (await entries()).filter((one) => one.state !== "closed");
    for (const line of years?.rows ?? []) {
      const own = standing.filter((one) => one.item === line.item && one.gapUnit === line.gapUnit);
      expect(line.entries).toBe(own.length);
      expect(line.gap ?? 0).toBeCloseTo(own.reduce((sum, one) => sum + (one.gap ?? 0), 0), 2);
    }
    expect(years?.rows.reduce((sum, line) => sum + line.entries, 0)).toBe(standing.length);
  });

  it("counts 50,000 entries of a province in one quick statement", async () => {
    const db = await openOwner();
    await db.query("BEGIN");
    await db.query("SELECT set_config('app.scope', 'cn', true)");
    await db.query("DELETE FROM ledger_entries WHERE source_key LIKE 'bulk/%'");
    await db.query("DELETE FROM ledger_counts WHERE starts_with(division_code, '22')");
    await db.query(`INSERT INTO ledger_entries (id, division_code, source, source_key, level, problem, owner, due_on, state, opened_on, closed_at)
      SELECT 'bulk-' || c || '-' || n, '220' || (1 + c % 8) || lpad((1 + c / 8)::text, 2, '0'), 'complaint', 'bulk/' || n, 'county', '问题', 'bureau', date '2026-01-01' + (n % 12) * 30, (ARRAY['open', 'doing', 'waiting', 'closed'])[1 + n % 4], date '2026-01-01' + n % 5, CASE WHEN n % 4 = 3 THEN now() END
      FROM generate_series(1, 136) c, generate_series(1, 370) n`);
    await db.query("COMMIT");
    await db.query("VACUUM ANALYZE ledger_entries");
    const above = person("t-lg-bulk", { level: "province", divisionCode: "22" });
    const read = () => as(above, async (tx) => { const from = performance.now(); const totals = await listLedgerTotals(tx, "22", "province", "2026-11-22"); return { took: performance.now() - from, totals }; });
    await read();
    const times = [];
    for (let round = 0; round < 7; round += 1) times.push((await read()).took);
    console.info("50,000 entries:", times.map((time) => time.toFixed(1)).join(" "), "ms");
    await db.query("SELECT set_config('app.scope', 'cn', false)");
    const { rows: counted } = await db.query<{ n: number }>("SELECT count(*)::int AS n FROM ledger_entries WHERE starts_with(division_code, '22') AND retired_at IS NULL");
    expect((await read()).totals.reduce((sum, one) => sum + one.total, 0)).toBe(counted[0]?.n);
    await db.query("DELETE FROM ledger_entries WHERE source_key LIKE 'bulk/%'");
    await db.query("DELETE FROM ledger_counts WHERE starts_with(division_code, '22')");
    await db.end();
    // what is counted is rows of counters, so the time does not grow with the entries
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
