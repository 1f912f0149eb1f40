import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";

export type Candidate = { userId: string; name: string; username: string };

const row = z.object({ userId: z.string(), name: z.string(), username: z.string() });

/** Accounts that hold the office of an expert of the reader's own body today. One query. */
export async function listCandidates(tx: Tx, { userId, office }: Actor): Promise<Candidate[]> {
  return z.array(row).parse(await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT u.id AS "userId", u.display_name AS name, u.username FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.office = 'expert' AND m.level = ${office.level} AND m.division_code = ${office.divisionCode} AND m.retired_at IS NULL AND m.starts_on <= current_date AND (m.ends_on IS NULL OR m.ends_on >= current_date)
      AND u.disabled_at IS NULL AND u.id <> ${userId} ORDER BY u.username`);
}
