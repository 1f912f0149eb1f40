import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { getPlace } from "@/lib/divisions/get-place";
import { AppError } from "@/lib/errors";
import { BUREAU, type LedgerState } from "@/lib/ledger/rules";
import { shanghaiDay } from "@/lib/time";
import { ledgerItem, listOf } from "./shapes";

const ITEMS = `SELECT e.id, e.division_code AS division, e.source, e.level, e.school_id AS school, e.stage, e.item, e.problem, e.gap::float8 AS gap, e.gap_unit AS unit, e.measure,
    CASE e.owner WHEN 'bureau' THEN $7 WHEN 'unit' THEN coalesce(u.name, '') ELSE e.school_name END AS owner, to_char(e.due_on, 'YYYY-MM-DD') AS "dueDate", e.state, coalesce(e.due_on < $6::date AND e.state IN ('open', 'doing'), false) AS overdue
  FROM ledger_entries e LEFT JOIN units u ON u.id = e.unit_id
  WHERE e.retired_at IS NULL AND e.division_code COLLATE "C" >= $1 AND e.division_code COLLATE "C" < $2 AND ($3::text IS NULL OR e.state = $3) AND (e.division_code COLLATE "C", e.id COLLATE "C") > ($4, $5)
  ORDER BY e.division_code COLLATE "C", e.id COLLATE "C" LIMIT $8::int`;
const TOTAL = `SELECT coalesce(sum(n), 0)::int AS total FROM ledger_counts WHERE division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND ($3::text IS NULL OR state = $3)`;

/** `CODE~ID` of the last entry seen. */
const cursorShape = z.string().regex(/^\d{6}~.{1,80}$/);

/** One page of a ledger in the order of counties and ids; the cursor is the last entry seen. */
export async function listLedgerPage(tx: Tx, actor: Actor, code: string, query: { state?: LedgerState; cursor?: string; limit: number }) {
  const place = await getPlace(tx, actor, code);
  if (query.cursor !== undefined && !cursorShape.safeParse(query.cursor).success) throw new AppError("invalid", undefined, { cursor: "请使用上一页返回的游标。" });
  const [afterCode = "", afterId = ""] = query.cursor?.split("~") ?? [];
  const db = asQuery(tx);
  const [low, high] = codeRange(place.code);
  const state = query.state ?? null;
  const { rows } = await db.query(ITEMS, [low, high, state, afterCode, afterId, shanghaiDay(new Date()), BUREAU, query.limit + 1]);
  const { total } = z.object({ total: z.number() }).parse((await db.query(TOTAL, [low, high, state])).rows[0]);
  const page = listOf(ledgerItem).parse({ items: rows.slice(0, query.limit), total, nextCursor: null });
  const last = page.items.at(-1);
  return { ...page, nextCursor: rows.length > query.limit && last ? `${last.division}~${last.id}` : null };
}
