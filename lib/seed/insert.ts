import type { ClientBase } from "pg";

const CHUNK = 2_000;

/** What a seeded column may hold; objects become jsonb, string lists text[]. */
export type Cell = string | number | boolean | null | object;
export type Row = Record<string, Cell>;

/** Seeds run as the owner. Where the owner is no superuser, forced row-level security asks for a reach like
 *  anybody's; it lasts until the transaction ends. */
export async function actAs(client: ClientBase, divisionCode: string): Promise<void> {
  await client.query("SELECT set_config('app.scope', $1, true)", [divisionCode]);
}

/** Inserts rows of equal shape, a few thousand a statement; rows that exist already are left as people changed them. */
export async function insertRows(client: ClientBase, table: string, rows: Row[], onConflict = "DO NOTHING"): Promise<number> {
  const first = rows[0];
  if (!first) return 0;
  const columns = Object.keys(first).join(", ");
  let written = 0;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const result = await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT ${onConflict}`,
      [JSON.stringify(rows.slice(from, from + CHUNK))],
    );
    written += result.rowCount ?? 0;
  }
  return written;
}
