import { atLeast } from "@/lib/items/share";
import { isReported, type CountyStandingRow } from "./list-county-standings";

/** 分档, not a ranking: what stands between a county and the standard. Within a band the order is that of the codes. */
export const BANDS = ["met", "resource", "near", "far", "open"] as const;
export type Band = (typeof BANDS)[number];
export const BAND_NAME: Record<Band, string> = {
  met: "四个方面均达标",
  resource: "资源配置达标，其他方面未达标或数据不全",
  near: "资源配置未达标，学校（部）达标率 90% 及以上",
  far: "资源配置未达标，学校（部）达标率不足 90%",
  open: "数据不全，暂不分档",
};

/** Incomplete data is in no band: it is neither near nor far. */
export function bandOf(row: Pick<CountyStandingRow, "expected" | "reported" | "resource" | "verdict" | "sections" | "compliantSections">): Band {
  if (!isReported(row) || row.resource === null) return "open";
  if (row.verdict === true) return "met";
  if (row.resource) return "resource";
  return row.sections > 0 && atLeast(row.compliantSections, row.sections, 90) ? "near" : "far";
}
