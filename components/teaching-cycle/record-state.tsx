import { StatusTag } from "@/components/ui/status-tag";
import { RECORD_STATE_NAME, RECORD_STATE_TONE, type RecordState } from "@/lib/teaching-cycle/record-states";

/** Where a yearly record stands; null: nobody has begun it, or, for readers above the county (`above`), it is not confirmed. */
export function RecordStateTag({ state, above = false }: { state: RecordState | null; above?: boolean }) {
  return <StatusTag tone={state ? RECORD_STATE_TONE[state] : "warn"}>{state ? RECORD_STATE_NAME[state] : above ? "未确认" : "未报"}</StatusTag>;
}
