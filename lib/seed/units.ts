import type { Row } from "./insert";

type UnitKind = "section" | "member" | "township";

/** Offices of a county by short name: the bureau's 科室, member units of the leading group, two invented townships. */
const UNITS: [short: string, kind: UnitKind][] = [
  ["基础教育室", "section"],
  ["人事室", "section"],
  ["财务与项目室", "section"],
  ["财政局", "member"],
  ["人力资源和社会保障局", "member"],
  ["自然资源局", "member"],
  ["发展和改革局", "member"],
  ["住房和城乡建设局", "member"],
  ["东河镇（演示）", "township"],
  ["青石岭镇（演示）", "township"],
  ["办公室", "section"],
  ["教师发展中心", "section"],
  ["安全与体卫艺室", "section"],
  ["教育督导室", "section"],
];

export const unitId = (county: string, short: string) => `n${county}-${UNITS.findIndex(([name]) => name === short) + 1}`;

/** 县财政局, 区财政局, 市财政局 by the kind of county. */
export function unitRows(county: { code: string; name: string }): Row[] {
  const suffix = county.name.at(-1) ?? "县";
  return UNITS.map(([short, kind]) => ({
    id: unitId(county.code, short),
    division_code: county.code,
    name: kind === "member" ? `${suffix}${short}` : short,
    kind,
  }));
}
