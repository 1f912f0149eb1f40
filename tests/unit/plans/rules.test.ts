import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAN_STATES, ROW_ACT_KEYS, ROW_ACTS, ROW_STATES, afterRowAct, planYears, refuseLock, refusePlacement, refuseRowAct, refuseUnlock, type PlanRole } from "@/lib/plans/rules";

const standing = fc.record({ plan: fc.constantFrom(...PLAN_STATES), row: fc.constantFrom(...ROW_STATES) });
const act = fc.constantFrom(...ROW_ACT_KEYS);
const role = fc.constantFrom<(PlanRole | null)[]>("city", "province", null);
const year = fc.option(fc.integer({ min: 2021, max: 2035 }));

describe("a city's row of the 规划表", () => {
  it("over all states × acts × roles: a locked plan takes nothing, a stranger does nothing, an act belongs to its office", () => {
    fc.assert(fc.property(standing, act, role, (at, what, who) => {
      const refusal = refuseRowAct(at, what, who);
      if (refusal !== null) {
        expect(refusal).toMatch(/。$/);
        return;
      }
      const by: readonly string[] = ROW_ACTS[what].by;
      expect(at.plan).toBe("open");
      expect(by).toContain(who);
      const from: readonly string[] = ROW_ACTS[what].from;
      if (who === "city") expect(from).toContain(at.row);
    }), { numRuns: 500 });
  });
  it("is closed to the city once submitted, until the province returns it", () => {
    expect(refuseRowAct({ plan: "open", row: "submitted" }, "place", "city")).toMatch(/已经报送/);
    expect(refuseRowAct({ plan: "open", row: "submitted" }, "place", "province")).toBeNull();
    expect(afterRowAct("submitted", "return")).toBe("returned");
    expect(refuseRowAct({ plan: "open", row: "returned" }, "place", "city")).toBeNull();
    expect(refuseRowAct({ plan: "open", row: "draft" }, "return", "province")).toMatch(/还没有报送/);
    expect(refuseRowAct({ plan: "open", row: "submitted" }, "return", "city")).toMatch(/省级/);
    expect(refuseRowAct({ plan: "locked", row: "draft" }, "place", "province")).toMatch(/解锁/);
  });
  it("is locked when all have submitted and unlocked only when locked", () => {
    expect(refuseLock("open", [])).toBeNull();
    expect(refuseLock("open", ["济南市", "青岛市", "淄博市", "枣庄市"])).toBe("还有 4 个市没有报送（济南市、青岛市、淄博市等），全部报送后再汇总锁定。");
    expect([refuseLock("locked", []), refuseUnlock("open")].every((text) => text?.endsWith("。"))).toBe(true);
    expect(refuseUnlock("locked")).toBeNull();
  });
});

describe("a county stands in one year at most", () => {
  it("is taken in, moved and taken out only from where it stands", () => {
    fc.assert(fc.property(year, year, year, (at, from, to) => {
      const allowed = refusePlacement("甲县", at, from, to) === null;
      expect(allowed).toBe(at === from && from !== to);
    }), { numRuns: 2_000 });
  });
  it("is refused a second year with the year that it stands in", () => {
    expect(refusePlacement("历下区", 2026, null, 2027)).toBe("历下区已列入 2026 年；每个县只能列入一个申报年，要调整请点该县改列或移出。");
    expect(refusePlacement("历下区", null, null, 2020)).toMatch(/2021—2035/);
    expect(refusePlacement("历下区", 2027, 2026, null)).toMatch(/刚被改列/);
  });
  it("has the annex's columns and every later year in use", () => {
    expect(planYears([])).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(planYears([2033, 2022]).at(-1)).toBe(2033);
  });
});
