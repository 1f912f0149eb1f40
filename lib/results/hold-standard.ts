import type { Query } from "@/lib/db/query";

/** What a province and its cities decide bears on every county of the province: one lock a province, held to the end of the transaction. */
const keyOf = (divisionCode: string) => `standard:${divisionCode.slice(0, 2)}`;

/** While results are computed, nobody changes the standard; many may compute at once. */
export async function holdStandard(db: Query, divisionCode: string): Promise<void> {
  await db.query("SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))::text", [keyOf(divisionCode)]);
}

/** Before the standard changes: waits for results that are being computed, and lets none begin until the change stands. */
export async function claimStandard(db: Query, divisionCode: string): Promise<void> {
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [keyOf(divisionCode)]);
}
