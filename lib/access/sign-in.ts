import * as doors from "@/lib/db/doors";
import { log } from "@/lib/log";
import { decoyHash, digest, newSecret, verifyPassword } from "./hash";
import { ACCOUNT_THRESHOLD, ADDRESS_THRESHOLD, SESSION_HOURS } from "./limits";

export type SignInOutcome = { ok: true; userId: string; secret: string } | { ok: false; reason: "wrong" | "locked" };

/**
 * Sign-in, sign-out and locks are links of the audit chain, written by the doors of prisma/migrations/0010_people.
 * Checks a name and password and opens a session. Failures count per account and per address in PostgreSQL; an unknown
 * name is answered like a wrong password, in the same time.
 */
export async function signIn(username: string, password: string, address: string): Promise<SignInOutcome> {
  const keys = { account: `account:${username}`, address: `address:${address}` };
  const locks = await Promise.all([doors.lockedUntil(keys.account), doors.lockedUntil(keys.address)]);
  if (locks.some((until) => until !== null)) return { ok: false, reason: "locked" };

  const account = await doors.findAccount(username);
  const right = await verifyPassword(account?.passwordHash ?? (await decoyHash()), password);
  if (!account || !right || account.disabled) {
    await doors.recordRefusal(username, address, { account: ACCOUNT_THRESHOLD, address: ADDRESS_THRESHOLD });
    // a name that nobody has may be a password typed into the wrong field
    log.info({ event: "sign-in-failed", username: account ? username : null, address });
    return { ok: false, reason: "wrong" };
  }
  await doors.recordSuccess(keys.account);
  const secret = newSecret();
  await doors.openSession(digest(secret), account.id, new Date(Date.now() + SESSION_HOURS * 3_600_000), address);
  return { ok: true, userId: account.id, secret };
}
