import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getCalendar } from "@/lib/calendar/get-calendar";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listSchoolStates } from "@/lib/schools/list-school-states";
import { countProgress } from "./count-progress";
import { listReturnReasons } from "./list-return-reasons";

/** What /d/[code]/filings shows to a county: every school of the roster with the state of its filing. The newest year unless asked. */
export async function loadQueue(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const may = { mayManage: can(actor, "filing-year.manage"), mayImport: can(actor, "filing.import"), mayLive: actor.office.level === "county" };
    if (year === null) return { ...may, place, year, rows: [], reasons: {}, progress: null, calendar: null };
    return { ...may, place, year, rows: await listSchoolStates(tx, code, year), reasons: await listReturnReasons(tx, code, year), progress: await countProgress(tx, code, year), calendar: await getCalendar(tx, code, year) };
  });
}
export type QueueView = Awaited<ReturnType<typeof loadQueue>>;
