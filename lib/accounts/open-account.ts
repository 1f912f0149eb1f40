import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { positionInput, resolvePosition } from "./position";
import { DISPLAY_NAME_LONG, DISPLAY_NAME_SHORT, USERNAME, USERNAME_HELP } from "./rules";
import type { Secret } from "./secrets";
import type { Slip } from "./slip";
import { writeAccounts } from "./write-accounts";

export const accountInput = positionInput.extend({
  username: z.string().trim().toLowerCase().regex(USERNAME, USERNAME_HELP),
  displayName: z.string().trim().min(2, DISPLAY_NAME_SHORT).max(40, DISPLAY_NAME_LONG),
});
export type AccountInput = z.infer<typeof accountInput>;

/** Opens one account below the person, with one office; the slip carries the initial password. */
export async function openAccount(tx: Tx, actor: Actor, input: AccountInput, secret: Secret): Promise<{ value: Slip[]; audit: AuditEntry[] }> {
  const { username, displayName } = input;
  const { office, level, divisionCode, schoolId, unitId, schoolIds, placeName } = await resolvePosition(tx, actor, input);
  const audit = await writeAccounts(tx, actor, [{ username, displayName, hash: secret.hash, level, divisionCode, schoolId, offices: [{ office, unitId, schoolIds }] }]);
  return { value: [{ username, password: secret.password, place: placeName, offices: OFFICE_NAME[office], displayName }], audit };
}
