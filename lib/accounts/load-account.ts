import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { DUTIES } from "@/lib/access/duties";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { managesAll, officesOf } from "./find-account";
import { listHistory } from "./list-history";
import { positionOptions } from "./load-accounts";
import { manages } from "./manager";
import { LEVEL_KEYS, OFFICE_KEYS } from "./rules";

const held = z.object({ id: z.string(), office: z.enum(OFFICE_KEYS), level: z.enum(LEVEL_KEYS), divisionCode: z.string(), place: z.string(), startsOn: z.date(), schools: z.number(), duties: z.array(z.enum(DUTIES)) });

/** The offices of an account that lie in the reader's reach. */
async function listOffices(tx: Tx, userId: string) {
  return z.array(held).parse(await tx.$queryRaw<unknown[]>`
    SELECT m.id, m.office, m.level, m.division_code AS "divisionCode", m.starts_on AS "startsOn", cardinality(m.school_ids) AS schools, m.duties,
      coalesce(s.name, d.name || coalesce(regexp_replace(u.name, '^[县市区]', ''), '')) AS place
    FROM memberships m JOIN divisions d ON d.code = m.division_code LEFT JOIN schools s ON s.id = m.school_id LEFT JOIN units u ON u.id = m.unit_id
    WHERE m.user_id = ${userId} AND m.retired_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= current_date) ORDER BY m.starts_on, m.id`);
}

/** Everything that /accounts/[id] shows; an account without an office that the person administers does not exist. */
export async function loadAccount(actor: Actor, id: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, actor.office.divisionCode);
    const account = await tx.user.findUnique({ where: { id }, select: { id: true, username: true, displayName: true, demo: true, mustChangePassword: true, disabledAt: true, disabledReason: true, lastSignInAt: true, createdAt: true, version: true } });
    if (!account || account.id === actor.userId) throw notFoundError();
    const all = await officesOf(tx, id);
    const offices = (await listOffices(tx, id)).map((office) => ({ ...office, mine: manages(actor, office) }));
    const whole = managesAll(actor, all);
    if (!whole && !offices.some(({ mine }) => mine)) throw notFoundError();
    const locks = await tx.$queryRaw<{ locked_until: Date }[]>`SELECT locked_until FROM auth_account_locks(ARRAY[${id}]::text[])`;
    return { place, account, offices, whole, last: all.length < 2, lockedUntil: locks[0]?.locked_until ?? null, options: await positionOptions(tx, actor), history: await listHistory(tx, id) };
  });
}
export type AccountView = Awaited<ReturnType<typeof loadAccount>>;
