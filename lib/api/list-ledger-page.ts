import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange, levelOf, within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { BUREAU, type LedgerState } from "@/lib/ledger/rules";
import { shanghaiDay } from "@/lib/time";
import { ledgerItem } from "./shapes";

const ITEMS = `SELECT e.id, e.division_code AS division, e.source, e.level, e.school_id AS school, e.stage, e.item, e.problem, e.gap::float8 AS gap, e.gap_unit AS unit, e.measure,
    CASE e.owner WHEN 'bureau' THEN $7 WHEN 'unit' THEN coalesce(u.name, '') ELSE e.school_name END AS owner, to_char(e.due_on, 'YYYY-MM-DD') AS "dueDate", e.state, coalesce(e.due_on < $6::date AND e.state IN ('open', 'doing'), false) AS overdue
  FROM ledger_entries e LEFT JOIN units u ON u.id = e.unit_id
  WHERE e.retired_at IS NULL AND e.division_code COLLATE "C" >= $1 AND e.division_code COLLATE "C" < $2 AND ($3::text IS NULL OR e.state = $3) AND (e.division_code COLLATE "C", e.id COLLATE "C") > ($4, $5)
  ORDER BY e.division_code COLLATE "C", e.id COLLATE "C" LIMIT $8::int`;
/** Whether the division exists, and how many there are: from the counters, or, for people of a unit, who see theirs alone, from the entries. */
const HEAD = `SELECT EXISTS (SELECT 1 FROM divisions WHERE code = $4) AS known, CASE WHEN $5::boolean
    THEN (SELECT count(*) FROM ledger_entries WHERE retired_at IS NULL AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2 AND ($3::text IS NULL OR state = $3))
    ELSE entries_in_reach($3, $1, $2) END::int AS total`;
const head = z.object({ known: z.boolean(), total: z.number() });

type Item = z.infer<typeof ledgerItem>;
/** `CODE~ID` of the last entry seen. */
const cursorShape = z.string().regex(/^\d{6}~.{1,80}$/);

/** One page of a ledger in the order of counties and ids; the cursor is the last entry seen. Two queries. */
export async function listLedgerPage(tx: Tx, actor: Actor, code: string, query: { state?: LedgerState; cursor?: string; limit: number }): Promise<{ items: Item[]; total: number; nextCursor: string | null }> {
  const { office } = actor;
  const ofUnit = office.office === "unit";
  const inReach = ofUnit ? code === office.divisionCode : office.level !== "school" && office.office !== "inspector" && within(code, office.divisionCode);
  if (levelOf(code) === null || !inReach) throw notFoundError();
  if (query.cursor !== undefined && !cursorShape.safeParse(query.cursor).success) throw new AppError("invalid", undefined, { cursor: "请使用上一页返回的游标。" });
  const [afterCode = "", afterId = ""] = query.cursor?.split("~") ?? [];
  const db = asQuery(tx);
  const range = [...codeRange(code), query.state ?? null];
  const { known, total } = head.parse((await db.query(HEAD, [...range, code, ofUnit])).rows[0]);
  if (!known) throw notFoundError();
  const rows = z.array(ledgerItem).parse((await db.query(ITEMS, [...range, afterCode, afterId, shanghaiDay(new Date()), BUREAU, query.limit + 1])).rows);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, total, nextCursor: rows.length > query.limit && last ? `${last.division}~${last.id}` : null };
}
