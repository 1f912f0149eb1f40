import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, type Level } from "@/lib/certification/stages";
import { appointInput, opinionInput } from "@/lib/experts/schema";
import { MOST_DAYS, PHASES, faultsOfDays, phaseOf, refuseExpert } from "@/lib/experts/rules";

const TODAY = "2026-11-22";
const day = (offset: number) => new Date(Date.parse(TODAY) + offset * 86_400_000).toISOString().slice(0, 10);
const COUNTY = "410185";

describe("回避", () => {
  const levels = LEVELS.filter((level) => level !== "county");
  /** Where an office other than that of an expert keeps a person away, written out. */
  const AWAY: Record<string, Level[]> = { "410185": levels, "4101": ["province", "nation"], "41": [], cn: [], "410184": [], "4102": [] };
  it.each(Object.entries(AWAY))("an office at %s", (divisionCode, away) => {
    for (const level of levels) for (const office of ["education", "supervision", "government", "section", "unit", "inspector", "filler", "principal"]) {
      const refusal = refuseExpert([{ office: "expert", divisionCode: "41" }, { office, divisionCode }], COUNTY, level);
      if (away.includes(level)) expect(refusal).toMatch(/须回避，请另行聘请。$/);
      else expect(refusal).toBeNull();
    }
  });
  it("being an expert, of whatever body, is no office of the place", () => {
    for (const level of levels) expect(refuseExpert(["4101", "41", "cn"].map((divisionCode) => ({ office: "expert", divisionCode })), COUNTY, level)).toBeNull();
  });
});

describe("the days of an appointment", () => {
  it("begin today at the earliest, end on or after their first day, and are few", () => {
    expect(faultsOfDays(TODAY, TODAY, TODAY)).toEqual({});
    expect(Object.keys(faultsOfDays(day(-1), day(3), TODAY))).toEqual(["fromOn"]);
    expect(Object.keys(faultsOfDays(day(3), day(2), TODAY))).toEqual(["untilOn"]);
    expect(faultsOfDays(TODAY, day(MOST_DAYS - 1), TODAY)).toEqual({});
    expect(Object.keys(faultsOfDays(TODAY, day(MOST_DAYS), TODAY))).toEqual(["untilOn"]);
  });
  it("one under way keeps its first day, and is not moved into the past", () => {
    expect(faultsOfDays(day(-5), day(1), TODAY, day(-5))).toEqual({});
    expect(Object.keys(faultsOfDays(day(-4), day(1), TODAY, day(-5)))).toEqual(["fromOn"]);
    expect(Object.keys(faultsOfDays(day(-5), day(-1), TODAY, day(-5)))).toEqual(["untilOn"]);
  });
  it("every accepted pair runs on some day from today on, and on no day outside", () => {
    fc.assert(fc.property(fc.integer({ min: -5, max: 120 }), fc.integer({ min: -5, max: 220 }), (from, until) => {
      fc.pre(Object.keys(faultsOfDays(day(from), day(until), TODAY)).length === 0);
      const window = { fromOn: day(from), untilOn: day(until), state: "active" as const };
      expect([phaseOf(window, day(from - 1)), phaseOf(window, day(from)), phaseOf(window, day(until)), phaseOf(window, day(until + 1))]).toEqual(["ahead", "running", "running", "over"]);
    }));
  });
  it("what was ended runs on no day", () => {
    for (const offset of [-1, 0, 1]) expect(phaseOf({ fromOn: TODAY, untilOn: TODAY, state: "ended" }, day(offset))).toBe("ended");
    expect(new Set(PHASES).size).toBe(4);
  });
});

describe("what comes in", () => {
  it("names the field that is missing or no day of the calendar", () => {
    const bad = appointInput.safeParse({ visitId: "v", userId: "", task: " ", fromOn: "2026-02-30", untilOn: "" });
    expect(bad.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual(["userId 请选择专家。", "fromOn 日期不存在。", "untilOn 请选择日期。", "task 请填写分工或专业。"]);
    expect(opinionInput.safeParse({ visitId: "v", version: 0, text: "字".repeat(4001), submit: true }).error?.issues[0]?.message).toBe("最多 4000 字。");
    expect(opinionInput.parse({ visitId: "v", version: 0, text: " 好 ", submit: false })).toEqual({ visitId: "v", version: 0, text: "好", schools: {}, submit: false });
  });
});
