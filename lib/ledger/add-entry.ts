import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { openEntry } from "./open-entry";
import type { ManualInput } from "./schema";

/** A problem that the bureau enters: of a review, of the 基本均衡 recognition, a complaint. */
export async function addEntry(tx: Tx, actor: Actor, input: ManualInput) {
  assertOwnCounty(actor, input.divisionCode);
  return openEntry(tx, actor, { ...input, sourceKey: `manual/${randomUUID()}` });
}
