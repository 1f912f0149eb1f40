import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { LedgerFilters } from "./filters";
import { LEDGER_STATES, OWNERS, SOURCES } from "./rules";

export const PAGE_SIZE = 50;

const item = z.object({
  id: z.string(), source: z.enum(SOURCES), level: z.string(), schoolId: z.string().nullable(), school: z.string().nullable(), stage: z.string().nullable(), item: z.string(), problem: z.string(),
  gap: z.number().nullable(), gapUnit: z.string().nullable(), measure: z.string(), costYuan: z.number().nullable(), owner: z.enum(OWNERS), unitId: z.string().nullable(), unit: z.string().nullable(), post: z.string(),
  plannedYear: z.number().nullable(), dueOn: z.string().nullable(), state: z.enum(LEDGER_STATES), dataMet: z.boolean(), openedOn: z.string(), late: z.boolean(), version: z.number(),
});
/** An entry as lists show it; days are YYYY-MM-DD, amounts numbers. */
export type LedgerItem = z.infer<typeof item>;

export const LATE = `(e.due_on < $2::date AND e.state IN ('open', 'doing'))`;
const COLUMNS = `e.id, e.source, e.level, e.school_id AS "schoolId", coalesce(s.name, e.school_name) AS school, e.stage, e.item, e.problem, e.gap::float8 AS gap, e.gap_unit AS "gapUnit", e.measure, e.cost_yuan::float8 AS "costYuan",
  e.owner, e.unit_id AS "unitId", u.name AS unit, e.post, e.planned_year AS "plannedYear", to_char(e.due_on, 'YYYY-MM-DD') AS "dueOn", e.state, e.data_met AS "dataMet", to_char(e.opened_on, 'YYYY-MM-DD') AS "openedOn", coalesce(${LATE}, false) AS late, e.version`;
const FROM = `FROM ledger_entries e LEFT JOIN schools s ON s.id = e.school_id LEFT JOIN units u ON u.id = e.unit_id WHERE e.division_code = $1 AND e.retired_at IS NULL`;
/** Fixed SQL: what a person types comes as parameters. */
const MATCHES = `($3::text IS NULL OR CASE $3 WHEN 'overdue' THEN coalesce(${LATE}, false) WHEN 'data_met' THEN e.data_met AND e.state = 'waiting' WHEN 'standing' THEN e.state <> 'closed' ELSE e.state = $3 END)
  AND ($4::text IS NULL OR e.source = $4) AND ($5::text IS NULL OR e.item = $5) AND ($6::text IS NULL OR e.level = $6)
  AND ($7::text IS NULL OR e.unit_id = $7 OR (e.owner = $7 AND e.unit_id IS NULL)) AND ($8::int IS NULL OR e.planned_year = $8::int) AND ($9::text IS NULL OR strpos(coalesce(s.name, e.school_name, ''), $9) > 0)`;
const ORDER = `ORDER BY e.state = 'closed', coalesce(${LATE}, false) DESC, e.due_on NULLS LAST, coalesce(s.code, '') COLLATE "C", e.stage DESC NULLS LAST, e.item, e.id`;

const params = (code: string, today: string, { state, source, item: about, level, owner, planned, q }: LedgerFilters) => [code, today, state ?? null, source ?? null, about ?? null, level ?? null, owner ?? null, planned ?? null, q ?? null];
const counted = z.object({ matched: z.number() });

export type LedgerPage = { items: LedgerItem[]; matched: number; page: number; pages: number };

/** One page of a county's ledger in reach: what is late first, closed entries last. Two queries. */
export async function pageEntries(tx: Tx, code: string, today: string, filters: LedgerFilters): Promise<LedgerPage> {
  const db = asQuery(tx);
  const given = params(code, today, filters);
  const { matched } = counted.parse((await db.query(`SELECT count(*)::int AS matched ${FROM} AND ${MATCHES}`, given)).rows[0]);
  const pages = Math.max(1, Math.ceil(matched / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const { rows } = await db.query(`SELECT ${COLUMNS} ${FROM} AND ${MATCHES} ${ORDER} LIMIT ${PAGE_SIZE} OFFSET $10::int`, [...given, (page - 1) * PAGE_SIZE]);
  return { items: z.array(item).parse(rows), matched, page, pages };
}

/** All entries of a county that pass the filters, for the booklet and the workbook. */
export async function listAllEntries(tx: Tx, code: string, today: string, filters: LedgerFilters): Promise<LedgerItem[]> {
  const { rows } = await asQuery(tx).query(`SELECT ${COLUMNS} ${FROM} AND ${MATCHES} ORDER BY e.level, coalesce(s.code, '') COLLATE "C", e.stage DESC NULLS LAST, e.item, e.id`, params(code, today, filters));
  return z.array(item).parse(rows);
}

/** All entries of one school: its 一校一册. */
export async function listSchoolEntries(tx: Tx, school: { id: string; divisionCode: string }, today: string): Promise<LedgerItem[]> {
  const { rows } = await asQuery(tx).query(`SELECT ${COLUMNS} ${FROM} AND e.school_id = $3 ${ORDER}`, [school.divisionCode, today, school.id]);
  return z.array(item).parse(rows);
}

/** Entries by their ids, for those that stand beside something else. */
export async function listEntriesById(tx: Tx, code: string, today: string, ids: string[]): Promise<LedgerItem[]> {
  if (ids.length === 0) return [];
  const { rows } = await asQuery(tx).query(`SELECT ${COLUMNS} ${FROM} AND e.id = ANY ($3::text[]) ${ORDER}`, [code, today, ids]);
  return z.array(item).parse(rows);
}
