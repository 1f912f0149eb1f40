import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { getSchool, type School } from "@/lib/schools/get-school";
import { shanghaiDay } from "@/lib/time";
import { listSchoolEntries, type LedgerItem } from "./list-entries";

export type SchoolLedger = { school: School; entries: LedgerItem[]; today: string };

/** 一校一册: everything that a school has to mend, and what it has mended. seed: X3. */
export async function loadSchoolLedger(actor: Actor, id: string): Promise<SchoolLedger> {
  return withScope(scopeOf(actor), async (tx) => {
    const school = await getSchool(tx, id);
    const today = shanghaiDay(new Date());
    return { school, today, entries: await listSchoolEntries(tx, school, today) };
  });
}
