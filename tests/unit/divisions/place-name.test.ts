import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeName } from "@/lib/divisions/place-name";

const COUNTY = "山东省 / 济南市 / 市中区";

describe("the name of a place where it is read", () => {
  it("has the city above the city, and the province above the province", () => {
    expect(["全国", "山东省", "山东省 / 济南市", COUNTY].map((read) => placeName(COUNTY, read))).toEqual(["山东省济南市市中区", "济南市市中区", "市中区", "市中区"]);
    expect(placeName("山东省 / 济南市", "全国")).toBe("山东省济南市");
    expect(placeName("山东省", "山东省")).toBe("山东省");
  });
  it("has no heading of the code table in it, and no province twice", () => {
    expect(placeName("上海市 / 黄浦区", "全国")).toBe("上海市黄浦区");
    expect(placeName("上海市 / 黄浦区", "上海市 / 上海市市辖区")).toBe("黄浦区");
    expect(placeName("上海市 / 上海市市辖区", "全国")).toBe("上海市市辖区");
  });
  it("ends in its own name, and differs between two cities for one who stands above them", () => {
    const word = fc.stringMatching(/^[甲乙丙丁]{2,3}$/);
    fc.assert(fc.property(word, word, word, word, (province, one, other, county) => {
      fc.pre(one !== other && !county.startsWith(one) && !county.startsWith(other));
      const [a, b] = [one, other].map((city) => placeName(`${province}省 / ${city}市 / ${county}区`, `${province}省`));
      expect(a).toBe(`${one}市${county}区`);
      expect(a).not.toBe(b);
    }));
  });
});
