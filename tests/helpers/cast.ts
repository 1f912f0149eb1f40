import { scopeOf, type Actor, type Office } from "@/lib/access/actor";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";

/** People of a county by the office they hold, as pages and actions see them; `more` says what is not the bureau's. */
export const castOf = (county: string) => (userId: string, more: Partial<Office> = {}): Actor => {
  const office: Office = {
    id: "m", office: "education", level: "county", divisionCode: county, divisionName: "县教育局", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: ["handler", "reviewer", "signer"], ...more,
  };
  return { userId, username: userId, displayName: userId, mustChangePassword: false, demo: false, office, offices: [office] };
};

/** Something done in the reach of a person. */
export const as = <T>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> => withScope(scopeOf(actor), run);

/** An act as defineAction runs it: its audit rows in the same transaction. */
export const acting = <T extends { audit: AuditEntry | AuditEntry[] }>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> =>
  as(actor, async (tx) => {
    const done = await run(tx);
    for (const entry of [done.audit].flat()) await appendEvent(tx, actor, entry);
    return done;
  });

/** The refusal of what must be refused: `code: sentence at the field, else the sentence`. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (error instanceof AppError) return `${error.code}: ${Object.values(error.fields).join(" ") || error.message}`;
  throw new Error(`expected a refusal, got ${String(error)}`);
}
