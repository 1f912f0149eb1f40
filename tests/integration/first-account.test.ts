import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/lib/access/sign-in";
import { makeAdmin } from "@/lib/accounts/make-admin";
import { prisma } from "@/lib/db/client";
import { openOwner, stagePerson } from "../helpers/owner";

let owner: Client;
const gone = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE username = 'admin')");
  await owner.query("DELETE FROM memberships WHERE user_id IN (SELECT id FROM users WHERE username = 'admin')");
  await owner.query("DELETE FROM users WHERE username = 'admin'");
};
const user = async () => (await owner.query<{ id: string; must_change_password: boolean; office: string }>("SELECT u.id, u.must_change_password, m.office FROM users u JOIN memberships m ON m.user_id = u.id WHERE u.username = 'admin'")).rows;
const sessions = async () => Number((await owner.query("SELECT count(*) FROM sessions WHERE user_id = $1", [(await user())[0]?.id])).rows[0]?.count);

beforeAll(async () => {
  owner = await openOwner();
  await stagePerson(owner, "t-first-account", { office: "education", level: "nation", division: "cn" });
  await gone();
});
afterAll(async () => {
  await gone();
  await owner.end();
  await prisma().$disconnect();
});

describe("the account that makes all others", () => {
  it("is not made by a start when there are people; asked for by command it is, and signs in with what was shown", async () => {
    expect(await makeAdmin(owner, { first: true })).toBeNull();
    expect(await user()).toEqual([]);
    const made = await makeAdmin(owner, { first: false });
    expect(made).toMatchObject({ made: "created", username: "admin" });
    expect(await user()).toMatchObject([{ must_change_password: true, office: "sysadmin" }]);
    expect(await signIn("admin", made?.password ?? "", "127.0.0.9")).toMatchObject({ ok: true });
    expect(await sessions()).toBe(1);
  });
  it("gets a new password by the same command: the old one and what was open end, the office is not doubled", async () => {
    const again = await makeAdmin(owner, { first: false });
    expect([again?.made, (await user()).length, await sessions()]).toEqual(["renewed", 1, 0]);
    expect(await signIn("admin", again?.password ?? "", "127.0.0.9")).toMatchObject({ ok: true });
    expect((await owner.query("SELECT act FROM audit_events WHERE chain = 'cn' AND actor = '服务器命令' ORDER BY id DESC LIMIT 2")).rows).toEqual([{ act: "account.reset" }, { act: "account.create" }]);
    expect((await owner.query("SELECT audit_verify('cn') AS broken")).rows).toEqual([{ broken: null }]);
  });
  it("of a demonstration is left alone, and nothing stays half done", async () => {
    await owner.query("UPDATE users SET demo = true WHERE username = 'admin'");
    await expect(makeAdmin(owner, { first: false })).rejects.toThrow(/演示数据的系统管理员不能重置/);
    expect(await user()).toMatchObject([{ office: "sysadmin" }]);
  });
});
