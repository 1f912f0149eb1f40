import { describe, expect, it } from "vitest";
import { conditionsOf } from "@/lib/certification/conditions";
import { documentNumber } from "@/lib/certification/schema";
import { SITE_FIELDS, refuseSiteValue } from "@/lib/certification/site-fields";
import { canonical } from "@/lib/certification/snapshot";
import type { Stage } from "@/lib/certification/stages";
import { drawWay, type WayEvent } from "@/lib/certification/way";

const event = (act: string, fromStage: Stage, toStage: Stage, day: string): WayEvent => ({ act, fromStage, toStage, day, documentNumber: `测〔2026〕${day.slice(-2)}号` });
const TO_CITY = [event("nominate", "nomination", "cultivation", "2026-03-01"), event("admit", "cultivation", "candidacy", "2026-03-02"), event("list", "candidacy", "self", "2026-03-03"), event("apply", "self", "city", "2026-03-04")];

describe("the way as it is drawn", () => {
  it("has days and numbers behind the county, nothing before it", () => {
    const way = drawWay("city", false, TO_CITY);
    expect(way.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "here", "todo", "todo", "todo", "todo", "todo", "todo"]);
    expect(way.slice(0, 5).map(({ day }) => day)).toEqual(["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", null]);
    expect(way[3]?.documentNumber).toBe("测〔2026〕04号");
  });
  it("does not show as done what was returned, and leaves out what is skipped", () => {
    const way = drawWay("self", true, [...TO_CITY.slice(0, 3), event("apply", "self", "province", "2026-03-04"), event("return", "province", "self", "2026-03-05")]);
    expect(way.map(({ stage }) => stage)).not.toContain("city");
    expect(way.find(({ stage }) => stage === "self")).toMatchObject({ state: "here", day: null, documentNumber: "" });
    expect(way.find(({ stage }) => stage === "province")).toMatchObject({ state: "todo", day: null });
  });
  it("ends where the county took its application back", () => {
    const way = drawWay("withdrawn", false, [...TO_CITY, event("retract", "city", "withdrawn", "2026-03-09")]);
    expect(way.map(({ stage }) => stage)).toEqual(["nomination", "cultivation", "candidacy", "self", "withdrawn"]);
    expect(way.at(-1)).toMatchObject({ state: "here", day: "2026-03-09", documentNumber: "测〔2026〕09号" });
  });
  it("ends where it was refused, and goes on after recognition to revocation", () => {
    const refused = drawWay("refused", false, [...TO_CITY, event("endorse", "city", "province", "2026-03-05"), event("recommend", "province", "nation", "2026-03-06"), event("refuse", "nation", "refused", "2026-03-07")]);
    expect(refused.slice(-2).map(({ stage, state, day }) => [stage, state, day])).toEqual([["nation", "ended", "2026-03-07"], ["refused", "here", "2026-03-07"]]);
    const recognised = [...TO_CITY, event("recognise", "verdict", "recognised", "2026-04-01")];
    expect(drawWay("recognised", false, recognised).at(-1)).toMatchObject({ stage: "recognised", state: "here", day: "2026-04-01" });
    const revoked = drawWay("revoked", false, [...recognised, event("correct", "recognised", "correction", "2027-01-01"), event("submitCorrection", "correction", "recheck", "2027-02-01"), event("revoke", "recheck", "revoked", "2027-03-01")]);
    expect(revoked.slice(-4).map(({ stage, state }) => [stage, state])).toEqual([["recognised", "done"], ["correction", "done"], ["recheck", "done"], ["revoked", "here"]]);
  });
});

describe("small rules", () => {
  it("a 文号 has the form of one, whatever brackets the keyboard gave", () => {
    expect(["教督函〔2026〕3号", "教督函[2026] 3 号", "教督函（2026）3号", "教督函【2026】3号"].map((text) => documentNumber.parse(text))).toEqual(Array(4).fill("教督函〔2026〕3号"));
    for (const wrong of ["", "3号", "教督函2026第3号", "教督函〔26〕3号", null]) expect(documentNumber.safeParse(wrong).success).toBe(false);
  });
  it("a figure of people is whole, one of areas has two decimals, none is negative", () => {
    const [pupils, area] = [SITE_FIELDS.find(({ key }) => key === "primary_students"), SITE_FIELDS.find(({ key }) => key === "teaching_area")];
    if (!pupils || !area) throw new Error("no field");
    expect(["0", "12", "1.5", "-1", "", "一"].map((text) => refuseSiteValue(pupils, text) === null)).toEqual([true, true, false, false, false, false]);
    expect(["0.5", "12.25", "1.255", "1e3"].map((text) => refuseSiteValue(area, text) === null)).toEqual([true, true, false, false]);
  });
  it("the same content is the same text in whatever order it came, and another content another", () => {
    expect(canonical({ b: [1, { d: null, c: 0.1 }], a: undefined })).toBe(canonical({ b: [1, { c: 0.1, d: null }] }));
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
  });
  it("conditions that cannot be known are not met", () => {
    const of = (basicBalanceYear: number | null, basicProblemsOpen: number) => conditionsOf({ assessedYear: 2026, basicBalanceYear, basicProblemsOpen, results: null }).map(({ met }) => met);
    expect([of(null, 0), of(2024, 1), of(2023, 0)]).toEqual([[false, true, false, false, false], [false, false, false, false, false], [true, true, false, false, false]]);
  });
});
