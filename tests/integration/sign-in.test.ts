import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digest, hashPassword } from "@/lib/access/hash";
import { ACCOUNT_THRESHOLD } from "@/lib/access/limits";
import { signIn } from "@/lib/access/sign-in";
import { prisma } from "@/lib/db/client";
import { closeSession, resolveSession } from "@/lib/db/doors";
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
});
