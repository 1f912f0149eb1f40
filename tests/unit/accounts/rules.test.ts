import { describe, expect, it } from "vitest";
import { choicesOf, exists, firstFree, LEVEL_KEYS, levelOfPlace, mayManage, OFFICE_KEYS, suggestUsername, takenSentence, USERNAME, type LevelKey, type OfficeKey, type Position } from "@/lib/accounts/rules";
import { initialPassword, newSecrets } from "@/lib/accounts/secrets";
import { verifyPassword } from "@/lib/access/hash";

const HOME: Record<LevelKey, string> = { nation: "cn", province: "64", city: "6404", county: "640422", school: "640422" };
const ELSEWHERE: Record<LevelKey, string> = { nation: "cn", province: "37", city: "3701", county: "370102", school: "370102" };
const every: { office: OfficeKey; level: LevelKey }[] = OFFICE_KEYS.flatMap((office) => LEVEL_KEYS.map((level) => ({ office, level })));
const at = ({ office, level }: { office: OfficeKey; level: LevelKey }, places: Record<LevelKey, string>): Position => ({ office, level, divisionCode: places[level] });
const bureau = (level: LevelKey): Position => at({ office: "education", level }, HOME);

/** What each bureau may fill below it, written out: level of the bureau → `level:office`. */
const TABLE: Record<LevelKey, string[]> = {
  nation: ["nation:expert", "province:education", "province:supervision"],
  province: ["province:expert", "city:education", "county:education", "city:supervision", "county:supervision", "city:government", "county:government"],
  city: ["city:expert", "county:education", "county:supervision", "county:government"],
  county: ["county:supervision", "county:government", "county:section", "county:unit", "county:inspector", "school:filler", "school:principal"],
  school: [],
};

describe("mayManage", () => {
  it.each(LEVEL_KEYS)("education at %s: every office at every level of its own territory", (level) => {
    const manager = bureau(level);
    for (const target of every) expect(mayManage(manager, at(target, HOME)), `${target.level}:${target.office}`).toBe(TABLE[level].includes(`${target.level}:${target.office}`));
  });

  it.each(["province", "city", "county"] as const)("education at %s: nothing outside its territory", (level) => {
    for (const target of every) expect(mayManage(bureau(level), at(target, ELSEWHERE)), `${target.level}:${target.office}`).toBe(false);
  });

  it("a county has nothing in the county next to it, a city nothing in the next city", () => {
    expect(mayManage(bureau("county"), { office: "filler", level: "school", divisionCode: "640423" })).toBe(false);
    expect(mayManage(bureau("city"), { office: "education", level: "county", divisionCode: "640121" })).toBe(false);
  });

  it.each(every.filter(({ office }) => !["education", "sysadmin"].includes(office)))("$office at $level manages nobody", (manager) => {
    for (const target of every) expect(mayManage(at(manager, HOME), at(target, HOME))).toBe(false);
  });

  it("a system administrator fills every position that exists, anywhere", () => {
    const admin: Position = { office: "sysadmin", level: "nation", divisionCode: "cn" };
    for (const places of [HOME, ELSEWHERE]) for (const target of every) expect(mayManage(admin, at(target, places))).toBe(exists(at(target, places)));
    expect(mayManage({ ...admin, level: "county", divisionCode: "640422" }, bureau("county"))).toBe(false);
  });

  it("refuses a level that does not fit the code", () => {
    expect(mayManage(bureau("province"), { office: "education", level: "county", divisionCode: "6404" })).toBe(false);
    expect(mayManage({ office: "education", level: "province", divisionCode: "6404" }, bureau("county"))).toBe(false);
    expect(mayManage(bureau("county"), { office: "filler", level: "school", divisionCode: "" })).toBe(false);
  });

  it("offers exactly what it allows", () => {
    for (const manager of every.map((kind) => at(kind, HOME)).filter(exists))
      expect(choicesOf(manager)).toEqual(every.filter((target) => mayManage(manager, at(target, HOME))));
  });
});

describe("usernames", () => {
  it("suggests the office and the code of the place", () => {
    expect(suggestUsername("filler", "2164000001")).toBe("school-2164000001");
    expect(suggestUsername("principal", "2164000001")).toBe("principal-2164000001");
    expect(suggestUsername("education", "640422")).toBe("county-640422");
    expect(suggestUsername("education", "64")).toBe("province-64");
    expect(suggestUsername("supervision", "6404")).toBe("supervision-6404");
    expect(suggestUsername("education", "")).toBe("");
    expect(levelOfPlace("2164000001")).toBe("school");
  });

  it("allows plain characters only, and every suggestion", () => {
    for (const name of ["school-2164000001", "zhang.san", "a_b1"]) expect(USERNAME.test(name)).toBe(true);
    for (const name of ["abc", "-abcd", "张老师", "a b c", "Abcd", "a".repeat(41), "a'b--;"]) expect(USERNAME.test(name)).toBe(false);
    for (const { office, level } of every) expect(suggestUsername(office, HOME[level])).toMatch(USERNAME);
  });

  it("numbers what is taken and says which name clashed", () => {
    expect(firstFree("school-1", new Set())).toBe("school-1");
    expect(firstFree("school-1", new Set(["school-1", "school-1-2"]))).toBe("school-1-3");
    expect(takenSentence(["school-1"])).toBe("用户名“school-1”已被使用，请换一个。");
  });
});

describe("initial passwords", () => {
  it("are twelve characters that nobody misreads, all different", () => {
    const made = Array.from({ length: 300 }, initialPassword);
    expect(new Set(made).size).toBe(300);
    for (const password of made) {
      expect(password).toMatch(/^[2-9A-HJ-NP-Za-kmnp-z]{12}$/);
      expect([/\d/, /[A-Z]/, /[a-z]/].every((kind) => kind.test(password))).toBe(true);
    }
  });

  it("come with their own hashes", async () => {
    const secrets = await newSecrets(5);
    expect(secrets).toHaveLength(5);
    for (const { password, hash } of secrets) expect(await verifyPassword(hash, password)).toBe(true);
    expect(new Set(secrets.map(({ hash }) => hash)).size).toBe(5);
  });
});
