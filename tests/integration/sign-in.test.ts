import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digest, hashPassword } from "@/lib/access/hash";
import { ACCOUNT_THRESHOLD, ADDRESS_THRESHOLD } from "@/lib/access/limits";
import { signIn } from "@/lib/access/sign-in";
import { prisma } from "@/lib/db/client";
import { closeSession, recordRefusal, resolveSession } from "@/lib/db/doors";
import { seedReference } from "@/lib/seed/divisions";
import { openOwner, stagePerson } from "../helpers/owner";

const PASSWORD = "Right-Horse-7";
let owner: pg.Client;

beforeAll(async () => {
  owner = await openOwner();
  await seedReference(owner);
  await stagePerson(owner, "signer", { office: "education", level: "county", division: "110113" }, await hashPassword(PASSWORD));
});
beforeEach(() => owner.query("DELETE FROM sign_in_attempts"));
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("signing in", () => {
  it("opens a session whose secret is kept nowhere, and closes it", async () => {
    const outcome = await signIn("signer", PASSWORD, "10.0.0.1");
    if (!outcome.ok) throw new Error("refused");
    const bearer = await resolveSession(digest(outcome.secret));
    expect(bearer).toMatchObject({ username: "signer", offices: [{ divisionCode: "110113", office: "education" }] });
    expect(JSON.stringify((await owner.query("SELECT * FROM sessions")).rows)).not.toContain(outcome.secret);
    await closeSession(digest(outcome.secret));
    expect(await resolveSession(digest(outcome.secret))).toBeNull();
  });

  it("answers an unknown name like a wrong password", async () => {
    expect(await signIn("signer", "wrong", "10.0.0.2")).toEqual({ ok: false, reason: "wrong" });
    expect(await signIn("nobody", "wrong", "10.0.0.2")).toEqual({ ok: false, reason: "wrong" });
  });

  it("locks the account after repeated failures, the right password included, and lets go after a while", async () => {
    for (let attempt = 0; attempt < ACCOUNT_THRESHOLD; attempt += 1) await signIn("signer", "wrong", `10.0.1.${attempt}`);
    expect(await signIn("signer", PASSWORD, "10.0.2.1")).toEqual({ ok: false, reason: "locked" });
    await owner.query("UPDATE sign_in_attempts SET locked_until = now() - interval '1 second'");
    expect((await signIn("signer", PASSWORD, "10.0.2.1")).ok).toBe(true);
  });

  it("ends every session of an account that is disabled", async () => {
    const outcome = await signIn("signer", PASSWORD, "10.0.0.3");
    if (!outcome.ok) throw new Error("refused");
    await owner.query("UPDATE users SET disabled_at = now() WHERE username = 'signer'");
    expect(await resolveSession(digest(outcome.secret))).toBeNull();
    expect((await signIn("signer", PASSWORD, "10.0.0.3")).ok).toBe(false);
    await owner.query("UPDATE users SET disabled_at = NULL WHERE username = 'signer'");
    expect((await signIn("signer", PASSWORD, "10.0.0.3")).ok).toBe(true);
  });

  it("writes coming, going and locks into the chain, which stays whole; the account remembers the last time", async () => {
    const chain = async () => (await owner.query("SELECT act, user_id, actor, detail->>'address' AS address FROM audit_events WHERE chain = '110113' ORDER BY seq")).rows;
    const before = (await chain()).length;
    const outcome = await signIn("signer", PASSWORD, "10.0.0.4");
    if (!outcome.ok) throw new Error("refused");
    const { rows } = await owner.query("SELECT last_sign_in_at > now() - interval '10 seconds' AS fresh FROM users WHERE username = 'signer'");
    expect(rows).toEqual([{ fresh: true }]);
    await closeSession(digest(outcome.secret));
    await closeSession(digest(outcome.secret));
    for (let attempt = 0; attempt < ACCOUNT_THRESHOLD; attempt += 1) await signIn("signer", "wrong", "10.0.0.5");
    const who = { user_id: "t-signer", actor: "signer" };
    expect((await chain()).slice(before)).toEqual([
      { act: "account.sign-in", ...who, address: "10.0.0.4" },
      { act: "account.sign-out", ...who, address: null },
      { act: "account.lock", ...who, address: "10.0.0.5" },
    ]);
    expect((await owner.query("SELECT audit_verify('110113') AS broken")).rows).toEqual([{ broken: null }]);
  });

  it("locks a name that nobody has like any other, and keeps the name out of the chain", async () => {
    const locks = async () => Number((await owner.query("SELECT count(*) AS n FROM audit_events WHERE chain = 'cn' AND act = 'account.lock'")).rows[0].n);
    const before = await locks();
    for (let attempt = 0; attempt < ACCOUNT_THRESHOLD; attempt += 1) await signIn("Geheim-2026", "wrong", "10.0.0.6");
    expect(await signIn("Geheim-2026", "wrong", "10.0.0.6")).toEqual({ ok: false, reason: "locked" });
    expect(await locks()).toBe(before + 1);
    expect((await owner.query("SELECT 1 FROM audit_events e WHERE to_jsonb(e)::text LIKE '%Geheim%'")).rows).toEqual([]);
  });

  it("locks an address past its own threshold", async () => {
    for (let attempt = 0; attempt < ADDRESS_THRESHOLD; attempt += 1) await recordRefusal(`many-${attempt}`, "10.0.0.7", { account: ACCOUNT_THRESHOLD, address: ADDRESS_THRESHOLD });
    expect(await signIn("signer", PASSWORD, "10.0.0.7")).toEqual({ ok: false, reason: "locked" });
    expect((await owner.query("SELECT entity_id FROM audit_events WHERE chain = 'cn' AND act = 'address.lock' ORDER BY seq DESC LIMIT 1")).rows).toEqual([{ entity_id: "10.0.0.7" }]);
  });
});
