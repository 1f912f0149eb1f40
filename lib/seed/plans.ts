import type { ClientBase } from "pg";
import { COUNTIES_WITH_UNITS } from "./demo-accounts";
import { demoCounties, type DemoCounty } from "./counties";
import { groupRows, meetingRows } from "./leading-groups";
import { actAs, insertRows, type Row } from "./insert";
import { goalRows, milestoneRows, stageRows, targetRows } from "./county-targets";
import { projectRows, seatRows, spendingRows } from "./projects";
import { prng } from "./prng";

/** 济南 still fills its row; its 历下区 stands in no year yet, so that the demonstration shows the filling. */
const FILLING = { city: "3701", county: "370102" };
/** 西吉 2028 and 登封 2030 by their documents (seeds: X14, D3). */
const KNOWN_YEAR: Record<string, number | null> = { "640422": 2028, "640423": 2027, "410185": 2030, "370102": null };

/** 山东 2020 年方案 (seed: S1). */
const SHARES: [year: number, min: number, aim: number][] = [[2022, 10, 10], [2025, 30, 30], [2030, 85, 100]];

/** The 申报年 of a demonstration county by how far it is from the standard; some are 未列入. 山东's annex is an empty form: all of it is made up. */
export function planYearOf({ code, profile }: Pick<DemoCounty, "code" | "profile">): number | null {
  if (code in KNOWN_YEAR) return KNOWN_YEAR[code] ?? null;
  const random = prng(`plan:${code}`);
  if (code.startsWith("31") || code.startsWith("41")) return null;
  if (profile.failing === 0 && profile.itemTrouble === 0) return random.int(2021, 2025);
  if (random.chance(0.06)) return null;
  // Most plan as their pace allows, a third is bolder than it; the province wants all by 2030.
  const reached = 2025 + Math.ceil(profile.failing / Math.max(profile.pace, 0.01));
  return Math.min(2030, Math.max(2026, reached - (random.chance(0.35) ? random.int(1, 2) : 0)));
}

const cellRows = (counties: DemoCounty[]): Row[] => counties.flatMap((county) => { const year = planYearOf(county); return year === null ? [] : [{ division_code: county.code, year, version: 1 }]; });
const citiesOf = (counties: DemoCounty[], province: string) => [...new Set(counties.filter(({ code }) => code.startsWith(province)).map(({ code }) => code.slice(0, 4)))];

function changeRows(cities: string[]): Row[] {
  const base = { user_id: "demo", by_name: "市教育局（演示）", from_year: null, to_year: null, text: "" };
  return [
    ...cities.map((city) => ({ ...base, id: `pc-${city}`, division_code: city, at: "2026-03-20T02:00:00Z", act: "submit" })),
    { ...base, id: "pc-64", division_code: "64", at: "2026-04-10T02:00:00Z", by_name: "教育厅（演示）", act: "lock" },
  ];
}

const supportRows = (): Row[] => [
  ["371702", 2026, ["project", "fund"], "标准化建设项目优先安排，改善办学条件资金 800 万元（演示）。"],
  ["371722", 2026, ["fund", "expert"], "改善办学条件资金 600 万元，专家组指导 2 次（演示）。"],
  ["640422", 2026, ["project", "expert"], "寄宿条件改善项目 3 个，专家组指导 2 次（演示）。"],
].map(([division_code, year, kinds, given]) => ({ division_code: String(division_code), year: Number(year), kinds: kinds ?? [], given: String(given), version: 1 }));

const eventRows = (): Row[] => [
  { id: "oe-37-2025", division_code: "37", held_on: "2025-10-22", title: "2025 年义务教育优质均衡研讨观摩（演示）", place: "青岛市", content: "现场观摩 4 所学校；推介学区化办学、教师交流轮岗的做法。", version: 1 },
  { id: "oe-37-2026", division_code: "37", held_on: "2026-10-20", title: "2026 年义务教育优质均衡研讨观摩（演示）", place: "潍坊市", content: "现场观摩 5 所学校；推介一校一册整改、县管校聘的做法。", version: 1 },
];

/** The plans of 山东 (being filled) and 宁夏 (locked), and the counties' own targets, stages, groups, spending and projects. The caller holds the transaction. */
export async function seedPlans(client: ClientBase): Promise<void> {
  await actAs(client, "cn");
  const counties = await demoCounties();
  const cities = [...citiesOf(counties, "37"), ...citiesOf(counties, "64")].filter((city) => city !== FILLING.city);
  await insertRows(client, "share_targets", SHARES.map(([year, share_min, share_aim]) => ({ division_code: "37", year, share_min, share_aim, note: "鲁教基发〔2020〕4号", version: 1 })));
  await insertRows(client, "plans", [
    { division_code: "37", state: "open", note: "名单为演示数据：附件是空表，所列县与实际规划无关。", supervise_from: 2025, locked_at: null, version: 1 },
    { division_code: "64", state: "locked", note: "名单为演示数据。", supervise_from: null, locked_at: "2026-04-10T02:00:00Z", version: 1 },
  ]);
  await insertRows(client, "plan_rows", [...cities.map((city) => ({ division_code: city, state: "submitted", note: "", reason: "", version: 1 })), { division_code: FILLING.city, state: "draft", note: "历下区待市政府研究后列入（演示）。", reason: "", version: 1 }]);
  await insertRows(client, "plan_cells", cellRows(counties));
  await insertRows(client, "plan_changes", changeRows(cities));
  await insertRows(client, "support_counties", supportRows());
  await insertRows(client, "observation_events", eventRows());
  await insertRows(client, "county_goals", goalRows(counties.map((county) => ({ code: county.code, year: planYearOf(county) }))));
  await insertRows(client, "plan_stages", stageRows());
  await insertRows(client, "milestones", milestoneRows());
  await insertRows(client, "year_targets", targetRows(counties.map(({ code }) => code)));
  const working = counties.filter(({ code }) => COUNTIES_WITH_UNITS.includes(code));
  await insertRows(client, "leading_members", working.flatMap(groupRows));
  await insertRows(client, "meetings", working.flatMap(({ code }) => meetingRows(code)));
  await insertRows(client, "spending_years", counties.filter(({ code }) => code.startsWith("64") || COUNTIES_WITH_UNITS.includes(code)).flatMap(spendingRows));
  for (const { code } of working) {
    await insertRows(client, "seat_needs", await seatRows(client, code));
    await insertRows(client, "projects", await projectRows(client, code));
  }
}
