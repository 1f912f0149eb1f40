import pg from "pg";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty, type SeedCountyInput } from "@/lib/seed/seed-county";
import { actAs } from "@/lib/seed/insert";

/** The owner's connection: sets the stage and reads back what row-level security would hide. */
export async function openOwner(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

/** Seeds whole counties and commits them; existing ones are left as they are. */
export async function stageCounties(client: pg.Client, inputs: SeedCountyInput[]): Promise<void> {
  await client.query("BEGIN");
  await seedReference(client);
  for (const input of inputs) {
    await actAs(client, input.code);
    await seedCounty(client, input);
  }
  await client.query("COMMIT");
}

type Office = { office: string; level: string; division: string; school?: string };

/** A person with one office, for tests; returns the user id. */
export async function stagePerson(client: pg.Client, username: string, { office, level, division, school }: Office, passwordHash = "-"): Promise<string> {
  const id = `t-${username}`;
  await client.query("SELECT set_config('app.scope', 'cn', false)");
  await client.query(`INSERT INTO users (id, username, display_name, password_hash, must_change_password, division_code, school_id) VALUES ($1, $2, $2, $3, false, $4, $5)
    ON CONFLICT (id) DO UPDATE SET password_hash = excluded.password_hash, disabled_at = NULL`, [id, username, passwordHash, division, school ?? null]);
  await client.query(`INSERT INTO memberships (id, user_id, office, level, division_code, school_id, starts_on) VALUES ($1, $2, $3, $4, $5, $6, '2024-01-01') ON CONFLICT DO NOTHING`,
    [`tm-${username}`, id, office, level, division, school ?? null]);
  return id;
}
