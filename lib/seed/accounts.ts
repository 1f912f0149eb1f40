import type { ClientBase } from "pg";
import { DUTIES } from "@/lib/access/duties";
import { hashPassword } from "@/lib/access/hash";
import { COUNTIES_WITH_UNITS, DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./demo-accounts";
import { actAs, insertRows, type Row } from "./insert";
import { unitId, unitRows } from "./units";

const STARTS_ON = "2024-01-01";

function userRow({ username, displayName, offices: [first] }: DemoAccount, passwordHash: string): Row {
  return {
    id: `u-${username}`,
    username,
    display_name: displayName,
    password_hash: passwordHash,
    must_change_password: false,
    demo: true,
    division_code: first.division,
    school_id: first.school ?? null,
    version: 1,
    created_at: `${STARTS_ON}T00:00:00Z`,
  };
}

function membershipRows({ username, offices }: DemoAccount): Row[] {
  return offices.map((place, index) => ({
    id: `m-${username}-${index + 1}`,
    user_id: `u-${username}`,
    office: place.office,
    level: place.level,
    division_code: place.division,
    school_id: place.school ?? null,
    unit_id: place.unit ? unitId(place.division, place.unit) : null,
    school_ids: place.schools ?? [],
    duties: place.duties ?? [...DUTIES],
    starts_on: STARTS_ON,
  }));
}

/** Units of the counties that have people, then the accounts. Schools need not exist yet: offices name them by id. */
export async function seedAccounts(client: ClientBase): Promise<number> {
  const names = await client.query<{ code: string; name: string }>("SELECT code, name FROM divisions WHERE code = ANY ($1)", [COUNTIES_WITH_UNITS]);
  for (const county of names.rows) {
    await actAs(client, county.code);
    await insertRows(client, "units", unitRows(county));
  }
  await actAs(client, "cn");
  const known = await client.query<{ id: string }>("SELECT id FROM users WHERE demo");
  const present = new Set(known.rows.map(({ id }) => id));
  const missing = DEMO_ACCOUNTS.filter(({ username }) => !present.has(`u-${username}`));
  if (missing.length === 0) return 0;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const written = await insertRows(client, "users", missing.map((account) => userRow(account, passwordHash)));
  await insertRows(client, "memberships", missing.flatMap(membershipRows));
  return written;
}
