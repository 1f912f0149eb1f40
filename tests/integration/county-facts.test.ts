import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { scopeOf, type Actor, type Office } from "@/lib/access/actor";
import { appendEvent } from "@/lib/audit/append-event";
import { assignFact } from "@/lib/counties/assign-fact";
import { approveFact, correctFact, returnFact } from "@/lib/counties/decide-fact";
import { saveFact, submitFact, type EntryInput } from "@/lib/counties/enter-fact";
import { loadItems } from "@/lib/counties/load-items";
import { prisma } from "@/lib/db/client";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty } from "@/lib/seed/seed-county";

/** Committed, since the application's own client must see it; two counties that no other test uses, removed afterwards. */
const COUNTY = "450105";
const OTHER = "450107";
const YEAR = 2026;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });

const office = (more: Partial<Office>): Office => ({
  id: "m", office: "education", level: "county", divisionCode: COUNTY, divisionName: "县", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: ["handler", "reviewer", "signer"], ...more,
});
const person = (userId: string, more: Partial<Office> = {}): Actor => ({ userId, username: userId, displayName: userId, mustChangePassword: false, demo: false, office: office(more), offices: [office(more)] });

const bureau = person("t-bureau");
const finance = person("t-finance", { office: "unit", unitId: "t-unit-finance", unitName: "财政局" });
const staff = person("t-staff", { office: "unit", unitId: "t-unit-staff", unitName: "人社局" });
const section = person("t-section", { office: "section", unitId: "t-section", unitName: "人事室" });
const neighbour = person("t-neighbour", { divisionCode: OTHER });
const province = person("t-province", { level: "province", divisionCode: "45" });

const as = <T>(actor: Actor, run: (tx: Tx) => Promise<T>) => withScope(scopeOf(actor), run);
const refusal = async (promise: Promise<unknown>): Promise<AppError> => {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
};
const seen = (actor: Actor, item: string, code = COUNTY) => as(actor, (tx) => tx.countyFact.count({ where: { divisionCode: code, year: YEAR, item } }));

const SPECIAL = { funds: "1,600,000", pupils: 160 };
const entry = (more: Partial<EntryInput> = {}): EntryInput => ({ code: COUNTY, year: YEAR, item: "gov-7", version: 0, values: SPECIAL, statement: "", ...more });
const decision = (version: number, item = "gov-7") => ({ code: COUNTY, year: YEAR, item, version });

const stored = z.array(z.object({ item: z.string(), met: z.boolean().nullable(), text: z.string() }));
async function verdictOf(item: string) {
  const result = await owner.query<{ items: unknown }>("SELECT items FROM county_results WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
  const row = result.rows[0];
  return row ? stored.parse(row.items).find((entry) => entry.item === item) : undefined;
}

async function removeAll() {
  for (const code of [COUNTY, OTHER]) {
    await owner.query("BEGIN");
    await owner.query("SELECT set_config('app.scope', $1, true)", [code]);
    for (const table of ["county_results", "stage_results", "section_results", "school_facts", "county_facts", "filing_comments", "filing_sections", "filing_versions", "filings", "filing_years", "schools", "units"])
      await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [code]);
    await owner.query("COMMIT");
  }
}

