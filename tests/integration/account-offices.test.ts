import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { scopeOf, toActor, type Actor } from "@/lib/access/actor";
import { digest, newSecret } from "@/lib/access/hash";
import { addOffice } from "@/lib/accounts/add-office";
import { disableAccount } from "@/lib/accounts/disable-account";
import { enableAccount } from "@/lib/accounts/enable-account";
import { endOffice } from "@/lib/accounts/end-office";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { loadAccount } from "@/lib/accounts/load-account";
import { renameAccount } from "@/lib/accounts/rename-account";
import { prisma } from "@/lib/db/client";
import { openSession, resolveSession } from "@/lib/db/doors";
import { withScope } from "@/lib/db/with-scope";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** Who is signed in: the session is the only thing that is not real here. */
const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor, currentSessionHash: async () => null }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const [COUNTY, OTHER] = ["120101", "120102"];
let owner: pg.Client;
let bureau: Actor;
let neighbour: Actor;
let city: Actor;
let person: string;
let codes: string[];

const version = async () => Number((await owner.query("SELECT version FROM users WHERE id = $1", [person])).rows[0].version);
const key = async () => ({ userId: person, version: await version() });
const offices = async () => (await owner.query("SELECT id, office, school_id FROM memberships WHERE user_id = $1 AND retired_at IS NULL ORDER BY starts_on, office", [person])).rows;
const as = (actor: Actor) => { signedIn.actor = actor; };
const log = async () => (await owner.query("SELECT act, detail FROM audit_events WHERE entity_id = $1 ORDER BY id DESC LIMIT 1", [person])).rows[0];

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, OTHER].map((code) => ({ code, years: [2025], schools: 12 })));
  codes = (await owner.query("SELECT code FROM schools WHERE division_code = $1 ORDER BY id LIMIT 2", [COUNTY])).rows.map((row) => row.code);
  bureau = await actorOf(await stagePerson(owner, "ao-bureau", { office: "education", level: "county", division: COUNTY }));
  neighbour = await actorOf(await stagePerson(owner, "ao-neighbour", { office: "education", level: "county", division: OTHER }));
  city = await actorOf(await stagePerson(owner, "ao-city", { office: "education", level: "city", division: "1201" }));
});
beforeEach(async () => {
  person = await stagePerson(owner, "ao-filler", { office: "filler", level: "school", division: COUNTY, school: `s${COUNTY}001` });
  await owner.query("UPDATE memberships SET retired_at = now() WHERE user_id = $1 AND id <> 'tm-ao-filler'", [person]);
  await owner.query("UPDATE memberships SET retired_at = NULL WHERE id = 'tm-ao-filler'");
  await owner.query("UPDATE users SET disabled_reason = NULL, last_sign_in_at = NULL WHERE id = $1", [person]);
  as(bureau);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("offices of an existing person", () => {
  it("are added below the administrator, once, and written in the log", async () => {
    expect(await addOffice(null, { ...(await key()), office: "principal", place: codes[1] })).toMatchObject({ ok: true });
    expect(await offices()).toMatchObject([{ office: "filler", school_id: `s${COUNTY}001` }, { office: "principal", school_id: `s${COUNTY}002` }]);
    expect(await log()).toMatchObject({ act: "account.office-add", detail: { office: "principal", username: "ao-filler" } });
    expect(await addOffice(null, { ...(await key()), office: "principal", place: codes[1] })).toMatchObject({ ok: false, fields: { office: expect.stringContaining("已有") } });
    expect((await offices())).toHaveLength(2);
  });

  it("are not added above, beside, by those who may not, or to a person of another county, who is not revealed", async () => {
    for (const position of [{ office: "education", place: COUNTY }, { office: "education", place: "12" }, { office: "supervision", place: OTHER }])
      expect(await addOffice(null, { ...(await key()), ...position })).toMatchObject({ ok: false });
    as(neighbour);
    const unknown = await addOffice(null, { userId: "nobody", version: 1, office: "supervision", place: OTHER });
    expect(await addOffice(null, { ...(await key()), office: "supervision", place: OTHER })).toEqual(unknown);
    await expect(loadAccount(neighbour, person)).rejects.toMatchObject({ code: "notFound" });
    as(city);
    expect(await addOffice(null, { ...(await key()), office: "government", place: COUNTY })).toMatchObject({ ok: false, message: expect.stringContaining("不属于您管理的岗位") });
    as({ ...bureau, office: { ...bureau.office, office: "section" }, offices: [{ ...bureau.office, office: "section" }] });
    expect(await addOffice(null, { ...(await key()), office: "principal", place: codes[1] })).toMatchObject({ ok: false });
    expect(await offices()).toHaveLength(1);
  });

  it("end from the next request on; the only one does not", async () => {
    await addOffice(null, { ...(await key()), office: "principal", place: codes[1] });
    const [first, second] = await offices();
    const hash = digest(newSecret());
    await openSession(hash, person, new Date(Date.now() + 60_000), "127.0.0.1");
    expect(await endOffice(null, { ...(await key()), membershipId: first.id, reason: "" })).toMatchObject({ ok: false, fields: { reason: "请写明原因。" } });
    expect(await endOffice(null, { ...(await key()), membershipId: first.id, reason: "换岗" })).toMatchObject({ ok: true });
    const bearer = await resolveSession(hash);
    expect(bearer ? toActor(bearer)?.office : null).toMatchObject({ office: "principal", schoolId: `s${COUNTY}002` });
    expect(await log()).toMatchObject({ act: "account.office-end", detail: { reason: "换岗", office: "filler" } });
    expect(await endOffice(null, { ...(await key()), membershipId: second.id, reason: "换岗" })).toMatchObject({ ok: false, message: expect.stringContaining("唯一的岗位") });
    expect((await owner.query("SELECT retired_at IS NOT NULL AS ended FROM memberships WHERE id = $1", [first.id])).rows).toEqual([{ ended: true }]);
  });

  it("of a person who also works above: the county ends its own, and leaves the rest to those above", async () => {
    await owner.query("INSERT INTO memberships (id, user_id, office, level, division_code) VALUES ('tm-ao-above', $1, 'supervision', 'city', '1201') ON CONFLICT (id) DO UPDATE SET retired_at = NULL", [person]);
    const view = await loadAccount(bureau, person);
    expect(view).toMatchObject({ whole: false, last: false, offices: [{ mine: true, place: expect.any(String) }] });
    expect(await renameAccount(null, { ...(await key()), displayName: "改名" })).toMatchObject({ ok: false });
    expect(await endOffice(null, { ...(await key()), membershipId: "tm-ao-above", reason: "换岗" })).toMatchObject({ ok: false, message: "没有找到这条记录。" });
    expect(await endOffice(null, { ...(await key()), membershipId: "tm-ao-filler", reason: "换岗" })).toMatchObject({ ok: true });
    expect((await offices()).map(({ office }) => office)).toEqual(["supervision"]);
  });
});

describe("an account's page", () => {
  it("renames, with the version it was based on, and keeps names out of the log", async () => {
    const stale = await key();
    expect(await renameAccount(null, { ...stale, displayName: "东镇小学填报人" })).toMatchObject({ ok: true });
    expect(await renameAccount(null, { ...stale, displayName: "再改" })).toMatchObject({ ok: false, message: expect.stringContaining("刚被他人修改") });
    expect((await loadAccount(bureau, person)).account.displayName).toBe("东镇小学填报人");
    expect(JSON.stringify(await log())).not.toContain("东镇小学填报人");
  });

  it("asks why an account is disabled, shows it, and takes it away with the return", async () => {
    expect(await disableAccount(null, { ...(await key()), reason: " " })).toMatchObject({ ok: false, fields: { reason: "请写明原因。" } });
    expect(await disableAccount(null, { ...(await key()), reason: "调离本县" })).toMatchObject({ ok: true });
    const view = await loadAccount(bureau, person);
    expect(view.account).toMatchObject({ disabledReason: "调离本县" });
    expect(view.history[0]).toMatchObject({ what: "停用", actor: "ao-bureau", note: "调离本县" });
    expect(await addOffice(null, { ...(await key()), office: "principal", place: codes[1] })).toMatchObject({ ok: false, message: expect.stringContaining("已停用") });
    await enableAccount(null, await key());
    expect((await loadAccount(bureau, person)).account).toMatchObject({ disabledAt: null, disabledReason: null });
  });

  it("says who has never signed in by a real sign-in, not by the initial password", async () => {
    const row = async () => (await withScope(scopeOf(bureau), (tx) => listAccounts(tx, bureau, { page: 1, q: "ao-filler" }))).rows[0];
    expect(await row()).toMatchObject({ state: "waiting", lastSignInAt: null });
    await openSession(digest(newSecret()), person, new Date(Date.now() + 60_000), "127.0.0.1");
    expect(await row()).toMatchObject({ state: "active", lastSignInAt: expect.any(Date) });
    await owner.query("UPDATE users SET must_change_password = true WHERE id = $1", [person]);
    expect(await row()).toMatchObject({ state: "renewed" });
    expect((await loadAccount(bureau, person)).history[0]).toMatchObject({ what: "登录", note: "来自 127.0.0.1" });
    await owner.query("UPDATE users SET must_change_password = false WHERE id = $1", [person]);
  });
});
