import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { completeFilingYear } from "@/lib/calendar/complete-filing-year";
import { grantException } from "@/lib/calendar/grant-exception";
import { openFilingYear } from "@/lib/calendar/open-filing-year";
import { prisma } from "@/lib/db/client";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { storedStandard } from "@/lib/standard/schema";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const [COUNTY, YEAR] = ["110118", new Date().getFullYear()];
let owner: pg.Client;
let bureau: Actor;
const days = { opensOn: `${YEAR}-10-08`, closesOn: `${YEAR}-12-15` };
const roster = async () => Number((await owner.query("SELECT count(*) AS n FROM filings WHERE division_code = $1 AND year = $2", [COUNTY, YEAR])).rows[0].n);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [YEAR - 1], schools: 12 }]);
  bureau = await actorOf(await stagePerson(owner, "calendar-bureau", { office: "education", level: "county", division: COUNTY }));
  signedIn.actor = bureau;
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the filing calendar", () => {
  it("refuses another county's bureau, a city, and a year that is not there yet", async () => {
    for (const [name, office] of [["calendar-other", { office: "education", level: "county", division: "110119" }], ["calendar-city", { office: "education", level: "city", division: "1101" }]] as const) {
      signedIn.actor = await actorOf(await stagePerson(owner, name, office));
      expect((await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, ...days, version: 0 })).ok, name).toBe(false);
    }
    signedIn.actor = bureau;
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR + 1, ...days, version: 0 })).toMatchObject({ ok: false, message: expect.stringContaining("不能提前开启") });
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, opensOn: days.closesOn, closesOn: days.opensOn, version: 0 })).toMatchObject({ ok: false, fields: { closesOn: "截止日期不能早于开始日期。" } });
    expect(await roster()).toBe(0);
  });

  it("opens the year over the schools of 1 September, leaving out the closed and the new", async () => {
    const [closed, later] = (await owner.query("SELECT id FROM schools WHERE division_code = $1 AND parent_school_id IS NULL AND kind = 'primary' ORDER BY id DESC LIMIT 2", [COUNTY])).rows.map((row) => row.id);
    await owner.query("UPDATE schools SET closed_on = make_date($2, 8, 31) WHERE id = $1", [closed, YEAR]);
    await owner.query("UPDATE schools SET opened_on = make_date($2, 9, 2) WHERE id = $1", [later, YEAR]);
    const filing = Number((await owner.query("SELECT count(*) AS n FROM schools WHERE division_code = $1 AND kind <> 'vocational'", [COUNTY])).rows[0].n);
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, ...days, version: 0 })).toMatchObject({ ok: true, data: { schools: filing - 2 } });
    expect(await roster()).toBe(filing - 2);
    // a branch is filed by its 中心校
    const { rows } = await owner.query("SELECT bool_and(f.filed_by_school_id = coalesce(s.parent_school_id, s.id)) AS right FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code = $1 AND f.year = $2", [COUNTY, YEAR]);
    expect(rows[0].right).toBe(true);
  });

  it("moves the days without touching the roster, and refuses a stale version", async () => {
    const before = await roster();
    await owner.query("UPDATE schools SET closed_on = NULL WHERE division_code = $1", [COUNTY]);
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, opensOn: days.opensOn, closesOn: `${YEAR}-12-20`, version: 1 })).toMatchObject({ ok: true, message: "填报日程已更新。" });
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, ...days, version: 1 })).toMatchObject({ ok: false, message: expect.stringContaining("刚被他人修改") });
    expect(await roster()).toBe(before);
  });

  it("lets one school file late with a reason, and only its own", async () => {
    const school = (await owner.query("SELECT school_id FROM filings WHERE division_code = $1 AND year = $2 LIMIT 1", [COUNTY, YEAR])).rows[0].school_id;
    expect(await grantException(null, { divisionCode: COUNTY, year: YEAR, schoolId: school, reason: "", endsOn: `${YEAR}-12-31` })).toMatchObject({ ok: false, fields: { reason: "请写明理由。" } });
    expect((await grantException(null, { divisionCode: COUNTY, year: YEAR, schoolId: "s110111001", reason: "校舍搬迁", endsOn: `${YEAR}-12-31` })).ok).toBe(false);
    expect((await grantException(null, { divisionCode: COUNTY, year: YEAR, schoolId: school, reason: "校舍搬迁", endsOn: `${YEAR}-12-31` })).ok).toBe(true);
  });

  it("completes only when everything is approved, once", async () => {
    expect(await completeFilingYear(null, { divisionCode: COUNTY, year: YEAR, version: 2 })).toMatchObject({ ok: false, message: expect.stringContaining("没有审定") });
    await owner.query("UPDATE filings SET state = 'approved' WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    const outcomes = await Promise.all([1, 2].map(() => completeFilingYear(null, { divisionCode: COUNTY, year: YEAR, version: 2 })));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    // the year stays judged by what stood on this day (decision 0003)
    const year = await owner.query<{ standard: unknown }>("SELECT standard FROM filing_years WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
    expect(storedStandard.parse(year.rows[0]?.standard)).toEqual(NATIONAL_STANDARD);
    expect(await openFilingYear(null, { divisionCode: COUNTY, year: YEAR, ...days, version: 3 })).toMatchObject({ ok: false, message: expect.stringContaining("已经完成") });
  });
});
