import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { isRecordState, type RecordState } from "@/lib/teaching-cycle/record-states";
import { NO_COUNTS, type ExchangeCounts } from "./rules";

export type ExchangeRow = ExchangeCounts & { divisionCode: string; year: number; schoolId: string; state: RecordState; reason: string; version: number };
export const EXCHANGE_SELECT = { divisionCode: true, year: true, schoolId: true, eligible: true, exchanged: true, backbone: true, longTerm: true, state: true, reason: true, version: true } as const;

export function toExchange(row: Omit<ExchangeRow, "state"> & { state: string }): ExchangeRow {
  if (!isRecordState(row.state)) throw new AppError("state");
  return { ...row, state: row.state };
}

/** A row that nobody has begun. */
export const emptyExchange = (divisionCode: string, year: number, schoolId: string): ExchangeRow => ({ divisionCode, year, schoolId, ...NO_COUNTS, state: "draft", reason: "", version: 0 });

type Key = { divisionCode: string; year: number; schoolId: string };

/** The row of a school in reach, or of the county itself, one writer at a time; an empty one before its first entry. */
export async function holdExchange(tx: Tx, { divisionCode, year, schoolId }: Key): Promise<ExchangeRow> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`exchange:${divisionCode}:${year}:${schoolId}`}))`;
  if (schoolId !== "" && !(await tx.school.findUnique({ where: { id: schoolId, divisionCode }, select: { id: true } }))) throw notFoundError();
  const row = await tx.exchangeYear.findUnique({ where: { divisionCode_year_schoolId: { divisionCode, year, schoolId } }, select: EXCHANGE_SELECT });
  return row ? toExchange(row) : emptyExchange(divisionCode, year, schoolId);
}

export const exchangePages = ({ divisionCode, schoolId }: Key): string[] => [`/d/${divisionCode}/exchange`, ...(schoolId ? [`/s/${schoolId}/exchange`] : [])];
export const exchangeAudit = ({ divisionCode, schoolId, year }: Key, act: string, detail: Record<string, unknown>) => ({
  act: `exchange-year.${act}`, entity: "exchange-year", entityId: `${divisionCode}/${year}/${schoolId}`, divisionCode, schoolId: schoolId || null, detail: { year, ...detail },
});
