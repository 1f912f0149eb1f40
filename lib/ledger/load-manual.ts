import { scopeOf, type Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { shanghaiDay } from "@/lib/time";

/** What the bureau chooses from when it enters a problem by hand. */
export async function loadManual(actor: Actor, code: string) {
  return withScope(scopeOf(actor), async (tx) => {
    assertOwnCounty(actor, code);
    return {
      place: await getOwnPlace(tx, actor, code),
      schools: await tx.school.findMany({ where: { divisionCode: code, closedOn: null }, orderBy: { code: "asc" }, select: { id: true, name: true } }),
      units: await tx.unit.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }),
      dueOn: shanghaiDay(new Date(Date.now() + 90 * 86_400_000)),
    };
  });
}
