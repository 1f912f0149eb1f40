import { describe, expect, it } from "vitest";
import { homeOf, placeOf, scopeOf, toActor, type Actor } from "@/lib/access/actor";
import { addressOf } from "@/lib/access/address";
import { ACTS, allows, can, type Act } from "@/lib/access/permissions";
import { ancestry, levelOf, within } from "@/lib/divisions/codes";
import type { OfficeRow } from "@/lib/db/doors";

const office = (part: Partial<OfficeRow>): OfficeRow => ({ id: "m", office: "education", level: "county", divisionCode: "640422", divisionName: "西吉县", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: ["handler", "reviewer", "signer"], ...part });
const actor = (...offices: OfficeRow[]): Actor => {
  const made = toActor({ user_id: "u", username: "n", display_name: "d", must_change_password: false, demo: false, membership_id: null, offices });
  if (!made) throw new Error("no office");
  return made;
};
const acts = Object.keys(ACTS) as Act[];
/** What concerns the person alone. */
const EVERYBODY: Act[] = ["token.own", "office.own", "search.use", "notice.own"];
const of = (part: Partial<OfficeRow>) => acts.filter((act) => !EVERYBODY.includes(act) && allows(office(part), act));
const READ = ["results.read", "schools.read", "evidence.read", "task.read", "plan.read", "leading-group.read", "ledger.read"];
/** Visits, yearly records of teachers and school groups. */
const OVERSEE = ["visit.read", "teacher-record.read", "group.read", "experience.read", "nomination.read"];
const EVALUATED = "certification.read";
const PRESSED = ["directive.read", "directive.reply"];
const FLAGS = ["flag.read", "flag.answer"];

