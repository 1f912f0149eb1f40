import { describe, expect, it } from "vitest";
import { balanceSeats, isProjectLate, type SeatRow } from "@/lib/projects/rules";

const row = (year: number, needed: number, available: number): SeatRow => ({ year, stage: "primary", needed, available });
const project = (deliveryOn: string, places: number, state = "building", stage = "primary") => ({ deliveryOn, places, state, stage });

describe("学位供需", () => {
  it("adds what is delivered by 1 September, once for all later years, of the same stage, without what is paused", () => {
    const projects = [project("2026-09-01", 300), project("2026-09-02", 200), project("2026-08-01", 90, "paused"), project("2026-08-01", 80, "delivered", "junior"), project("2025-08-31", 50, "delivered")];
    expect(balanceSeats([row(2027, 1500, 1000), row(2026, 1400, 1000)], projects).map(({ year, added, gap }) => [year, added, gap])).toEqual([[2026, 300, -100], [2027, 500, 0]]);
  });
  it("a project is late by days, never when delivered or paused", () => {
    expect(["planned", "building", "delivered", "paused"].map((state) => isProjectLate({ state, deliveryOn: "2026-11-21" }, "2026-11-22"))).toEqual([true, true, false, false]);
    expect(isProjectLate({ state: "building", deliveryOn: "2026-11-22" }, "2026-11-22")).toBe(false);
  });
});
