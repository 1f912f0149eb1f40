import { StatusTag } from "@/components/ui/status-tag";
import { RECORD_STATE_NAME, RECORD_STATE_TONE, type RecordState } from "@/lib/teaching-cycle/record-states";

/** Where a yearly record stands; null: nobody has begun it, or it is not confirmed for readers above the county. */
export function RecordStateTag({ state }: { state: RecordState | null }) {
  return <StatusTag tone={state ? RECORD_STATE_TONE[state] : "warn"}>{state ? RECORD_STATE_NAME[state] : "未报"}</StatusTag>;
}
