import { StatusTag } from "@/components/ui/status-tag";
import { DATA_MET_NAME, LEDGER_STATE_NAME, LEDGER_STATE_TONE, type LedgerState } from "@/lib/ledger/rules";

/** An entry's state; 逾期 and “数据已达标，待核验” are marks. */
export function EntryState({ state, late, dataMet }: { state: LedgerState; late: boolean; dataMet: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusTag tone={LEDGER_STATE_TONE[state]}>{state === "waiting" && dataMet ? DATA_MET_NAME : LEDGER_STATE_NAME[state]}</StatusTag>
      {late ? <StatusTag tone="fail">逾期</StatusTag> : null}
    </span>
  );
}
