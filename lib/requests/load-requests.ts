import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { findEntry } from "@/lib/ledger/find-entry";
import { getSchool, type School } from "@/lib/schools/get-school";
import { shanghaiDay } from "@/lib/time";
import { findRequest } from "./find-request";
import { listRequests, type RequestItem } from "./list-requests";
import { findAbove } from "./send-request";

export type RequestsView = { place: Place; asked: RequestItem[]; received: RequestItem[]; mayAsk: boolean };

/** What a division has asked of the level above, and what it is asked from below. */
export async function loadRequests(actor: Actor, code: string): Promise<RequestsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    return { place, asked: await listRequests(tx, actor, { divisionCode: code, schoolId: null }), received: await listRequests(tx, actor, { toDivision: code }), mayAsk: can(actor, "request.send") && actor.office.divisionCode === code };
  });
}

export type SchoolRequests = { school: School; asked: RequestItem[]; mayAsk: boolean };
export async function loadSchoolRequests(actor: Actor, id: string): Promise<SchoolRequests> {
  return withScope(scopeOf(actor), async (tx) => {
    const school = await getSchool(tx, id);
    return { school, asked: await listRequests(tx, actor, { schoolId: id }), mayAsk: can(actor, "request.send") && actor.office.schoolId === id };
  });
}

/** The requests that an entry of the ledger has led to. */
export async function loadEntryRequests(actor: Actor, entryId: string): Promise<RequestItem[]> {
  return withScope(scopeOf(actor), (tx) => listRequests(tx, actor, { entryId }));
}

export type AskDraft = { place: Place | null; school: School | null; to: string; entryId: string | null; parentId: string | null; title: string; problem: string; costYuan: string; gap: string | null; dueOn: string };

/** The form of a request: empty, or filled from an entry of the ledger or from a request from below. */
export async function loadAsk(actor: Actor, at: { code: string } | { schoolId: string }, from: { entry?: string; request?: string }): Promise<AskDraft> {
  return withScope(scopeOf(actor), async (tx) => {
    const own = "code" in at ? actor.office.divisionCode === at.code && actor.office.schoolId === null : actor.office.schoolId === at.schoolId;
    if (!own) throw notFoundError();
    const place = "code" in at ? await getPlace(tx, actor, at.code) : null;
    const school = "schoolId" in at ? await getSchool(tx, at.schoolId) : null;
    const above = await findAbove(tx, actor);
    const base = { place, school, to: above.name, entryId: null, parentId: null, title: "", problem: "", costYuan: "", gap: null, dueOn: shanghaiDay(new Date(Date.now() + 30 * 86_400_000)) };
    if (from.entry) {
      const entry = await findEntry(tx, from.entry);
      return { ...base, entryId: entry.id, title: entry.problem.slice(0, 100), problem: entry.measure ? `${entry.problem}。已采取的措施：${entry.measure}` : entry.problem, costYuan: entry.costYuan ?? "", gap: entry.gap ? `${entry.gap} ${entry.gapUnit ?? ""}` : null };
    }
    if (from.request) {
      const request = await findRequest(tx, from.request);
      return { ...base, parentId: request.id, title: request.title, problem: request.problem, costYuan: request.costYuan === null ? "" : String(request.costYuan), gap: request.gap === null ? null : `${request.gap} ${request.gapUnit ?? ""}` };
    }
    return base;
  });
}
