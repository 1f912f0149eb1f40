import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { shanghaiDay } from "@/lib/time";
import { countSchoolVisits } from "./count-visits";
import { listVisits } from "./list-visits";
import { visitLimit } from "./visit-list";

/** What /s/visits shows a 责任督学: this year's visits of their own, their schools, and where nobody has been. */
export async function loadMyVisits(actor: Actor, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const today = shanghaiDay(new Date());
    const thisYear = Number(today.slice(0, 4));
    const year = asked ?? thisYear;
    const { visits } = await listVisits(tx, { visitorId: actor.userId, year }, today);
    return { year, today, years: [thisYear - 1, thisYear, thisYear + 1], visits, schools: await countSchoolVisits(tx, actor.office.divisionCode, year), limit: (await visitLimit(tx, actor.office.divisionCode, year))?.perSchool ?? null };
  });
}
export type MyVisits = Awaited<ReturnType<typeof loadMyVisits>>;
