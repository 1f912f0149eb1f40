import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { scopeOf, toActor, type Actor } from "@/lib/access/actor";
import { digest, newSecret } from "@/lib/access/hash";
import { listIdentities } from "@/lib/access/list-identities";
import { can } from "@/lib/access/permissions";
import { switchOffice } from "@/lib/access/switch-office";
import { prisma } from "@/lib/db/client";
import { openSession, resolveSession, resolveToken } from "@/lib/db/doors";
import { withScope } from "@/lib/db/with-scope";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** The session in the cookie is the only thing that is not real here. */
const cookie = vi.hoisted((): { hash: string } => ({ hash: "" }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => current(), currentSessionHash: async () => cookie.hash }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const [HERE, THERE] = ["130302", "130303"];
let owner: pg.Client;
let person: string;

async function current(): Promise<Actor | null> {
  const bearer = await resolveSession(cookie.hash);
  return bearer ? toActor(bearer) : null;
}
const actor = async (): Promise<Actor> => {
  const found = await current();
  if (!found) throw new Error("nobody");
  return found;
};
const schoolsSeen = async () => withScope(scopeOf(await actor()), async (tx) => new Set((await tx.school.findMany({ where: { divisionCode: { in: [HERE, THERE] } }, select: { divisionCode: true } })).map((row) => row.divisionCode)));
const office = (id: string, values: string) => owner.query(`INSERT INTO memberships (id, user_id, office, level, division_code, school_id, starts_on, ends_on) VALUES ($1, $2, ${values}) ON CONFLICT (id) DO NOTHING`, [id, person]);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [HERE, THERE].map((code) => ({ code, years: [2025], schools: 12 })));
  person = await stagePerson(owner, "many", { office: "supervision", level: "county", division: HERE });
  await office("tm-there", `'education', 'county', '${THERE}', NULL, '2024-02-01', NULL`);
  await office("tm-both-1", `'filler', 'school', '${THERE}', 's${THERE}001', '2024-03-01', NULL`);
  await office("tm-both-2", `'principal', 'school', '${THERE}', 's${THERE}001', '2024-04-01', NULL`);
});
beforeEach(async () => {
  await owner.query("UPDATE memberships SET retired_at = NULL, ends_on = NULL WHERE user_id = $1", [person]);
  cookie.hash = digest(newSecret());
  await openSession(cookie.hash, person, new Date(Date.now() + 60_000), "127.0.0.1");
});
afterAll(async () => {
  await owner.query("DELETE FROM api_tokens WHERE id = 'tt-1'");
  await owner.end();
  await prisma().$disconnect();
});

describe("a person with offices at several places", () => {
  it("starts in the first, sees one entry a place, and reaches that place alone", async () => {
    expect(listIdentities(await actor()).map(({ title, active }) => [title.split(" · ")[1], active])).toEqual([["政府教育督导机构", true], ["教育行政部门", false], ["学校填报人、校长", false]]);
    expect(await schoolsSeen()).toEqual(new Set([HERE]));
    expect(can(await actor(), "filing.review")).toBe(false);
  });

  it("takes another from the next request on: rights, reach and home; the log says so", async () => {
    expect(await switchOffice(null, { membershipId: "tm-there" })).toEqual({ ok: true, data: `/d/${THERE}/overview`, message: undefined });
    expect(await schoolsSeen()).toEqual(new Set([THERE]));
    expect(can(await actor(), "filing.review")).toBe(true);
    const { rows } = await owner.query("SELECT user_id, detail FROM audit_events WHERE act = 'account.switch' AND chain = $1 ORDER BY seq DESC LIMIT 1", [THERE]);
    expect(rows).toEqual([{ user_id: person, detail: { from: { office: "supervision", division: HERE }, to: { office: "education", division: THERE } } }]);
  });

  it("adds up the offices of one school, whichever of them was chosen", async () => {
    for (const membershipId of ["tm-both-1", "tm-both-2"]) {
      expect(await switchOffice(null, { membershipId })).toMatchObject({ ok: true, data: `/s/s${THERE}001/overview` });
      expect(can(await actor(), "filing.submit")).toBe(true);
      expect(can(await actor(), "filing.review")).toBe(false);
      expect(listIdentities(await actor()).map(({ active }) => active)).toEqual([false, false, true]);
    }
  });

  it("falls back to an office still held when the active one is retired or has ended", async () => {
    for (const end of ["retired_at = now()", "ends_on = current_date - 1"]) {
      await switchOffice(null, { membershipId: "tm-there" });
      expect((await actor()).office.divisionCode).toBe(THERE);
      await owner.query(`UPDATE memberships SET ${end} WHERE id = 'tm-there'`);
      expect((await actor()).office).toMatchObject({ divisionCode: HERE, office: "supervision" });
      expect(await schoolsSeen()).toEqual(new Set([HERE]));
      await owner.query("UPDATE memberships SET retired_at = NULL, ends_on = NULL WHERE id = 'tm-there'");
    }
  });

  it("cannot take an office that is not held, nor change another session", async () => {
    const stranger = await stagePerson(owner, "stranger", { office: "education", level: "county", division: THERE });
    expect(await switchOffice(null, { membershipId: "tm-stranger" })).toMatchObject({ ok: false });
    const mine = cookie.hash;
    cookie.hash = digest(newSecret());
    await openSession(cookie.hash, stranger, new Date(Date.now() + 60_000), "127.0.0.1");
    await withScope(scopeOf(await actor()), (tx) => tx.session.updateMany({ where: { idHash: mine }, data: { membershipId: "tm-stranger" } }));
    expect((await owner.query("SELECT membership_id FROM sessions WHERE id_hash = $1", [mine])).rows).toEqual([{ membership_id: null }]);
  });

  it("a token keeps the office that it was made in, and ends with it", async () => {
    await owner.query("INSERT INTO api_tokens (id, user_id, membership_id, name, token_hash, expires_at) VALUES ('tt-1', $1, 'tm-there', 'x', 'hash-1', now() + interval '1 day') ON CONFLICT DO NOTHING", [person]);
    const bearer = await resolveToken("hash-1");
    expect(bearer ? toActor(bearer)?.office.divisionCode : null).toBe(THERE);
    await owner.query("UPDATE memberships SET retired_at = now() WHERE id = 'tm-there'");
    expect(await resolveToken("hash-1")).toBeNull();
  });
});