beforeAll(async () => {
  await owner.connect();
  await removeAll();
  await owner.query("BEGIN");
  await seedReference(owner);
  for (const code of [COUNTY, OTHER]) await seedCounty(owner, { code, years: [2025, YEAR], schools: 6, open: { year: YEAR, play: "played" } });
  for (const { office } of [finance, staff]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, 'member')", [office.unitId, COUNTY, office.unitName]);
  await owner.query("COMMIT");
});
afterAll(async () => {
  await removeAll();
  await owner.end();
  await prisma().$disconnect();
});
beforeEach(async () => {
  await owner.query("DELETE FROM county_facts WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
  await owner.query("UPDATE filing_years SET completed_at = NULL WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
});

describe("who reaches an item", () => {
  it("keeps a unit's row from another unit, in reading and in writing", async () => {
    await as(finance, (tx) => saveFact(tx, finance, entry()));
    expect(await seen(finance, "gov-7")).toBe(1);
    expect(await seen(staff, "gov-7")).toBe(0);
    expect((await refusal(as(staff, (tx) => saveFact(tx, staff, entry({ values: { funds: 1, pupils: 1 } }))))).code).toBe("conflict");
    const kept = await owner.query("SELECT unit_id, entered_by, data, version FROM county_facts WHERE division_code = $1 AND year = $2 AND item = 'gov-7'", [COUNTY, YEAR]);
    expect(kept.rows).toEqual([{ unit_id: "t-unit-finance", entered_by: "t-finance", data: { funds: 1600000, pupils: 160 }, version: 1 }]);
    // Past the application, too: the policy itself refuses.
    expect(await as(staff, (tx) => tx.countyFact.updateMany({ where: { divisionCode: COUNTY, year: YEAR, item: "gov-7" }, data: { statement: "改" } }))).toEqual({ count: 0 });
    await expect(as(staff, (tx) => tx.countyFact.create({ data: { divisionCode: COUNTY, year: YEAR, item: "gov-8", data: {}, enteredBy: "t-staff", unitId: "t-unit-finance" } }))).rejects.toThrow();
  });

  it("lets a section write its own and unassigned items, not a unit's", async () => {
    await as(finance, (tx) => saveFact(tx, finance, entry()));
    expect((await refusal(as(section, (tx) => saveFact(tx, section, entry({ version: 1 }))))).code).toBe("forbidden");
    expect((await as(section, (tx) => saveFact(tx, section, entry({ item: "gov-10", values: { met: "yes" } })))).value).toEqual({ version: 1, state: "draft" });
  });

  it("shows nothing to another county, and lets it write nothing", async () => {
    await as(bureau, (tx) => submitFact(tx, bureau, entry()));
    expect(await seen(neighbour, "gov-7")).toBe(0);
    expect((await refusal(as(neighbour, (tx) => saveFact(tx, neighbour, entry({ version: 1 }))))).code).toBe("notFound");
    expect((await refusal(as(neighbour, (tx) => approveFact(tx, neighbour, decision(1))))).code).toBe("notFound");
    expect((await refusal(loadItems(neighbour, COUNTY, YEAR))).code).toBe("notFound");
  });

  it("shows the province what is approved, and nothing before", async () => {
    await as(bureau, (tx) => submitFact(tx, bureau, entry()));
    expect(await seen(province, "gov-7")).toBe(0);
    await as(bureau, (tx) => approveFact(tx, bureau, decision(1)));
    expect(await seen(province, "gov-7")).toBe(1);
    const view = await loadItems(province, COUNTY, YEAR);
    expect(view.facts["gov-7"]).toMatchObject({ state: "approved", values: { funds: 1600000, pupils: 160 } });
    expect(view.mode).toBe("read");
    expect((await refusal(as(province, (tx) => saveFact(tx, province, entry({ version: 2 }))))).code).toBe("notFound");
  });
});

describe("from draft to approved", () => {
  it("recomputes the county's items in the approving transaction", async () => {
    await as(finance, (tx) => submitFact(tx, finance, entry()));
    await as(bureau, (tx) => approveFact(tx, bureau, decision(1)));
    expect(await verdictOf("gov-7")).toMatchObject({ met: true, text: "特殊教育生均公用经费 10,000 元（应≥8,000 元）" });
    const row = await owner.query("SELECT state, entered_by, approved_by, version FROM county_facts WHERE division_code = $1 AND year = $2 AND item = 'gov-7'", [COUNTY, YEAR]);
    expect(row.rows).toEqual([{ state: "approved", entered_by: "t-finance", approved_by: "t-bureau", version: 2 }]);
  });

  it("logs who entered and who approved, in the transactions of the acts", async () => {
    await as(finance, async (tx) => appendEvent(tx, finance, (await submitFact(tx, finance, entry())).audit));
    await as(bureau, async (tx) => appendEvent(tx, bureau, (await approveFact(tx, bureau, decision(1))).audit));
    const log = await owner.query("SELECT act, user_id, detail FROM audit_events WHERE division_code = $1 ORDER BY seq DESC LIMIT 2", [COUNTY]);
    expect(log.rows).toMatchObject([
      { act: "county-fact.approve", user_id: "t-bureau", detail: { item: "gov-7", from: "submitted", to: "approved", enteredBy: "t-finance", approvedBy: "t-bureau" } },
      { act: "county-fact.submit", user_id: "t-finance", detail: { unitId: "t-unit-finance", from: "empty", to: "submitted", changes: { pupils: { from: null, to: 160 } } } },
    ]);
  });

  it("leaves state and results as they were when the transaction fails", async () => {
    await as(bureau, (tx) => submitFact(tx, bureau, entry({ item: "gov-1", values: { met: "no" }, statement: "规划尚未批准。" })));
    const before = await verdictOf("gov-1");
    await expect(as(bureau, async (tx) => {
      await approveFact(tx, bureau, decision(1, "gov-1"));
      throw new Error("power cut");
    })).rejects.toThrow("power cut");
    expect(await verdictOf("gov-1")).toEqual(before);
    expect((await loadItems(bureau, COUNTY, YEAR)).facts["gov-1"]?.state).toBe("submitted");
  });

  it("refuses a stale version with what stands now", async () => {
    await as(bureau, (tx) => saveFact(tx, bureau, entry()));
    await as(bureau, (tx) => saveFact(tx, bureau, entry({ version: 1, values: { pupils: 200 } })));
    const error = await refusal(as(bureau, (tx) => saveFact(tx, bureau, entry({ version: 1, values: { pupils: 170 } }))));
    expect(error).toMatchObject({ code: "conflict", data: { version: 2, state: "draft", values: { funds: 1600000, pupils: 200 }, statement: "" } });
    expect((await refusal(as(bureau, (tx) => approveFact(tx, bureau, decision(1))))).code).toBe("conflict");
  });

  it("lets one of two people who save at once win, and tells the other", async () => {
    const both = await Promise.allSettled([as(bureau, (tx) => saveFact(tx, bureau, entry())), as(bureau, (tx) => saveFact(tx, bureau, entry()))]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("names wrong, missing and contradictory values at their fields", async () => {
    const wrong = await refusal(as(bureau, (tx) => saveFact(tx, bureau, entry({ values: { funds: "-1", pupils: "很多" } }))));
    expect(wrong.fields).toEqual({ funds: "不能为负数。", pupils: "请填写数字。" });
    const bare = await refusal(as(bureau, (tx) => submitFact(tx, bureau, entry({ item: "gov-1", values: { met: "yes" } }))));
    expect(bare.fields).toEqual({ statement: "请写明结论的依据。" });
    const over = await refusal(as(bureau, (tx) => submitFact(tx, bureau, entry({ item: "gov-14", values: { plan: 10, allocated: 11, rural: 2 } }))));
    expect(Object.keys(over.fields)).toEqual(["allocated"]);
  });

  it("returns with a reason that the unit reads, and takes no decision from a unit", async () => {
    await as(finance, (tx) => submitFact(tx, finance, entry()));
    expect((await refusal(as(finance, (tx) => approveFact(tx, finance, decision(1))))).code).toBe("forbidden");
    expect((await refusal(as(finance, (tx) => saveFact(tx, finance, entry({ version: 1 }))))).code).toBe("state");
    await as(bureau, (tx) => returnFact(tx, bureau, { ...decision(1), reason: "学生数与事业统计不符" }));
    expect((await loadItems(finance, COUNTY, YEAR)).facts["gov-7"]).toMatchObject({ state: "draft", returnReason: "学生数与事业统计不符", version: 2 });
    await as(finance, (tx) => submitFact(tx, finance, entry({ version: 2 })));
    expect((await loadItems(bureau, COUNTY, YEAR)).facts["gov-7"]).toMatchObject({ state: "submitted", returnReason: null });
  });
});

describe("the bureau hands an item to a unit", () => {
  const hand = (unitId: string | null, version: number) => as(bureau, (tx) => assignFact(tx, bureau, { code: COUNTY, year: YEAR, item: "gov-8", version, unitId }));

  it("which then sees it, enters it, and keeps it until it is handed on", async () => {
    expect((await refusal(hand("t-unit-of-nowhere", 0))).fields.unitId).toMatch(/名单/);
    await hand("t-unit-finance", 0);
    expect([await seen(finance, "gov-8"), await seen(staff, "gov-8")]).toEqual([1, 0]);
    await as(finance, (tx) => saveFact(tx, finance, entry({ item: "gov-8", version: 1, values: {}, statement: "草稿" })));
    expect((await refusal(hand("t-unit-staff", 1))).code).toBe("conflict");
    await hand("t-unit-staff", 2);
    expect([await seen(finance, "gov-8"), await seen(staff, "gov-8")]).toEqual([0, 1]);
    await hand(null, 3);
    expect([await seen(finance, "gov-8"), await seen(staff, "gov-8"), await seen(bureau, "gov-8")]).toEqual([0, 0, 1]);
  });
});

describe("after approval", () => {
  it("changes an approved value only by a correction of the bureau, which counts at once", async () => {
    await as(bureau, (tx) => submitFact(tx, bureau, entry()));
    await as(bureau, (tx) => approveFact(tx, bureau, decision(1)));
    expect((await refusal(as(bureau, (tx) => saveFact(tx, bureau, entry({ version: 2 }))))).code).toBe("state");
    const correction = { ...entry({ version: 2, values: { pupils: 400 } }), reason: "漏计随班就读学生" };
    const done = await as(bureau, (tx) => correctFact(tx, bureau, correction));
    expect(done.audit.detail).toMatchObject({ from: "approved", to: "approved", reason: "漏计随班就读学生", changes: { pupils: { from: 160, to: 400 } } });
    expect(await verdictOf("gov-7")).toMatchObject({ met: false, text: "特殊教育生均公用经费 4,000 元（应≥8,000 元）" });
  });

  it("freezes everything with the year, but for corrections", async () => {
    await as(finance, (tx) => submitFact(tx, finance, entry()));
    await owner.query("UPDATE filing_years SET completed_at = now() WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    expect((await refusal(as(bureau, (tx) => approveFact(tx, bureau, decision(1))))).code).toBe("state");
    expect((await refusal(as(bureau, (tx) => saveFact(tx, bureau, entry({ item: "gov-1", values: { met: "yes" } }))))).code).toBe("state");
    expect((await refusal(as(finance, (tx) => correctFact(tx, finance, { ...entry({ version: 1 }), reason: "迟报" })))).code).toBe("forbidden");
    const late = await as(bureau, (tx) => correctFact(tx, bureau, { ...entry({ version: 1 }), reason: "迟报补录" }));
    expect(late.value.state).toBe("approved");
  });
});
