import type { Office } from "@/lib/access/actor";
import { DUTIES, type Duty } from "@/lib/access/duties";
import { BODIES, DUTY_NAME, EXPERTS, dutyAccount, expertAccount, expertName } from "./certification-accounts";
import { schoolId } from "./schools";

export const DEMO_PASSWORD = "Youjun-2026";

type Place = {
  office: Office["office"];
  level: Office["level"];
  division: string;
  school?: string;
  /** Short name of the unit (lib/seed/units.ts). */
  unit?: string;
  schools?: string[];
  /** Of an office that decides: 经办, 审核, 签发; all three where nothing is said. */
  duties?: Duty[];
};

export type DemoAccount = { username: string; displayName: string; offices: [Place, ...Place[]] };

const at = (level: Place["level"], division: string, office: Place["office"] = "education"): [Place] => [{ office, level, division }];
const one = (username: string, displayName: string, offices: DemoAccount["offices"]): DemoAccount => ({ username, displayName: `${displayName}（演示）`, offices });
const atSchool = (office: "filler" | "principal", county: string, index: number): Place => ({ office, level: "school", division: county, school: schoolId(county, index) });

/** One account an office; no person is named. All share DEMO_PASSWORD. */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  one("moe", "教育部基础教育司", at("nation", "cn")),
  one("admin", "系统管理员", at("nation", "cn", "sysadmin")),
  one("province-64", "宁夏回族自治区教育厅", at("province", "64")),
  one("supervision-64", "宁夏回族自治区政府教育督导机构", at("province", "64", "supervision")),
  one("city-6404", "固原市教育局", at("city", "6404")),
  one("supervision-6404", "固原市政府教育督导机构", at("city", "6404", "supervision")),
  one("county-640422", "西吉县教育体育局", at("county", "640422")),
  one("supervision-640422", "西吉县政府教育督导机构", at("county", "640422", "supervision")),
  one("government-640422", "西吉县人民政府", at("county", "640422", "government")),
  one("unit-640422", "西吉县财政局", [{ office: "unit", level: "county", division: "640422", unit: "财政局" }]),
  one("inspector-640422", "西吉县责任督学", [
    { office: "inspector", level: "county", division: "640422", schools: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => schoolId("640422", index)) },
  ]),
  one("school-640422-1", "第八小学填报人", [atSchool("filler", "640422", 1)]),
  one("principal-640422-1", "第八小学校长", [atSchool("principal", "640422", 1)]),
  one("school-640422-2", "实验九年一贯制学校", [atSchool("filler", "640422", 2), atSchool("principal", "640422", 2)]),
  one("county-640423", "隆德县教育体育局", at("county", "640423")),
  one("province-37", "山东省教育厅", at("province", "37")),
  one("city-3701", "济南市教育局", at("city", "3701")),
  one("county-370102", "历下区教育和体育局", at("county", "370102")),
  one("province-41", "河南省教育厅", at("province", "41")),
  one("county-419099", "示例县教育局", at("county", "419099")),
  one("city-4101", "郑州市教育局", at("city", "4101")),
  one("county-410185", "登封市教育体育局", at("county", "410185")),
  one("supervision-410185", "登封市政府教育督导机构", at("county", "410185", "supervision")),
  one("government-410185", "登封市人民政府", at("county", "410185", "government")),
  one("unit-410185", "登封市财政局", [{ office: "unit", level: "county", division: "410185", unit: "财政局" }]),
  one("province-31", "上海市教育委员会", at("province", "31")),
  one("county-310151", "崇明区教育局", at("county", "310151")),
  // 经办, 审核, 签发 of a recognition: three people a body.
  ...BODIES.flatMap(({ code, title, office, level }) => DUTIES.map((duty) => one(dutyAccount(duty, code), `${title}${DUTY_NAME[duty]}`, [{ office, level, division: code, duties: [duty] }]))),
  ...EXPERTS.flatMap(({ code, level, count }) => Array.from({ length: count }, (_, index): DemoAccount => ({ username: expertAccount(code, index + 1), displayName: expertName(code, index + 1), offices: at(level, code, "expert") }))),
];

/** Counties with units and people. */
export const COUNTIES_WITH_UNITS = ["640422", "640423", "410185", "310151", "370102"];

/** Whoever has no account in the demonstration signs as the demonstration itself. */
const NOBODY = "demo";

const holder = (matches: (place: Place) => boolean) => {
  const account = DEMO_ACCOUNTS.find(({ offices }) => offices.some(matches));
  return account ? `u-${account.username}` : NOBODY;
};

export const fillerOf = (school: string) => holder((place) => place.office === "filler" && place.school === school);
export const countyDesk = (county: string) => holder((place) => place.office === "education" && place.level === "county" && place.division === county);
export const unitDesk = (county: string, unit: string) => holder((place) => place.office === "unit" && place.division === county && place.unit === unit);
