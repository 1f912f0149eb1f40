import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { readSchoolRelaxations } from "@/lib/certification/read-relaxations";
import { withScope } from "@/lib/db/with-scope";
import { schoolFindings, type OwnerLoad } from "@/lib/findings/rules-school";
import { listSchoolEntries, type LedgerItem } from "@/lib/ledger/list-entries";
import { readSchool } from "@/lib/schools/load-school";
import { shanghaiDay } from "@/lib/time";
import { listSchoolSections } from "./list-sections";
import { ownerName } from "./owner-name";

/** Who has how much to do for the school, in the order of the ledger. */
function ownersOf(standing: LedgerItem[]): OwnerLoad[] {
  const loads = new Map<string, OwnerLoad>();
  for (const entry of standing) {
    const owner = ownerName(entry);
    const load = loads.get(owner) ?? { owner, entries: 0, late: 0 };
    loads.set(owner, { owner, entries: load.entries + 1, late: load.late + Number(entry.late) });
  }
  return [...loads.values()];
}

/** Everything that /s/[id]/overview shows: the school's year, what its figures say, and who has to act. The ledger is of today, so it stands beside the newest year only. */
export async function loadSchoolOverview(actor: Actor, id: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const view = await readSchool(tx, actor, id, asked);
    const { school, year, sections, items, standard } = view;
    const newest = Math.max(...view.years.filter((one) => one.complete).map((one) => one.year), 0);
    const current = year !== null && year >= newest && can(actor, "ledger.read");
    const standing = current ? (await listSchoolEntries(tx, school, shanghaiDay(new Date()))).filter((entry) => entry.state !== "closed") : [];
    const before = year === null ? [] : await listSchoolSections(tx, id, year - 1);
    const relaxations = await readSchoolRelaxations(tx, { code: school.code, divisionCode: school.divisionCode }, shanghaiDay(new Date()));
    return { ...view, standing, relaxations, findings: year === null ? [] : schoolFindings({ id, year, sections, before, items, standard, owners: ownersOf(standing) }) };
  });
}
export type SchoolOverviewView = Awaited<ReturnType<typeof loadSchoolOverview>>;
