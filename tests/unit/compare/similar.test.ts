import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareHref, MOST, selectionOf, withAdded } from "@/lib/compare/selection";
import { differenceText, distanceOf, similarTo, type Features } from "@/lib/compare/similar";

const features = fc.record({ code: fc.integer({ min: 100_000, max: 999_999 }).map(String), name: fc.constant("县"), pupils: fc.integer({ min: 1, max: 400_000 }), urban: fc.double({ min: 0, max: 1, noNaN: true }), small: fc.nat(200) });
const of = (code: string, pupils: number, urban: number, small: number): Features => ({ code, name: `县${code}`, pupils, urban, small });

describe("counties that are alike", () => {
  it("the distance is nought for equal ones, the same both ways, and never below nought", () => {
    fc.assert(fc.property(features, features, (a, b) => {
      expect(distanceOf(a, a)).toBe(0);
      expect(distanceOf(a, b)).toBeCloseTo(distanceOf(b, a), 12);
      expect(distanceOf(a, b)).toBeGreaterThanOrEqual(0);
    }));
  });

  it("are the nearest of all, in order, without itself and without those that have no pupils", () => {
    fc.assert(fc.property(features, fc.uniqueArray(features, { maxLength: 20, selector: ({ code }) => code }), fc.integer({ min: 1, max: 6 }), (own, others, count) => {
      const found = similarTo(own, others, count);
      const rest = others.filter(({ code }) => code !== own.code && !found.some((one) => one.code === code));
      expect(found).toHaveLength(Math.min(count, others.filter(({ code }) => code !== own.code).length));
      const last = found.at(-1)?.distance ?? 0;
      for (const other of rest) expect(distanceOf(own, other)).toBeGreaterThanOrEqual(last);
      expect(found.map(({ distance }) => distance)).toEqual(found.map(({ distance }) => distance).sort((a, b) => a - b));
    }));
    expect(similarTo(of("1", 100, 0, 0), [of("2", 0, 0, 0)], 3)).toEqual([]);
    expect(similarTo(of("1", 0, 0, 0), [of("2", 10, 0, 0)], 3)).toEqual([]);
  });

  it("count one for twice the size, for 25 points of urban share and for ten small schools, and are said in words", () => {
    const own = of("1", 1000, 0.5, 10);
    expect([distanceOf(own, of("2", 2000, 0.5, 10)), distanceOf(own, of("2", 1000, 0.75, 10)), distanceOf(own, of("2", 1000, 0.5, 20))]).toEqual([1, 1, 1]);
    expect(differenceText(own, of("2", 1120, 0.47, 14))).toBe("在校生多 12.0%，城区占比低 3.0 个百分点，小规模学校多 4 所");
    expect(differenceText(own, own)).toBe("在校生相同，城区占比相同，小规模学校相同");
  });
});

describe("what is compared", () => {
  const options = [{ key: "1", name: "甲县" }, { key: "2", name: "乙县" }, { key: "3", name: "同名县" }, { key: "4", name: "同名县" }];

  it("comes from the address and goes back to it", () => {
    const search = (href: string) => Object.fromEntries(new URL(href, "http://x").searchParams);
    expect(selectionOf(search(compareHref("64", 2025, ["1", "2"])))).toEqual({ chosen: ["1", "2"], add: "" });
    expect(selectionOf({ with: ["1", "2"], add: ["x"] })).toEqual({ chosen: [], add: "" });
    expect(selectionOf({ with: "1,1,2,3,4,5,6,7,8" }).chosen).toHaveLength(MOST);
  });

  it("grows by a name or a code; what cannot be added is refused with the reason, and the rest stays", () => {
    expect(withAdded(["1", "gone"], "乙县", options, "县")).toEqual({ chosen: ["1", "2"], refusal: null });
    expect(withAdded(["1"], "4", options, "县")).toEqual({ chosen: ["1", "4"], refusal: null });
    expect(withAdded(["1"], "丙县", options, "县")).toEqual({ chosen: ["1"], refusal: "没有找到“丙县”，请填写县的全称。" });
    expect(withAdded(["1"], "同名县", options, "县")).toEqual({ chosen: ["1"], refusal: "有 2 个县叫“同名县”，请填写代码。" });
    expect(withAdded(["1"], "甲县", options, "县").refusal).toBe("甲县已经在比较之中。");
    const many = Array.from({ length: MOST + 1 }, (_, at) => ({ key: String(at), name: `县${at}` }));
    expect(withAdded(many.slice(0, MOST).map(({ key }) => key), `县${MOST}`, many, "县").refusal).toBe(`最多比较 ${MOST} 个，请先移除一个。`);
  });
});
