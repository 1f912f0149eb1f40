import { describe, expect, it } from "vitest";
import { changesBetween, readFact, withReason } from "@/lib/counties/fact-data";
import { COUNTY_FORMS } from "@/lib/counties/form";
import { ITEM_GROUPS } from "@/lib/counties/group-items";
import { judgeItem } from "@/lib/counties/judge-item";
import { mayCorrect, mayDo } from "@/lib/counties/states";
import { summarise } from "@/lib/counties/summarise";
import { ITEM_ORDER } from "@/lib/items/judge-county";

describe("the items of the page", () => {
  it("are the 15 + 9 + 1 and the veto in the standard's order, every form among them", () => {
    const listed = ITEM_GROUPS.flatMap((group) => group.items);
    expect(listed.map((item) => item.key)).toEqual(ITEM_ORDER);
    expect(listed.flatMap((item) => (item.form ? [item.form.item] : [])).sort()).toEqual(COUNTY_FORMS.map((form) => form.item).sort());
  });
});

describe("the live verdict", () => {
  it("waits for what is required, then judges unrounded", () => {
    expect(judgeItem("gov-8", { teacherPay: 1, civilServantPay: 1 })).toEqual({ met: null, text: "还有 1 处未填" });
    expect(judgeItem("gov-14", { plan: 1000, allocated: 499, rural: 1 })).toMatchObject({ met: false, text: "优质高中名额分配 49.9%（应≥50%）" });
    expect(judgeItem("gov-14", { plan: 1000, allocated: 500, rural: 1 })?.met).toBe(true);
  });

  it("does not judge figures that contradict each other", () => {
    expect(judgeItem("recognition", { valid: 1000, satisfied: 1200 })).toEqual({ met: null, text: "数据前后矛盾，请先更正" });
  });

  it("does not judge text that is no number", () => {
    expect(judgeItem("qual-2", { children: "很多", enrolled: 3 })?.met).toBeNull();
  });

  it("leaves 政府保障 6 to the schools", () => {
    expect(judgeItem("gov-6", { perPupilStandard: 720, juniorPerPupilStandard: 940 })).toBeNull();
  });
});

describe("the opening sentence", () => {
  it("counts each state that occurs", () => {
    expect(summarise("西吉县", 2026, ["approved", "empty", "draft", "submitted", "empty"], false)).toEqual({
      sentence: "西吉县2026学年初县级指标 5 项：已审定 1 项，待审核 1 项，草稿 1 项，未填 2 项。",
      tone: "warn",
    });
    expect(summarise("西吉县", 2025, ["approved", "approved"], false)).toEqual({ sentence: "西吉县2025学年初县级指标 2 项均已审定。", tone: "pass" });
    expect(summarise("西吉县", 2026, ["approved", "empty"], true).sentence).toContain("其余 1 项尚未审定");
  });
});

describe("states", () => {
  it("open an approved item to corrections only", () => {
    expect(mayDo("approved", "edit")).toBe(false);
    expect(mayDo("submitted", "edit")).toBe(false);
    expect(mayCorrect("approved", false)).toBe(true);
    expect(mayCorrect("submitted", false)).toBe(false);
    expect(mayCorrect("empty", true)).toBe(true);
  });
});

describe("stored data", () => {
  it("carries the reason of a return beside the values, never among them", () => {
    expect(readFact(withReason({ funds: 1 }, "不符"))).toEqual({ values: { funds: 1 }, returnReason: "不符" });
    expect(readFact({ funds: 1 })).toEqual({ values: { funds: 1 }, returnReason: null });
  });

  it("logs only what differs", () => {
    expect(changesBetween({ a: 1, b: null }, { a: 2, c: true })).toEqual({ a: { from: 1, to: 2 }, c: { from: null, to: true } });
  });
});
