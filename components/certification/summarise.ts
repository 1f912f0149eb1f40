import type { CaseView } from "@/lib/certification/load-case";
import { BODY, HOLDER, STAGE_NAME, type Stage } from "@/lib/certification/stages";
import type { Tone } from "@/components/ui/status-tag";

export const STAGE_TONE: Record<Stage, Tone> = {
  nomination: "pending", cultivation: "pending", candidacy: "pending", self: "pending", city: "pending", province: "pending", nation: "pending", plan: "warn", report: "warn", verdict: "pending",
  recognised: "pass", correction: "warn", recheck: "warn", refused: "fail", revoked: "fail", withdrawn: "neutral",
};

/** The answer that opens the page: where the county stands, in whose hands, until when. */
export function caseSentence(name: string, { row, batch, decisions }: Pick<CaseView, "row" | "batch" | "decisions">, today: string): string {
  const holder = HOLDER[row.stage];
  if (row.stage === "recognised") {
    const decision = decisions.find(({ outcome }) => outcome === "recognise");
    return `${name}在 ${batch.name}中获得认定${decision ? `（${decision.documentNumber}，${decision.publishedOn ?? decision.signedOn} 公布）` : ""}，现在按年度监测。`;
  }
  if (holder === null) return `${name}在 ${batch.name}中的申报已经结束：${STAGE_NAME[row.stage]}。`;
  const due = row.dueOn === null ? "" : row.dueOn < today ? `，办理期限 ${row.dueOn}，已逾期` : `，办理期限 ${row.dueOn}`;
  return `${name}在 ${batch.name}中的申报现在是“${STAGE_NAME[row.stage]}”，由${BODY[holder]}办理${due}。`;
}
