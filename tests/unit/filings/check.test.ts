import { describe, expect, it } from "vitest";
import { checkFiling, jumps } from "@/lib/filings/check";
import { FILING_SECTIONS, sectionsFor } from "@/lib/filings/form";
import { parseFields } from "@/lib/filings/schema";
import { FILING_ACTS, FILING_STATES, mayAct } from "@/lib/filings/states";
import { closedReason } from "@/lib/filings/window";

const fields = FILING_SECTIONS.flatMap((section) => section.fields);
const parse = (raw: Record<string, unknown>) => parseFields(fields, raw);
const about = (data: Parameters<typeof checkFiling>[1], field: string) => checkFiling({ kind: "primary" }, data).find((finding) => finding.field === field && !finding.blank)?.message;

describe("what comes in from the form", () => {
  it("reads full-width digits and thousands separators, and empty as not filled in", () => {
    expect(parse({ primaryStudents: "１，２０３", teachingArea: "4,500.50", migrantStudents: " " }).values).toEqual({ primaryStudents: 1203, teachingArea: 4500.5, migrantStudents: null });
  });

  it.each([
    ["primaryStudents", "-1", "不能为负数。"],
    ["primaryStudents", "12.5", "请填写整数。"],
    ["primaryStudents", "很多", "请填写数字。"],
    ["builtYear", "97", "请填写四位年份。"],
    ["multimediaRooms", 1e9, "不能大于 9999。"],
    ["boarding", "yes", "请选择。"],
  ])("%s = %s: %s", (field, value, sentence) => expect(parse({ [field]: value })).toEqual({ values: {}, errors: { [field]: sentence } }));

  it("keeps what is right beside what is wrong and drops what is not asked", () => {
    expect(parse({ primaryStudents: "x", migrantStudents: 3, evil: "1" })).toEqual({ values: { migrantStudents: 3 }, errors: { primaryStudents: "请填写数字。" } });
  });

  it("has one key a field, and asks each kind of school for its own stages only", () => {
    expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length);
    const asked = (kind: Parameters<typeof sectionsFor>[0]) => sectionsFor(kind).flatMap((section) => section.fields.map((field) => field.key));
    expect(asked("primary")).not.toContain("juniorStudents");
    expect(asked("complete_secondary")).toEqual(expect.arrayContaining(["juniorStudents", "seniorStudents"]));
    expect(asked("complete_secondary")).not.toContain("primaryStudents");
  });
});

describe("what stands against a submission", () => {
  it.each([
    [{ students: { primaryStudents: 90, primaryClassSizes: [{ grade: "一年级", name: "1班", pupils: 40 }, { grade: "一年级", name: "2班", pupils: 49 }] } }, "primaryClassSizes", "合计 89 人，与在校生数 90 人不一致"],
    [{ teachers: { primaryFullTimeTeachers: 10, primaryBackboneTeachers: 11 } }, "primaryBackboneTeachers", "不能大于"],
    [{ teachers: { primaryFullTimeTeachers: 10, certifiedTeachers: 11 } }, "certifiedTeachers", "不能大于专任教师总数 10"],
    [{ premises: { teachingArea: 100, indoorSportsArea: 100.01 } }, "indoorSportsArea", "不能大于"],
    [{ funding: { fundsBudget: 10, trainingBudget: 11 } }, "trainingBudget", "不能大于"],
  ])("%j", (data, field, sentence) => expect(about(data, field)).toContain(sentence));

  it("warns of a jump and does not block for it", () => {
    const found = jumps("primary", { teachers: { primaryBackboneTeachers: 4 } }, { teachers: { primaryBackboneTeachers: 10 } });
    expect(found).toEqual([{ severity: "warning", section: "teachers", field: "primaryBackboneTeachers", message: "比上年减少 60%（上年 10），请核对是否属实。" }]);
    expect(jumps("primary", { teachers: { primaryBackboneTeachers: 5 } }, { teachers: { primaryBackboneTeachers: 10 } })).toEqual([]);
  });
});

describe("the states of a filing", () => {
  it("allows in each state just what its table says", () => {
    const table = Object.fromEntries(FILING_STATES.map((state) => [state, (Object.keys(FILING_ACTS) as (keyof typeof FILING_ACTS)[]).filter((act) => mayAct(state, act))]));
    expect(table).toEqual({
      open: ["edit", "submit"], submitted: ["return", "approve"], returned: ["edit", "submit"], approved: ["correct"], correcting: ["edit", "resubmit"], resubmitted: ["returnCorrection", "approve"],
    });
  });

  it("opens and closes by the day of Shanghai", () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const window = { opensOn: day("2026-10-08"), closesOn: day("2026-12-15"), exceptionEndsOn: null };
    expect(closedReason(window, "open", new Date("2026-12-15T15:59:00Z"))).toBeNull(); // 23:59 there
    expect(closedReason(window, "open", new Date("2026-12-15T16:00:00Z"))).toContain("截止");
    expect(closedReason(window, "open", new Date("2026-10-07T15:59:00Z"))).toContain("开始");
    expect(closedReason({ ...window, exceptionEndsOn: day("2026-12-20") }, "open", new Date("2026-12-18T00:00:00Z"))).toBeNull();
    expect(closedReason(window, "returned", new Date("2026-12-18T00:00:00Z"))).toBeNull();
    expect(closedReason(null, "open", new Date())).toContain("尚未开启");
  });
});
