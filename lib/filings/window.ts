import type { Tx } from "@/lib/db/with-scope";
import { dayOf, shanghaiDay } from "@/lib/time";
import type { FilingState } from "./states";

export type FilingWindow = { opensOn: Date; closesOn: Date; exceptionEndsOn: Date | null };

/** The calendar of a county and year, with the exception of one school. */
export async function getWindow(tx: Tx, divisionCode: string, year: number, schoolId: string): Promise<FilingWindow | null> {
  const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { opensOn: true, closesOn: true } });
  if (!calendar) return null;
  const exception = await tx.filingException.findFirst({ where: { schoolId, year }, orderBy: { endsOn: "desc" }, select: { endsOn: true } });
  return { ...calendar, exceptionEndsOn: exception?.endsOn ?? null };
}

/** Why a school may not write now; null when it may. What was returned or is being corrected stays open past the closing day. */
export function closedReason(window: FilingWindow | null, state: FilingState, now: Date): string | null {
  if (!window) return "本年度填报尚未开启。";
  if (state === "returned" || state === "correcting") return null;
  const today = shanghaiDay(now);
  if (today < dayOf(window.opensOn)) return `填报于 ${dayOf(window.opensOn)} 开始。`;
  const end = window.exceptionEndsOn && window.exceptionEndsOn > window.closesOn ? window.exceptionEndsOn : window.closesOn;
  return today > dayOf(end) ? `填报已于 ${dayOf(end)} 截止；确需补报的，请联系县级教育行政部门。` : null;
}
