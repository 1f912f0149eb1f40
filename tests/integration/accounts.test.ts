import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { verifyPassword } from "@/lib/access/hash";
import { signIn } from "@/lib/access/sign-in";
import { digest } from "@/lib/access/hash";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountInput, openAccount } from "@/lib/accounts/open-account";
import { openSchoolAccounts } from "@/lib/accounts/open-school-accounts";
import { renewPassword } from "@/lib/accounts/renew-password";
import { newSecrets } from "@/lib/accounts/secrets";
import { switchAccount } from "@/lib/accounts/switch-account";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { prisma } from "@/lib/db/client";
import * as doors from "@/lib/db/doors";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { seedReference } from "@/lib/seed/divisions";

/** Two counties of different cities that no demonstration uses. Rows are written for good, so each test starts anew. */
const COUNTY = "110105";
const OTHER = "110106";
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });

const school = (county: string, index: number) => ({ id: `t${county}${index}`, code: `91${county}${String(index).padStart(2, "0")}`, name: `测试${index}小` });
const IDS = [1, 2, 3].map((index) => school(COUNTY, index).id);

function actorAt(level: Actor["office"]["level"], divisionCode: string, office: Actor["office"]["office"] = "education"): Actor {
  const held = { id: `m-${divisionCode}`, office, level, divisionCode, divisionName: divisionCode, schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: [] };
  return { userId: `test-${level}-${divisionCode}`, username: `test-${divisionCode}`, displayName: "测试", mustChangePassword: false, demo: false, office: held, offices: [held] };
}
const county = actorAt("county", COUNTY);

/** One act as defineAction runs it: the person's reach, one transaction, the log. */
const act = <T extends { audit: AuditEntry | AuditEntry[] }>(actor: Actor, run: (tx: Tx) => Promise<T>) =>
  withScope(scopeOf(actor), async (tx) => {
    const outcome = await run(tx);
    for (const entry of [outcome.audit].flat()) await appendEvent(tx, actor, entry);
    return outcome;
  });

const create = async (actor: Actor, input: Record<string, unknown>) => {
  const [secret] = await newSecrets(1);
  if (!secret) throw new Error("no secret");
  return act(actor, (tx) => openAccount(tx, actor, accountInput.parse({ displayName: "填报人", ...input }), secret));
};
const filler = (username: string, index = 1, at = COUNTY) => ({ office: "filler", place: school(at, index).code, username });
const bulk = async (people: "one" | "two", schoolIds = IDS, actor = county) => {
  const secrets = await newSecrets(schoolIds.length * 2);
  return act(actor, (tx) => openSchoolAccounts(tx, actor, { schoolIds, people }, secrets));
};
const rows = async <T extends pg.QueryResultRow>(text: string, params: unknown[] = []) => (await owner.query<T>(text, params)).rows;
const accounts = () => rows<{ id: string; username: string; version: number; must_change_password: boolean; password_hash: string }>("SELECT * FROM users WHERE division_code LIKE '11%' ORDER BY username");
const one = async (username: string) => {
  const found = (await accounts()).find((row) => row.username === username);
  if (!found) throw new Error(`no account ${username}`);
  return found;
};
const renew = async (actor: Actor, key: { userId: string; version: number }) => {
  const [secret] = await newSecrets(1);
  if (!secret) throw new Error("no secret");
  return act(actor, (tx) => renewPassword(tx, actor, key, secret));
};

async function sweep() {
  await owner.query("DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE division_code LIKE '11%')");
  await owner.query("DELETE FROM memberships WHERE division_code LIKE '11%'");
  await owner.query("DELETE FROM users WHERE division_code LIKE '11%'");
  await owner.query("DELETE FROM sign_in_attempts");
}

beforeAll(async () => {
  await owner.connect();
  await seedReference(owner);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const place of [COUNTY, OTHER])
    for (const index of [1, 2, 3]) {
      const { id, code, name } = school(place, index);
      await owner.query("INSERT INTO schools (id, code, name, kind, division_code) VALUES ($1, $2, $3, 'primary', $4) ON CONFLICT DO NOTHING", [id, code, name, place]);
    }
});
beforeEach(sweep);
afterAll(async () => {
  await sweep();
  await owner.query("DELETE FROM schools WHERE id LIKE 't11010%'");
  await owner.query("DELETE FROM units WHERE division_code = $1", [COUNTY]);
  await owner.end();
  await prisma().$disconnect();
});