describe("the permission table, whole", () => {
  it.each([
    ["education", "county", ["nomination.write", ...READ, "filing.read", "filing.review", "filing.correct", "filing.import", "filing-year.manage", "roster.manage", "county-fact.edit", "county-fact.approve", "evidence.edit", "task.report", "task.manage", "plan.manage", "ledger.act", "ledger.manage", "request.send", "request.answer", "interview.edit", "account.manage", "guidance.reply", ...OVERSEE, "visit.write", "visit.manage", "teacher-record.edit", "teacher-record.confirm", "group.manage", "experience.write", "survey.manage", EVALUATED, ...FLAGS, ...PRESSED]],
    ["education", "city", ["nomination.review", ...READ, "filing.read", "standard.manage", "task-template.manage", "plan.manage", "request.send", "request.answer", "account.manage", "guidance.send", "guidance.reply", ...OVERSEE, EVALUATED, "flag.read", ...PRESSED, "directive.send"]],
    ["education", "province", ["nomination.review", ...READ, "filing.read", "standard.manage", "task-template.manage", "plan.manage", "request.send", "request.answer", "account.manage", "guidance.send", "guidance.reply", "plan.lock", "zone.manage", "evidence.edit", ...OVERSEE, "experience.review", EVALUATED, "flag.read", ...PRESSED, "directive.send"]],
    ["education", "nation", ["nomination.review", ...READ, "filing.read", "request.answer", "account.manage", "guidance.send", ...OVERSEE, "experience.review", EVALUATED, "flag.read", "directive.read", "directive.send"]],
    ["supervision", "county", [...READ, "filing.read", "task.report", "ledger.act", "interview.edit", ...OVERSEE, "visit.write", "inspection.write", "evidence.edit", EVALUATED, ...FLAGS, ...PRESSED]],
    ["supervision", "city", [...READ, "filing.read", "guidance.send", ...OVERSEE, EVALUATED, "certification.evaluate", "evidence.edit", "flag.read", "flag.judge", ...PRESSED, "directive.send"]],
    ["supervision", "nation", [...READ, "filing.read", "guidance.send", ...OVERSEE, EVALUATED, "certification.evaluate", "evidence.edit", "flag.read", "flag.judge", "directive.read", "directive.send"]],
    ["government", "county", [...READ, ...OVERSEE, EVALUATED, "certification.apply", "evidence.edit", "flag.read", ...PRESSED]],
    ["section", "county", [...READ, "filing.read", "county-fact.edit", "evidence.edit", "task.report", "ledger.act", ...OVERSEE, EVALUATED]],
    ["unit", "county", ["leading-group.read", "county-fact.edit", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act"]],
    ["inspector", "county", ["schools.read", "filing.read", "evidence.read", "task.read", "ledger.read", "ledger.act", "visit.read", "visit.write", "evidence.edit", "teacher-record.read"]],
    ["filler", "school", ["schools.read", "filing.read", "filing.edit", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act", "visit.read", "teacher-record.read", "teacher-record.edit"]],
    ["principal", "school", ["request.send", "schools.read", "filing.read", "filing.edit", "filing.submit", "filing.correct", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act", "visit.read", "visit.answer", "teacher-record.read", "teacher-record.edit"]],
    ["sysadmin", "nation", ["account.manage"]],
    ["expert", "city", ["expert.visit"]],
    ["expert", "province", ["expert.visit"]],
    ["expert", "nation", ["expert.visit"]],
    ["expert", "county", []],
    ["education", "school", []],
  ] as const)("%s at %s", (name, level, expected) => expect(of({ office: name, level }).sort()).toEqual([...expected].sort()));

  it("adds up offices of the same place only", () => {
    const here = { level: "school" as const, schoolId: "s1" };
    expect(can(actor(office({ ...here, id: "a", office: "filler" }), office({ ...here, id: "b", office: "principal" })), "filing.submit")).toBe(true);
    expect(can(actor(office({ ...here, id: "a", office: "filler" }), office({ level: "school", schoolId: "s2", id: "b", office: "principal" })), "filing.submit")).toBe(false);
    expect(can(actor(office({ ...here, id: "a", office: "filler" }), office({ id: "b" })), "filing.review")).toBe(false);
    // an inspector's schools are no county: what is allowed there does not widen to it
    expect(can(actor(office({ id: "a", office: "government" }), office({ id: "b", office: "inspector", schoolIds: ["s1"] })), "filing.read")).toBe(false);
    // an expert is nothing else while being one, and one's other office at the same place is no expert
    const expert = office({ id: "a", office: "expert", level: "province", divisionCode: "64" });
    const evaluator = office({ id: "b", office: "supervision", level: "province", divisionCode: "64" });
    expect([can(actor(expert, evaluator), "certification.evaluate"), can(actor(evaluator, expert), "expert.visit"), can(actor(expert, evaluator), "expert.visit")]).toEqual([false, false, true]);
    for (const act of EVERYBODY) expect(can(actor(office({ id: "a", office: "unit", unitId: "n1" })), act)).toBe(true);
  });
});

describe("the reach of an office", () => {
  it("is one school, a list, one unit or a subtree, and never two of them", () => {
    expect(scopeOf(actor(office({ level: "school", office: "filler", schoolId: "s1" })))).toEqual({ division: "", schools: ["s1"], county: "640422", unit: "", user: "u" });
    expect(scopeOf(actor(office({ office: "inspector", schoolIds: ["s1", "s2"] })))).toEqual({ division: "", schools: ["s1", "s2"], county: "640422", unit: "", user: "u" });
    expect(scopeOf(actor(office({ office: "unit", unitId: "n1" })))).toEqual({ division: "", schools: [], county: "640422", unit: "n1", user: "u" });
    expect(scopeOf(actor(office({ office: "expert", level: "nation", divisionCode: "cn" })))).toEqual({ division: "", schools: [], county: "", unit: "", user: "u" });
    expect(scopeOf(actor(office({})))).toEqual({ division: "640422", schools: [], county: "", unit: "", user: "u" });
  });

  it("lands everybody on a page of their own", () => {
    expect(homeOf(actor(office({ office: "unit", unitId: "n1" })))).toBe("/work");
    expect(placeOf(actor(office({ office: "unit", unitId: "n1" })))).toBe("/d/640422/tasks");
    expect(placeOf(actor(office({ office: "inspector" })))).toBe("/s");
    const expert = actor(office({ office: "expert", level: "city", divisionCode: "6404" }));
    expect([homeOf(expert), placeOf(expert)]).toEqual(["/visits", "/visits"]);
    expect(homeOf(actor(office({ office: "sysadmin", level: "nation", divisionCode: "cn" })))).toBe("/accounts");
  });
});

describe("codes and addresses", () => {
  it("an empty scope reaches nothing, the nation everything, a prefix its own", () => {
    expect([within("640422", ""), within("640422", "cn"), within("640422", "6404"), within("640422", "6405"), within("cn", "64")]).toEqual([false, true, true, false, false]);
    expect(["cn", "64", "6404", "640422", "640", "x", ""].map(levelOf)).toEqual(["nation", "province", "city", "county", null, null, null]);
    expect(ancestry("640422")).toEqual(["cn", "64", "6404", "640422"]);
  });

  it("takes the address that the nearest hop wrote", () => {
    expect(addressOf({ "x-forwarded-for": "1.1.1.1, 10.0.0.9" })).toBe("10.0.0.9");
    expect(addressOf({})).toBe("unknown");
  });
});
