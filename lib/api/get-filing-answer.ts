import { demoNotice } from "@/lib/access/demo-notice";
import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { getApproved } from "@/lib/filings/draft";
import { listSchoolSections } from "@/lib/results/list-sections";
import { filing } from "./shapes";

/** The approved filing of a school and year with its results. */
export async function getFilingAnswer(tx: Tx, schoolId: string, year: number) {
  const row = await tx.filing.findUnique({ where: { schoolId_year: { schoolId, year } }, select: { state: true, approvedNumber: true } });
  if (!row) throw notFoundError();
  const [data, sections] = [await getApproved(tx, schoolId, year), await listSchoolSections(tx, schoolId, year)];
  return filing.parse({ school: schoolId, year, ...row, data, sections, demo: (await demoNotice()) !== null });
}