describe("one account", () => {
  it("a county opens its school's; the slip's password signs in and must be changed", async () => {
    const { value } = await create(county, filler("school-t1"));
    const slip = value[0];
    expect(slip).toMatchObject({ username: "school-t1", place: "测试1小", offices: "学校填报人" });
    const account = await one("school-t1");
    expect(account.must_change_password).toBe(true);
    expect(await verifyPassword(account.password_hash, slip?.password ?? "")).toBe(true);
    const entered = await signIn("school-t1", slip?.password ?? "", "192.0.2.1");
    if (!entered.ok) throw new Error("not signed in");
    const bearer = await doors.resolveSession(digest(entered.secret));
    expect(bearer?.must_change_password).toBe(true);
    expect(bearer?.offices).toMatchObject([{ office: "filler", level: "school", divisionCode: COUNTY, schoolId: school(COUNTY, 1).id }]);
  });

  it("writes the log, and no password in it", async () => {
    const { value } = await create(county, filler("school-t1"));
    const { id, version, password_hash } = await one("school-t1");
    const again = await renew(county, { userId: id, version });
    const events = await rows<{ act: string; division_code: string; text: string }>("SELECT act, division_code, to_jsonb(e)::text AS text FROM audit_events e WHERE entity_id = $1 ORDER BY id", [id]);
    expect(events.map((event) => event.act)).toEqual(["account.create", "account.reset"]);
    expect(events.every((event) => event.division_code === COUNTY)).toBe(true);
    for (const hidden of [value[0]?.password, again.value[0]?.password, password_hash, "argon2"]) for (const { text } of events) expect(text).not.toContain(hidden);
  });

  it("refuses another county, the county itself and everything above, and writes nothing", async () => {
    await expect(create(county, filler("school-t1", 1, OTHER))).rejects.toMatchObject({ code: "invalid" });
    for (const input of [
      { office: "supervision", place: OTHER, username: "sup-other" },
      { office: "education", place: COUNTY, username: "edu-same" },
      { office: "education", place: "11", username: "province-x" },
      { office: "education", place: "1101", username: "city-xx" },
      { office: "sysadmin", place: "cn", username: "admin-x" },
    ])
      await expect(create(county, input), input.username).rejects.toMatchObject({ code: "forbidden" });
    expect(await accounts()).toEqual([]);
    expect(await rows("SELECT 1 FROM users WHERE username IN ('admin-x', 'province-x')")).toEqual([]);
  });

  it("is not opened by those who do not manage accounts", async () => {
    for (const office of ["supervision", "government", "section"] as const)
      await expect(create(actorAt("county", COUNTY, office), filler("school-t1"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await accounts()).toEqual([]);
  });

  it("names a clash, also with an account out of reach", async () => {
    await create(actorAt("county", OTHER), filler("taken-name", 1, OTHER));
    await expect(create(county, filler("taken-name"))).rejects.toMatchObject({ code: "conflict", fields: { username: "用户名“taken-name”已被使用，请换一个。" } });
  });

  it("a unit that is new is opened with its account; an inspector's schools are the county's own", async () => {
    await create(county, { office: "unit", place: COUNTY, username: "unit-cz", unitName: "测试财政局" });
    await create(county, { office: "unit", place: COUNTY, username: "unit-cz2", unitName: "测试财政局" });
    expect(await rows("SELECT kind FROM units WHERE division_code = $1 AND name = '测试财政局'", [COUNTY])).toEqual([{ kind: "member" }]);
    await expect(create(county, { office: "inspector", place: COUNTY, username: "insp-1", schoolIds: [school(OTHER, 1).id] })).rejects.toMatchObject({ code: "invalid" });
    await create(county, { office: "inspector", place: COUNTY, username: "insp-1", schoolIds: IDS.slice(0, 2) });
    expect(await rows("SELECT school_ids FROM memberships m JOIN users u ON u.id = m.user_id WHERE username = 'insp-1'")).toEqual([{ school_ids: IDS.slice(0, 2) }]);
  });
});

describe("accounts of many schools", () => {
  it("are opened two a school, and none twice", async () => {
    await create(county, { ...filler("own-name"), place: school(COUNTY, 1).code });
    expect((await bulk("two")).value.map(({ username }) => username)).toEqual([1, 2, 3].flatMap((index) => [...(index > 1 ? [`school-${school(COUNTY, index).code}`] : []), `principal-${school(COUNTY, index).code}`]));
    expect((await bulk("two")).value).toEqual([]);
    expect((await bulk("one")).value).toEqual([]);
    const held = await rows("SELECT school_id, office FROM memberships WHERE division_code = $1 ORDER BY 1, 2", [COUNTY]);
    expect(held).toEqual(IDS.flatMap((id) => [{ school_id: id, office: "filler" }, { school_id: id, office: "principal" }]));
  });

  it("or one that holds both offices, with a name that is free", async () => {
    await create(county, { office: "supervision", place: COUNTY, username: `school-${school(COUNTY, 2).code}` });
    const { value, audit } = await bulk("one");
    expect(value).toHaveLength(3);
    expect(value[1]).toMatchObject({ username: `school-${school(COUNTY, 2).code}-2`, offices: "学校填报人、校长" });
    expect(audit).toHaveLength(3);
  });

  it("at the same moment by two clerks: still one each", async () => {
    await Promise.all([bulk("two"), bulk("two")]);
    expect(await accounts()).toHaveLength(6);
  });

  it("with one school of another county: nothing at all", async () => {
    await expect(bulk("two", [...IDS, school(OTHER, 1).id])).rejects.toMatchObject({ code: "forbidden" });
    expect(await accounts()).toEqual([]);
  });
});

describe("reset and disable", () => {
  const opened = async () => {
    const { value } = await create(county, filler("school-t1"));
    const entered = await signIn("school-t1", value[0]?.password ?? "", "192.0.2.1");
    if (!entered.ok) throw new Error("not signed in");
    const account = await one("school-t1");
    return { key: { userId: account.id, version: account.version }, session: digest(entered.secret), password: value[0]?.password ?? "" };
  };

  it("a reset ends the sessions, lifts the lock and replaces the password", async () => {
    const { key, session, password } = await opened();
    for (let index = 0; index < 6; index += 1) await doors.recordRefusal("school-t1", "192.0.2.1", { account: 5, address: 100 });
    expect((await signIn("school-t1", password, "192.0.2.1")).ok).toBe(false);
    const listed = await withScope(scopeOf(county), (tx) => listAccounts(tx, county, { page: 1 }));
    expect(listed.rows).toMatchObject([{ username: "school-t1", state: "locked" }]);
    const { value } = await renew(county, key);
    expect(await doors.resolveSession(session)).toBeNull();
    expect((await signIn("school-t1", password, "192.0.2.1")).ok).toBe(false);
    expect((await signIn("school-t1", value[0]?.password ?? "", "192.0.2.1")).ok).toBe(true);
  });

  it("a disabled account is signed out and does not come in; enabled again it does", async () => {
    const { key, session, password } = await opened();
    await act(county, (tx) => switchAccount(tx, county, key, { state: "disabled", reason: "调离" }));
    expect(await doors.resolveSession(session)).toBeNull();
    expect(await doors.findAccount("school-t1")).toMatchObject({ disabled: true });
    expect(await signIn("school-t1", password, "192.0.2.1")).toEqual({ ok: false, reason: "wrong" });
    await expect(act(county, (tx) => switchAccount(tx, county, { ...key, version: 2 }, { state: "disabled", reason: "调离" }))).rejects.toMatchObject({ code: "state" });
    await act(county, (tx) => switchAccount(tx, county, { ...key, version: 2 }, { state: "enabled" }));
    expect((await signIn("school-t1", password, "192.0.2.1")).ok).toBe(true);
  });

  it("another county finds no such account, a stale page is told, and nothing changes", async () => {
    const { key, session } = await opened();
    await expect(renew(actorAt("county", OTHER), key)).rejects.toMatchObject({ code: "notFound" });
    await expect(renew(county, { ...key, version: 7 })).rejects.toMatchObject({ code: "conflict" });
    await withScope(scopeOf(actorAt("county", OTHER)), (tx) => tx.$queryRaw`SELECT auth_close_sessions(${key.userId})`);
    await withScope(scopeOf(actorAt("county", OTHER, "inspector")), (tx) => tx.$queryRaw`SELECT auth_close_sessions(${key.userId})`);
    expect(await doors.resolveSession(session)).not.toBeNull();
    expect(await one("school-t1")).toMatchObject({ version: key.version });
  });

  it("a person who also holds an office above is not the county's to reset; nor is the county itself", async () => {
    const { key } = await opened();
    await owner.query("INSERT INTO memberships (id, user_id, office, level, division_code) VALUES ($1, $2, 'education', 'province', '11')", [randomUUID(), key.userId]);
    await expect(renew(county, key)).rejects.toMatchObject({ code: "forbidden" });
    await create(actorAt("province", "11"), { office: "education", place: COUNTY, username: "county-t" });
    const bureau = await one("county-t");
    await expect(renew(county, { userId: bureau.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(renew({ ...county, userId: bureau.id }, { userId: bureau.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a demonstration account keeps its password", async () => {
    const { key } = await opened();
    await owner.query("UPDATE users SET demo = true WHERE id = $1", [key.userId]);
    await expect(renew(county, key)).rejects.toMatchObject({ code: "forbidden", message: "演示账号的密码不能重置。" });
  });
});

describe("the list", () => {
  it("shows whom the place administers, filtered and counted", async () => {
    await bulk("two");
    await create(actorAt("province", "11"), { office: "education", place: COUNTY, username: "county-t" });
    const see = (actor: Actor, filters = {}) => withScope(scopeOf(actor), (tx) => listAccounts(tx, actor, { page: 1, ...filters }));
    const all = await see(county);
    expect(all.counts).toEqual({ total: 6, waiting: 6, disabled: 0, matched: 6 });
    expect((await see(county, { office: "principal", q: "测试2" })).rows).toMatchObject([{ offices: [{ office: "principal", place: "测试2小" }] }]);
    expect((await see(county, { state: "disabled", page: 9 })).rows).toEqual([]);
    expect((await see(actorAt("province", "11"))).rows.map(({ username }) => username)).toEqual(["county-t"]);
    expect((await see(actorAt("county", OTHER))).counts.total).toBe(0);
    expect((await see(actorAt("nation", "cn", "sysadmin"), { q: "school-91" })).counts.matched).toBe(3);
    expect((await see(actorAt("county", COUNTY, "supervision"))).counts.total).toBe(0);
  });
});
