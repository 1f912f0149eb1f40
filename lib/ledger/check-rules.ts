import type { LedgerState } from "./rules";

/** What the self-check found of one item of one place. `met` null: facts are missing, which is neither. */
export type Verdict = {
  key: string; schoolId: string | null; schoolName: string | null; source: "shortfall" | "self_check"; stage: string | null; item: string;
  met: boolean | null; problem: string; gap: number | null; gapUnit: string | null;
};
/** An entry that an earlier self-check has written. */
export type Standing = { id: string; key: string; state: LedgerState; dataMet: boolean; dataYear: number; problem: string; gap: number | null };

/** met: the figures now meet it; unmet: they no longer do; confirm: they bear out a closing on evidence. */
export type ChangeKind = "refresh" | "met" | "unmet" | "reopen" | "confirm";
export type Change = { id: string; kind: ChangeKind; from: LedgerState; to: LedgerState; dataMet: boolean; problem: string; gap: number | null; gapUnit: string | null; reopened: boolean };
export type CheckPlan = { open: Verdict[]; changes: Change[] };

function changeOf(entry: Standing, verdict: Verdict, year: number): Change | null {
  const { state, dataMet } = entry;
  const change = (kind: ChangeKind, to: LedgerState, met: boolean): Change =>
    ({ id: entry.id, kind, from: state, to, dataMet: met, problem: met ? entry.problem : verdict.problem, gap: met ? entry.gap : verdict.gap, gapUnit: verdict.gapUnit, reopened: state === "closed" && to !== "closed" });
  if (verdict.met) {
    if (dataMet) return null;
    return state === "closed" ? change("confirm", "closed", true) : change("met", "waiting", true);
  }
  // Closed on evidence, before any newer figures: the next year's decide, not the same ones again.
  if (state === "closed") return dataMet || entry.dataYear < year ? change("reopen", "doing", false) : null;
  if (dataMet) return change("unmet", state === "waiting" ? "doing" : state, false);
  return entry.problem !== verdict.problem || entry.gap !== verdict.gap || entry.dataYear !== year ? change("refresh", state, false) : null;
}

/**
 * What a self-check does to the ledger: opens what fails and is not there, refreshes what still fails, marks what now meets the standard
 * (a person verifies it), opens again what fails again. What is not known stays as it is. Run twice, the second time changes nothing.
 */
export function planCheck(standing: Standing[], verdicts: Verdict[], year: number): CheckPlan {
  const known = new Map(standing.map((entry) => [entry.key, entry]));
  const plan: CheckPlan = { open: [], changes: [] };
  for (const verdict of verdicts) {
    if (verdict.met === null) continue;
    const entry = known.get(verdict.key);
    if (!entry) {
      if (!verdict.met) plan.open.push(verdict);
      continue;
    }
    const change = changeOf(entry, verdict, year);
    if (change) plan.changes.push(change);
  }
  return plan;
}

export type CheckCount = { opened: number; refreshed: number; met: number; reopened: number; failing: number };
export const countCheck = (plan: CheckPlan, verdicts: Verdict[]): CheckCount => {
  const of = (...kinds: ChangeKind[]) => plan.changes.filter((change) => kinds.includes(change.kind)).length;
  return { opened: plan.open.length, refreshed: of("refresh"), met: of("met"), reopened: of("reopen", "unmet"), failing: verdicts.filter((verdict) => verdict.met === false).length };
};

/** What the history says of a change. */
export const CHECK_TEXT: Record<ChangeKind, (year: number) => string> = {
  refresh: (year) => `按 ${year} 学年初数据更新`,
  met: (year) => `${year} 学年初数据已达标，待核验`,
  unmet: (year) => `${year} 学年初数据又低于标准，退回整改`,
  reopen: (year) => `${year} 学年初数据低于标准，重新打开`,
  confirm: (year) => `${year} 学年初数据印证已达标`,
};
