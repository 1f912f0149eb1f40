import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { getSchool, type School } from "@/lib/schools/get-school";
import { FILING_ACTS, FILING_STATE_NAME, isFilingState, mayAct, type FilingAct, type FilingState } from "./states";

export type FilingRow = {
  id: string;
  schoolId: string;
  divisionCode: string;
  year: number;
  state: FilingState;
  filedBySchoolId: string;
  submittedNumber: number | null;
  approvedNumber: number | null;
  correctionReason: string | null;
  version: number;
  school: School;
};

/** A filing in reach, locked for this transaction when it is about to change. */
export async function findFiling(tx: Tx, id: string, forUpdate = false): Promise<FilingRow> {
  if (forUpdate) await tx.$queryRaw`SELECT id FROM filings WHERE id = ${id} FOR UPDATE`;
  const row = await tx.filing.findUnique({
    where: { id },
    select: { id: true, schoolId: true, divisionCode: true, year: true, state: true, filedBySchoolId: true, submittedNumber: true, approvedNumber: true, correctionReason: true, version: true },
  });
  if (!row || !isFilingState(row.state)) throw notFoundError();
  return { ...row, state: row.state, school: await getSchool(tx, row.schoolId) };
}

/** Refuses what the state does not allow, and names the states in which it would be. */
export function assertMayAct(filing: FilingRow, act: FilingAct): void {
  if (mayAct(filing.state, act)) return;
  const allowed = FILING_ACTS[act].from.map((state) => FILING_STATE_NAME[state]).join("、");
  throw new AppError("state", `这份自评现在是“${FILING_STATE_NAME[filing.state]}”，只有“${allowed}”时才能办理。`);
}

export function assertVersion(filing: FilingRow, version: number): void {
  if (filing.version !== version) throw new AppError("conflict", "这份自评的状态刚刚变化，请刷新后再办理。");
}
