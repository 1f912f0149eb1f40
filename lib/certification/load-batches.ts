import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { findBatch, type BatchRow } from "./find-case";

export type BatchesView = { place: Place; batches: (BatchRow & { cases: number })[]; manages: boolean };

/** The batches of the nation, newest first. */
export async function loadBatches(actor: Actor, code: string): Promise<BatchesView> {
  if (code !== "cn") throw notFoundError();
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const rows = await tx.certificationBatch.findMany({ orderBy: { year: "desc" }, select: { id: true } });
    const counts = new Map((await tx.certificationCase.groupBy({ by: ["batchId"], _count: true })).map((row) => [row.batchId, row._count]));
    const batches = await Promise.all(rows.map(({ id }) => findBatch(tx, id)));
    return { place, batches: batches.map((batch) => ({ ...batch, cases: counts.get(batch.id) ?? 0 })), manages: can(actor, "certification.evaluate") && actor.office.divisionCode === "cn" };
  });
}
