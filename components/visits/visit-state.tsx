import { StatusTag } from "@/components/ui/status-tag";
import { VISIT_STATE_NAME, VISIT_STATE_TONE, type VisitState } from "@/lib/visits/rules";

/** Where a visit stands, with the mark of a planned day that is over. */
export function VisitStateTag({ state, missed }: { state: VisitState; missed: boolean }) {
  return <span className="inline-flex flex-wrap gap-1"><StatusTag tone={VISIT_STATE_TONE[state]}>{VISIT_STATE_NAME[state]}</StatusTag>{missed ? <StatusTag tone="fail">逾期未访</StatusTag> : null}</span>;
}
