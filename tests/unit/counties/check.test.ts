import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictions, faultsOf } from "@/lib/counties/check";
import { COUNTY_FORMS } from "@/lib/counties/form";
import type { SectionData } from "@/lib/forms/field";

const formOf = (item: string) => {
  const form = COUNTY_FORMS.find((candidate) => candidate.item === item);
  if (!form) throw new Error(item);
  return form;
};
const faults = (item: string, data: SectionData, statement = "") => faultsOf(formOf(item), data, statement);

describe("what keeps an item from being submitted", () => {
  it("names every required field of an empty item", () => {
    for (const form of COUNTY_FORMS)
      for (const field of form.fields.filter((one) => one.required)) expect(faults(form.item, {}), `${form.item}.${field.key}`).toHaveProperty(field.key);
  });

  it("takes no bare conclusion", () => {
    expect(faults("gov-1", { met: "yes" })).toEqual({ statement: "请写明结论的依据。" });
    expect(faults("gov-1", { met: "yes" }, "规划已批准。")).toEqual({});
  });

  it("takes zero and 否 as answers, not as missing", () => {
    expect(faults("gov-7", { funds: 0, pupils: 0 })).toEqual({});
    expect(faults("veto", { exam: false, choice: false, keySchools: false, posts: false, incident: false, falsified: false })).toEqual({});
  });

  it("asks for both halves of a subject, and for one subject at least", () => {
    expect(Object.keys(faults("qual-9", {}))).toEqual(["chineseLevel"]);
    expect(Object.keys(faults("qual-9", { mathsLevel: 3 }))).toContain("mathsSpread");
    expect(faults("qual-9", { mathsLevel: 3, mathsSpread: 0.12 })).toEqual({});
  });

  it("asks for the satisfied among the visited", () => {
    expect(Object.keys(faults("recognition", { valid: 100, satisfied: 90, interviewed: 10 }))).toEqual(["interviewedSatisfied"]);
  });
});

describe("contradictions", () => {
  it("stand at the part that exceeds the whole", () => {
    expect(contradictions("gov-15", { eligible: 100, public: 90, purchased: 11 })).toEqual({ purchased: "两类学校就读人数之和不能多于符合条件的随迁子女数。" });
    expect(contradictions("gov-15", { eligible: 100, public: 90, purchased: 10 })).toEqual({});
    expect(Object.keys(contradictions("gov-11", { eligible: 10, exchanged: 11, backbone: 12 }))).toEqual(["exchanged", "backbone"]);
  });

  it("need both numbers, and hold exactly when the part is greater", () => {
    expect(contradictions("qual-2", { enrolled: 5 })).toEqual({});
    fc.assert(fc.property(fc.nat(), fc.nat(), (children, enrolled) => {
      expect("enrolled" in contradictions("qual-2", { children, enrolled })).toBe(enrolled > children);
    }));
  });
});
