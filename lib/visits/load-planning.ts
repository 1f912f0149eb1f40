import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { countSchoolVisits } from "./count-visits";
import { kindsOf } from "./rules";
import { visitLimit } from "./visit-list";

/** What a person chooses from when planning: schools in reach with their lists, and the approval named last. */
export async function loadPlanning(actor: Actor) {
  return withScope(scopeOf(actor), async (tx) => {
    const kinds = kindsOf(actor.office.office);
    const [kind] = kinds;
    if (!kind) throw notFoundError();
    const today = shanghaiDay(new Date());
    const year = Number(today.slice(0, 4));
    const last = await tx.visit.findFirst({ where: { visitorId: actor.userId }, orderBy: { updatedAt: "desc" }, select: { basis: true, approvalNumber: true } });
    return { today, year, kind, kinds: [...kinds], schools: await countSchoolVisits(tx, actor.office.divisionCode, year), limit: (await visitLimit(tx, actor.office.divisionCode, year))?.perSchool ?? null, last };
  });
}
export type Planning = Awaited<ReturnType<typeof loadPlanning>>;
