import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGES, LEDGER_ACTS, LEDGER_ACT_KEYS, LEDGER_ROLES, LEDGER_STATES, OWNERS, afterLedgerAct, ageOf, asksText, daysOpen, isLate, rectifies, refuseLedgerAct, type LedgerStanding } from "@/lib/ledger/rules";

const standing: fc.Arbitrary<LedgerStanding> = fc.record({ state: fc.constantFrom(...LEDGER_STATES), owner: fc.constantFrom(...OWNERS), rectifiedBy: fc.subarray(["me", "you"]) });
const role = fc.option(fc.constantFrom(...LEDGER_ROLES), { nil: null });
const act = fc.constantFrom(...LEDGER_ACT_KEYS);

describe("the ledger's procedure", () => {
  it("refuses with a sentence whatever the procedure does not know, for every state, act and role", () => {
    fc.assert(fc.property(standing, act, role, (entry, what, who) => {
      const refusal = refuseLedgerAct(entry, what, { role: who, userId: "me" });
      const known = LEDGER_ACTS[what];
      const inRule = who !== null && (known.by as readonly string[]).includes(who) && (known.from as readonly string[]).includes(entry.state);
      if (!inRule) expect(refusal).toMatch(/^[^A-Za-z]+。$/);
      else if (what !== "verify" && what !== "return") expect(refusal).toBeNull();
    }));
  });
  it("closes by verification alone, from 待核验 alone, and never by who rectified: not the owner, not the bureau its own, not the person", () => {
    fc.assert(fc.property(standing, act, role, (entry, what, who) => {
      if (afterLedgerAct(entry.state, what) !== "closed" || entry.state === "closed") return;
      expect(what).toBe("verify");
      const allowed = refuseLedgerAct(entry, what, { role: who, userId: "me" }) === null;
      const own = entry.rectifiedBy.includes("me") || (who === "bureau" && entry.owner === "bureau");
      expect(allowed).toBe(entry.state === "waiting" && who !== null && who !== "owner" && !own);
    }));
  });
  it("whoever submits, and the owner who works on it, has rectified and stays barred", () => {
    fc.assert(fc.property(act, role, (what, who) => {
      expect(rectifies(what, who)).toBe(what === "submit" || (who === "owner" && ["start", "report"].includes(what)));
    }));
    expect(refuseLedgerAct({ state: "waiting", owner: "school", rectifiedBy: ["me"] }, "verify", { role: "bureau", userId: "me" })).toMatch(/另一人/);
  });
  it("any history of allowed acts ends in a known state, and a closed entry was waiting just before", () => {
    fc.assert(fc.property(fc.array(fc.tuple(act, role, fc.constantFrom("me", "you", "her"))), (steps) => {
      const entry: LedgerStanding = { state: "open", owner: "school", rectifiedBy: [] };
      for (const [what, who, userId] of steps) {
        if (refuseLedgerAct(entry, what, { role: who, userId })) continue;
        const before = entry.state;
        entry.state = afterLedgerAct(before, what);
        if (rectifies(what, who)) entry.rectifiedBy = [...entry.rectifiedBy, userId];
        expect(LEDGER_STATES).toContain(entry.state);
        if (entry.state === "closed") { expect(before).toBe("waiting"); expect(entry.rectifiedBy).not.toContain(userId); }
      }
    }));
  });
  it("asks for words where it returns, reopens, reports, submits, and to close what the figures do not confirm", () => {
    expect(LEDGER_ACT_KEYS.filter((what) => asksText(what, { dataMet: true }))).toEqual(["report", "submit", "return", "reopen"]);
    expect(asksText("verify", { dataMet: false })).toBe(true);
  });
  it("is late by days while it is still to be rectified, and ages in four steps without a gap", () => {
    expect(LEDGER_STATES.map((state) => isLate({ state, dueOn: "2026-06-30" }, "2026-07-01"))).toEqual([true, true, false, false]);
    expect([isLate({ state: "open", dueOn: "2026-07-01" }, "2026-07-01"), isLate({ state: "open", dueOn: null }, "2026-07-01")]).toEqual([false, false]);
    expect(["2026-07-01", "2026-06-01", "2026-05-31", "2026-04-02", "2026-04-01", "2026-01-02", "2026-01-01"].map((day) => ageOf(day, "2026-07-01"))).toEqual(["month", "month", "quarter", "quarter", "half", "half", "longer"]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
      const opened = new Date(Date.UTC(2026, 0, 1) - days * 86_400_000).toISOString().slice(0, 10);
      expect(daysOpen(opened, "2026-01-01")).toBe(days);
      const at = AGES.findIndex((age) => age.key === ageOf(opened, "2026-01-01"));
      expect(days <= (AGES[at]?.upTo ?? 0) && days > (AGES[at - 1]?.upTo ?? -1)).toBe(true);
    }));
  });
});
