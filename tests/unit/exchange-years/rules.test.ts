import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXCHANGE_FIELDS, differingFields, exchangeFaults, exchangeSubmissionFaults, judgeExchange, sharesText, sumExchange, type ExchangeCounts } from "@/lib/exchange-years/rules";
import { COUNTY_RULES } from "@/lib/items/county-rules";

const counts = (eligible: number | null, exchanged: number | null, backbone: number | null, longTerm: number | null = 0): ExchangeCounts => ({ eligible, exchanged, backbone, longTerm });
const count = fc.option(fc.nat(400));
const any = fc.record({ eligible: count, exchanged: count, backbone: count, longTerm: count });

describe("the two shares (教督〔2017〕6号 政府保障 11)", () => {
  it("are exact at 10 % and 20 %: one teacher fewer does not reach them, and never prints as reaching", () => {
    for (const [eligible, exchanged, backbone] of [[100, 10, 2], [10_000_000, 1_000_000, 200_000], [30, 3, 1], [1, 1, 1]] as const) expect(judgeExchange(counts(eligible, exchanged, backbone)).met).toBe(true);
    expect(judgeExchange(counts(10_000_000, 999_999, 200_000)).exchange).toEqual({ text: "9.9%", met: false });
    expect(judgeExchange(counts(101, 10, 2))).toMatchObject({ met: false, exchange: { met: false }, backbone: { met: true } });
    expect(judgeExchange(counts(100, 11, 2)).backbone).toEqual({ text: "18.1%", met: false });
  });
  it("are said in words, what is not known too", () => {
    expect(sharesText(judgeExchange(counts(100, 11, null)))).toBe("交流教师占符合条件教师的比例：11.0%；骨干教师占交流教师的比例：数据未填全");
    expect(sharesText(judgeExchange(counts(null, null, null)), true)).toBe("交流教师占符合条件教师的比例：数据未填全（应≥10%）；骨干教师占交流教师的比例：数据未填全（应≥20%）");
  });
  it("judge as the county item gov-11 does, wherever it can be judged", () => {
    const rule = COUNTY_RULES.find((one) => one.item === "gov-11");
    const sound = fc.integer({ min: 1, max: 3_000 }).chain((eligible) => fc.integer({ min: 1, max: eligible }).chain((exchanged) => fc.nat(exchanged).map((backbone) => ({ eligible, exchanged, backbone }))));
    fc.assert(fc.property(sound, (data) => { expect(judgeExchange({ ...data, longTerm: 0 }).met).toBe(rule?.judge(data).met); }), { numRuns: 1_000 });
  });
  it("know nothing from a blank, and nothing from a county without eligible teachers; nobody exchanged fails", () => {
    expect(judgeExchange(counts(null, 10, 2)).met).toBeNull();
    expect(judgeExchange(counts(100, 10, null))).toMatchObject({ met: null, backbone: { text: "数据未填全" } });
    expect(judgeExchange(counts(0, 0, 0))).toMatchObject({ met: null, exchange: { text: "—" } });
    expect(judgeExchange(counts(50, 0, 0)).met).toBe(false);
  });
});

describe("what is entered", () => {
  it("keeps 骨干 ≤ 交流 ≤ 符合条件 and the long exchanges within the exchanged; a blank contradicts nothing", () => {
    fc.assert(fc.property(any, (one) => {
      const whole = EXCHANGE_FIELDS.every((field) => one[field] !== null);
      const sound = whole && (one.exchanged ?? 0) <= (one.eligible ?? 0) && (one.backbone ?? 0) <= (one.exchanged ?? 0) && (one.longTerm ?? 0) <= (one.exchanged ?? 0);
      expect(Object.keys(exchangeSubmissionFaults(one)).length === 0).toBe(sound);
    }), { numRuns: 2_000 });
    expect(exchangeFaults(counts(10, 11, 12, 12))).toEqual({ exchanged: expect.any(String), backbone: expect.any(String), longTerm: expect.any(String) });
    expect(exchangeFaults(counts(null, 11, null, null))).toEqual({});
    expect(Object.keys(exchangeFaults(counts(5, null, 6, null)))).toEqual(["backbone"]);
  });
});

describe("sums and comparison", () => {
  it("a field that one school has not filled in stays unknown in the sum; no school is no sum", () => {
    expect(sumExchange([counts(10, 2, 1), counts(20, null, 0)])).toEqual(counts(30, null, 1));
    expect(sumExchange([])).toEqual(counts(null, null, null, null));
  });
  it("names the fields in which sources that know a figure disagree", () => {
    expect(differingFields([counts(30, 3, 1), null, { eligible: 30, exchanged: 4, backbone: 1 }])).toEqual(["exchanged"]);
    expect(differingFields([counts(null, 3, 1), { eligible: 30, exchanged: 3, backbone: null }])).toEqual([]);
    fc.assert(fc.property(any, (one) => { expect(differingFields([one, one, null])).toEqual([]); }));
  });
});
