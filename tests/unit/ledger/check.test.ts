import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCheck, planCheck, type Standing, type Verdict } from "@/lib/ledger/check-rules";
import { itemGap } from "@/lib/ledger/item-gap";
import { ITEM_KEYS, itemName, itemTitle } from "@/lib/ledger/item-names";
import { toItemFacts } from "@/lib/items/item-facts";
import { LEDGER_STATES } from "@/lib/ledger/rules";

const KEYS = ["a", "b", "c", "d", "e", "f"];
const gap = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null });
const verdict = fc.record({ key: fc.constantFrom(...KEYS), met: fc.constantFrom(true, false, null), problem: fc.constantFrom("p", "q"), gap })
  .map((part): Verdict => ({ schoolId: "s", schoolName: "甲校", source: "shortfall", stage: null, item: "x", gapUnit: "人", ...part }));
const verdicts = fc.uniqueArray(verdict, { selector: (one) => one.key });
const standing = fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), state: fc.constantFrom(...LEDGER_STATES), dataMet: fc.boolean(), dataYear: fc.constantFrom(2024, 2025), problem: fc.constantFrom("p", "q"), gap }), { selector: (one) => one.key })
  .map((list): Standing[] => list.map((one) => ({ ...one, id: `id-${one.key}` })));

/** The ledger after a plan, as the statements write it. */
function after(entries: Standing[], found: Verdict[], year: number): Standing[] {
  const { open, changes } = planCheck(entries, found, year);
  const byId = new Map(changes.map((change) => [change.id, change]));
  return [
    ...entries.map((entry) => { const change = byId.get(entry.id); return change ? { ...entry, state: change.to, dataMet: change.dataMet, problem: change.problem, gap: change.gap, dataYear: year } : entry; }),
    ...open.map((one): Standing => ({ id: `id-${one.key}`, key: one.key, state: "open", dataMet: false, dataYear: year, problem: one.problem, gap: one.gap })),
  ];
}

describe("自查", () => {
  it("changes nothing the second time, opens each finding once, and never closes", () => {
    fc.assert(fc.property(standing, verdicts, (entries, found) => {
      const once = after(entries, found, 2025);
      expect(planCheck(once, found, 2025)).toEqual({ open: [], changes: [] });
      expect(new Set(once.map((entry) => entry.key)).size).toBe(once.length);
      for (const entry of once) if (entry.state === "closed") expect(entries.find((one) => one.id === entry.id)?.state).toBe("closed");
    }));
  });
  it("leaves what is not known as it is; every failing item has an entry that is not closed, unless it was closed on evidence in the same year", () => {
    fc.assert(fc.property(standing, verdicts, (entries, found) => {
      const now = new Map(after(entries, found, 2025).map((entry) => [entry.key, entry]));
      const before = new Map(entries.map((entry) => [entry.key, entry]));
      for (const one of found) {
        const [was, is] = [before.get(one.key), now.get(one.key)];
        if (one.met === null) expect(is).toEqual(was);
        if (one.met === true && is && is.state !== "closed" && !was?.dataMet) expect([is.state, is.dataMet]).toEqual(["waiting", true]);
        if (one.met === false) {
          expect(is?.dataMet).toBe(false);
          if (is?.state === "closed") expect([was?.state, was?.dataMet, was?.dataYear]).toEqual(["closed", false, 2025]);
        }
      }
    }));
  });
  it("says what it did", () => {
    const one = (key: string, met: boolean): Verdict => ({ key, schoolId: null, schoolName: null, source: "self_check", stage: null, item: "gov-1", met, problem: "p", gap: null, gapUnit: null });
    const entry = (key: string, state: Standing["state"], dataMet = false, dataYear = 2024): Standing => ({ id: key, key, state, dataMet, dataYear, problem: "p", gap: null });
    const found = [one("new", false), one("still", false), one("better", true), one("worse", false), one("again", false), one("borne-out", true)];
    const plan = planCheck([entry("still", "doing"), entry("better", "open"), entry("worse", "waiting", true), entry("again", "closed", true), entry("borne-out", "closed")], found, 2025);
    expect(plan.changes.map((change) => [change.id, change.kind, change.from, change.to])).toEqual([["still", "refresh", "doing", "doing"], ["better", "met", "open", "waiting"], ["worse", "unmet", "waiting", "doing"], ["again", "reopen", "closed", "doing"], ["borne-out", "confirm", "closed", "closed"]]);
    expect(countCheck(plan, found)).toEqual({ opened: 1, refreshed: 1, met: 1, reopened: 2, failing: 4 });
  });
});

describe("what an entry is about", () => {
  it("has a Chinese name for every item that the self-check can find", () => {
    for (const item of ITEM_KEYS) expect(itemName(item), item).toMatch(/[\u4e00-\u9fff]/);
    expect([itemTitle("cv:sportsArea", "junior"), itemTitle("", null), itemTitle("gov-3", null)]).toEqual(["初中 · 差异系数：体育运动场馆", "其他", "音乐、美术专用教室"]);
  });
  it("knows gaps in absolute numbers", () => {
    const none = { primary: null, junior: null };
    const facts = { code: "1", name: "甲", kind: "primary" as const, students: { primary: 2100, junior: null, senior: null }, classes: { primary: 25, junior: null }, maxClass: none, degreeTeachers: none, backboneTeachers: none, artsPeTeachers: none, teachingArea: null, indoorSportsArea: null, sportsFieldArea: null, equipmentValueWan: null, multimediaRooms: null };
    const room = (area: number) => ({ name: "r", area, builtYear: null });
    const more = { ...toItemFacts({}), classes: { primary: [45, 46, 50], junior: null }, musicRooms: [room(96), room(95)], artRooms: [room(90), room(90)], fullTime: { primary: 100, junior: null }, certified: 98, trained: 90, fundsBudget: 100, trainingBudget: 3.5 };
    const of = (item: string, musicArtRooms = "oneEach") => itemGap(item, { facts, more }, { musicArtRooms });
    // 25 classes ask for 3 of each: 1 music and 2 art rooms are large enough
    expect([of("gov-3"), of("gov-3", "together"), of("gov-4"), of("gov-5"), of("gov-9"), of("gov-12"), of("qual-4"), of("qual-6")]).toEqual([
      { gap: 3, gapUnit: "间" }, null, { gap: 100, gapUnit: "人" }, { gap: 6, gapUnit: "人" }, { gap: 10, gapUnit: "人" }, { gap: 2, gapUnit: "人" }, { gap: 15000, gapUnit: "元" }, null,
    ]);
  });
});
