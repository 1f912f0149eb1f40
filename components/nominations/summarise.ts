import type { NominationsView } from "@/lib/nominations/load-nominations";
import { NOMINATION_STATE_NAME } from "@/lib/nominations/rules";

type Facts = Pick<NominationsView, "place" | "lines" | "reportedBefore" | "may">;

/** The answer that opens the page of a place. */
export function nominationSentence({ place, lines, reportedBefore, may }: Facts): string {
  const [own] = lines;
  if (place.level === "county") return own ? `${place.name}的先行创建推荐表：${NOMINATION_STATE_NAME[own.state]}。` : `${place.name}还没有填写先行创建推荐表${may.begin ? "" : "，由县级教育行政部门填写"}。`;
  const listed = lines.filter(({ state }) => state === "published").length;
  const waiting = lines.filter(({ state }) => state === (place.level === "nation" ? "reported" : place.level)).length;
  return `${place.name} ${lines.length} 个县报送推荐表，${waiting} 个在${place.level === "nation" ? "教育部审核" : place.level === "city" ? "市级审核" : "省级遴选"}${place.level === "city" ? "" : `，已报教育部 ${reportedBefore} 个`}，列入名单 ${listed} 个。`;
}
