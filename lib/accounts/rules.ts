import { levelOf, within } from "@/lib/divisions/codes";

/** Who creates and resets whose accounts. Pure: no row is read here. */

export const OFFICE_KEYS = ["education", "supervision", "government", "section", "unit", "inspector", "filler", "principal", "sysadmin", "expert"] as const;
export type OfficeKey = (typeof OFFICE_KEYS)[number];
export const LEVEL_KEYS = ["nation", "province", "city", "county", "school"] as const;
export type LevelKey = (typeof LEVEL_KEYS)[number];

/** An office at a place; that of a school names the school's county. */
export type Position = { office: OfficeKey; level: LevelKey; divisionCode: string };

/** The levels at which an office exists at all. */
const EXISTS_AT: Record<OfficeKey, readonly LevelKey[]> = {
  education: ["nation", "province", "city", "county"],
  supervision: ["nation", "province", "city", "county"],
  government: ["province", "city", "county"],
  section: ["county"],
  unit: ["county"],
  inspector: ["county"],
  filler: ["school"],
  principal: ["school"],
  sysadmin: ["nation"],
  expert: ["nation", "province", "city"],
};

const ORGANS: readonly OfficeKey[] = ["education", "supervision", "government"];

/** What an education bureau of a level creates at which level; the experts of a level are its own. */
const GRANTS: Record<LevelKey, Partial<Record<LevelKey, readonly OfficeKey[]>>> = {
  nation: { nation: ["expert"], province: ["education", "supervision"] },
  province: { province: ["expert"], city: ORGANS, county: ORGANS },
  city: { city: ["expert"], county: ORGANS },
  county: { county: ["supervision", "government", "section", "unit", "inspector"], school: ["filler", "principal"] },
  school: {},
};

/** Whether such a position can exist: the office at that level, the code of that length. */
export function exists({ office, level, divisionCode }: Position): boolean {
  return EXISTS_AT[office].includes(level) && levelOf(divisionCode) === (level === "school" ? "county" : level);
}

/** Whether the manager creates, resets and disables accounts of this position: downwards only, never up or sideways. */
export function mayManage(manager: Position, target: Position): boolean {
  if (!exists(target)) return false;
  if (manager.office === "sysadmin") return exists(manager);
  if (manager.office !== "education" || !exists(manager)) return false;
  const granted = GRANTS[manager.level][target.level]?.includes(target.office) ?? false;
  return granted && within(target.divisionCode, manager.divisionCode);
}

export type Choice = { office: OfficeKey; level: LevelKey };

/** The kinds of position that a manager may fill, in the order of the tables above. */
export function choicesOf(manager: Position): Choice[] {
  const all = OFFICE_KEYS.flatMap((office) => EXISTS_AT[office].map((level) => ({ office, level })));
  if (manager.office === "sysadmin") return all;
  if (manager.office !== "education") return [];
  return all.filter(({ office, level }) => GRANTS[manager.level][level]?.includes(office));
}

/** The level that a place's code stands for: ten digits are a school. */
export function levelOfPlace(code: string): LevelKey | null {
  return /^\d{10}$/.test(code) ? "school" : levelOf(code);
}

export const USERNAME = /^[a-z0-9][a-z0-9._-]{3,39}$/;
export const USERNAME_HELP = "4—40 个小写字母、数字、点、短横线或下划线，以字母或数字开头。";

export const DISPLAY_NAME_SHORT = "请填写姓名或岗位名称。";
export const DISPLAY_NAME_LONG = "最多 40 字。";

const PREFIX: Record<OfficeKey, string> = {
  education: "", supervision: "supervision", government: "government", section: "section", unit: "unit", inspector: "inspector", filler: "school", principal: "principal", sysadmin: "admin", expert: "expert",
};

/** `county-640422`, `supervision-64`, `school-2164000001`: the office and the code of its place. */
export function suggestUsername(office: OfficeKey, placeCode: string): string {
  const level = levelOfPlace(placeCode);
  const prefix = PREFIX[office] || (level === "nation" ? "moe" : level);
  return prefix && placeCode ? `${prefix}-${placeCode}` : "";
}

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
export function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let index = 2; ; index += 1) if (!taken.has(`${name}-${index}`)) return `${name}-${index}`;
}

export const takenSentence = (names: string[]) => `用户名${names.map((name) => `“${name}”`).join("、")}已被使用，请换一个。`;
