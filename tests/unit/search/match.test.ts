import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialsOf } from "@/lib/divisions/initials";
import { readWord, shareOut } from "@/lib/search/match";

describe("pinyin initials", () => {
  it.each([["西吉县", "xjx"], ["登封市", "dfs"], ["崇明区", "cmq"], ["重庆市", "cqs"], ["长治市", "czs"], ["厦门市", "xms"], ["鄂尔多斯市", "eedss"], ["新疆生产建设兵团", "xjscjsbt"], ["济南高新技术产业开发区", "jngxjscykfq"], ["欧阳", "oy"]])("%s: %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
  it("keeps letters and digits and leaves signs out", () => expect(initialsOf("第3小学（B区）")).toBe("d3xxbq"));
});

describe("what was typed", () => {
  it("is a code, initials or a name", () => {
    expect(readWord(" 6404 ")).toEqual({ code: "6404", initials: null, name: "6404" });
    expect(readWord("XJ")).toEqual({ code: null, initials: "xj", name: "XJ" });
    expect(readWord("西 吉")).toEqual({ code: null, initials: null, name: "西吉" });
    expect(readWord("12345678901")).toMatchObject({ code: null });
  });

  it("shares the list out: never more than the limit, never less than there is, half each when both are many", () => {
    const count = fc.nat({ max: 40 });
    fc.assert(fc.property(count, count, fc.integer({ min: 2, max: 20 }), (places, schools, limit) => {
      const shown = shareOut(places, schools, limit);
      expect(shown.places + shown.schools).toBe(Math.min(limit, places + schools));
      expect(shown.places).toBeGreaterThanOrEqual(Math.min(places, Math.floor(limit / 2)));
      expect(shown.schools).toBeGreaterThanOrEqual(Math.min(schools, Math.floor(limit / 2)));
    }));
  });
});
