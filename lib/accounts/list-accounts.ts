import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { ACCOUNT_STATES, type AccountFilters, type AccountState } from "./list-filters";
import { managersOf } from "./manager";
import { choicesOf, OFFICE_KEYS } from "./rules";

export const PAGE_SIZE = 50;

const row = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  version: z.number(),
  demo: z.boolean(),
  lastSignInAt: z.date().nullable(),
  state: z.enum(ACCOUNT_STATES),
  offices: z.array(z.object({ office: z.enum(OFFICE_KEYS), place: z.string() })),
});
const summary = z.object({ total: z.number(), waiting: z.number(), disabled: z.number(), matched: z.number() });

export type AccountRow = Omit<z.infer<typeof row>, "state"> & { state: AccountState | "locked" };
export type AccountList = { rows: AccountRow[]; counts: z.infer<typeof summary>; page: number; pages: number };

const empty: AccountList = { rows: [], counts: { total: 0, waiting: 0, disabled: 0, matched: 0 }, page: 1, pages: 1 };

/** One page of the accounts that the person administers, by name, with how many there are. Three queries. */
export async function listAccounts(tx: Tx, actor: Actor, filters: AccountFilters): Promise<AccountList> {
  const kinds = [...new Set(managersOf(actor).flatMap(choicesOf).map(({ level, office }) => `${level}:${office}`))];
  if (kinds.length === 0) return empty;
  const { office = null, state = null, q = null } = filters;
  const counted = await tx.$queryRaw<unknown[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE a.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE a.state = 'disabled')::int AS disabled,
      count(*) FILTER (WHERE (${office}::text IS NULL OR ${office}::text = ANY (a.held)) AND (${state}::text IS NULL OR a.state = ${state}::text)
        AND (${q || null}::text IS NULL OR strpos(a.words, lower(${q}::text)) > 0))::int AS matched
    FROM (
      SELECT CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN u.last_sign_in_at IS NULL THEN 'waiting' WHEN u.must_change_password AND NOT u.demo THEN 'renewed' ELSE 'active' END AS state,
        array_agg(m.office) AS held, lower(concat_ws(' ', u.username, u.display_name, string_agg(s.name, ' '))) AS words
      FROM users u JOIN memberships m ON m.user_id = u.id AND m.retired_at IS NULL LEFT JOIN schools s ON s.id = m.school_id
      WHERE u.id <> ${actor.userId} AND m.level || ':' || m.office = ANY (${kinds}::text[]) GROUP BY u.id) a`;
  const counts = summary.parse(counted[0]);
  const pages = Math.max(1, Math.ceil(counts.matched / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const found = z.array(row).parse(await tx.$queryRaw<unknown[]>`
    SELECT * FROM (
      SELECT u.id, u.username, u.display_name AS "displayName", u.version, u.demo, u.last_sign_in_at AS "lastSignInAt",
        CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN u.last_sign_in_at IS NULL THEN 'waiting' WHEN u.must_change_password AND NOT u.demo THEN 'renewed' ELSE 'active' END AS state,
        jsonb_agg(jsonb_build_object('office', m.office, 'place', coalesce(s.name, d.name || coalesce(regexp_replace(n.name, '^[县市区]', ''), ''))) ORDER BY m.starts_on, m.office) AS offices,
        array_agg(m.office) AS held, lower(concat_ws(' ', u.username, u.display_name, string_agg(s.name, ' '))) AS words
      FROM users u JOIN memberships m ON m.user_id = u.id AND m.retired_at IS NULL JOIN divisions d ON d.code = m.division_code
        LEFT JOIN schools s ON s.id = m.school_id LEFT JOIN units n ON n.id = m.unit_id
      WHERE u.id <> ${actor.userId} AND m.level || ':' || m.office = ANY (${kinds}::text[]) GROUP BY u.id) a
    WHERE (${office}::text IS NULL OR ${office}::text = ANY (a.held)) AND (${state}::text IS NULL OR a.state = ${state}::text)
      AND (${q || null}::text IS NULL OR strpos(a.words, lower(${q}::text)) > 0)
    ORDER BY a.username LIMIT ${PAGE_SIZE}::int OFFSET ${(page - 1) * PAGE_SIZE}::int`);
  const locks = await tx.$queryRaw<{ user_id: string }[]>`SELECT user_id FROM auth_account_locks(${found.map(({ id }) => id)}::text[])`;
  const locked = new Set(locks.map((lock) => lock.user_id));
  return { rows: found.map((account) => ({ ...account, state: locked.has(account.id) && account.state !== "disabled" ? "locked" : account.state })), counts, page, pages };
}
