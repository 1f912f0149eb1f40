import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import { asQuery, type Query } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { CHECK_TEXT, countCheck, planCheck, type Change, type CheckPlan } from "./check-rules";
import { newEntryId } from "./open-entry";
import { readVerdicts } from "./read-verdicts";
import { LEDGER_STATES } from "./rules";
import type { CheckInput } from "./schema";
import { officeName } from "./write-entry";

const standing = z.array(z.object({ id: z.string(), key: z.string(), state: z.enum(LEDGER_STATES), dataMet: z.boolean(), dataYear: z.number(), problem: z.string(), gap: z.number().nullable() }));
const STANDING = `SELECT id, source_key AS key, state, data_met AS "dataMet", data_year AS "dataYear", problem, gap::float8 AS gap FROM ledger_entries
  WHERE division_code = $1 AND source IN ('shortfall', 'self_check') AND retired_at IS NULL FOR UPDATE`;

const OPEN = `INSERT INTO ledger_entries (id, division_code, school_id, school_name, source, source_key, level, stage, item, problem, gap, gap_unit, owner, planned_year, due_on, data_year, opened_on)
  SELECT id, $1, school_id, school_name, source, key, CASE WHEN school_id IS NULL THEN 'county' ELSE 'school' END, stage, item, problem, gap, gap_unit, CASE WHEN school_id IS NULL THEN 'bureau' ELSE 'school' END, $3::int, $4::date, $5::int, $6::date
  FROM jsonb_to_recordset($2::jsonb) AS r(id text, school_id text, school_name text, source text, key text, stage text, item text, problem text, gap numeric, gap_unit text)`;

const CHANGE = `UPDATE ledger_entries e SET state = r.state, data_met = r.data_met, problem = r.problem, gap = r.gap, gap_unit = coalesce(r.gap_unit, e.gap_unit), data_year = $3::int, updated_at = now(), version = e.version + 1,
    closed_at = CASE WHEN r.state = 'closed' THEN e.closed_at END, closed_by = CASE WHEN r.state = 'closed' THEN e.closed_by END,
    opened_on = CASE WHEN r.reopened THEN $4::date ELSE e.opened_on END, due_on = CASE WHEN r.reopened THEN $5::date ELSE e.due_on END, planned_year = CASE WHEN r.reopened THEN $6::int ELSE e.planned_year END,
    rectified_by = CASE WHEN r.reopened THEN '{}' ELSE e.rectified_by END, reason = coalesce(r.reason, e.reason)
  FROM jsonb_to_recordset($2::jsonb) AS r(id text, state text, data_met boolean, problem text, gap numeric, gap_unit text, reopened boolean, reason text) WHERE e.id = r.id AND e.division_code = $1`;

const LOG = `INSERT INTO ledger_events (id, entry_id, division_code, user_id, by_name, act, from_state, to_state, text)
  SELECT gen_random_uuid()::text, entry_id, $1, $3, $4, act, from_state, to_state, text FROM jsonb_to_recordset($2::jsonb) AS r(entry_id text, act text, from_state text, to_state text, text text)`;

const reasonOf = ({ kind }: Change, year: number): string | null => (kind === "unmet" || kind === "reopen" ? CHECK_TEXT[kind](year) : null);

/** Writes a plan in three statements, whatever its size. */
async function writeCheck(db: Query, actor: Actor, { divisionCode: code, year, dueOn }: CheckInput, plan: CheckPlan): Promise<void> {
  const today = shanghaiDay(new Date());
  const planned = Number(dueOn.slice(0, 4));
  const opened = plan.open.map((verdict) => ({ ...verdict, id: newEntryId(code), school_id: verdict.schoolId, school_name: verdict.schoolName, gap_unit: verdict.gapUnit }));
  const changed = plan.changes.map((change) => ({ ...change, state: change.to, data_met: change.dataMet, gap_unit: change.gapUnit, reason: reasonOf(change, year) }));
  if (opened.length > 0) await db.query(OPEN, [code, JSON.stringify(opened), planned, dueOn, year, today]);
  if (changed.length > 0) await db.query(CHANGE, [code, JSON.stringify(changed), year, today, dueOn, planned]);
  const log = [
    ...opened.map(({ id }) => ({ entry_id: id, act: "open", from_state: "open", to_state: "open", text: `按 ${year} 学年初数据自查` })),
    ...changed.map(({ id, kind, from, to }) => ({ entry_id: id, act: `check-${kind}`, from_state: from, to_state: to, text: CHECK_TEXT[kind](year) })),
  ];
  if (log.length > 0) await db.query(LOG, [code, JSON.stringify(log), actor.userId, officeName(actor)]);
}

/**
 * 自查: holds the stored results of a year against the standard, item by item, and brings the ledger into line (seed: S4, X12). Two at once
 * wait for each other; run again, it changes nothing. @throws AppError state, invalid, notFound.
 */
export async function selfCheck(tx: Tx, actor: Actor, input: CheckInput) {
  const { divisionCode, year, dueOn } = input;
  assertOwnCounty(actor, divisionCode);
  if (toDate(dueOn) < startOfToday()) throw new AppError("invalid", undefined, { dueOn: "整改期限不能早于今天。" });
  const db = asQuery(tx);
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`ledger:${divisionCode}`]);
  const verdicts = await readVerdicts(db, divisionCode, year);
  if (!verdicts || verdicts.length === 0) throw new AppError("state", `${year} 年度还没有审定数据，审核通过学校自评后才能自查。`);
  const entries = standing.parse((await db.query(STANDING, [divisionCode])).rows);
  const newest = Math.max(0, ...entries.map((entry) => entry.dataYear));
  if (newest > year) throw new AppError("state", `台账已按 ${newest} 年度数据自查，请选择 ${newest} 年度或以后的年度。`);
  const plan = planCheck(entries, verdicts, year);
  await writeCheck(db, actor, input, plan);
  const count = countCheck(plan, verdicts);
  const parts = [count.opened ? `新登记 ${count.opened} 个` : "", count.refreshed ? `更新 ${count.refreshed} 个` : "", count.met ? `数据已达标、待核验 ${count.met} 个` : "", count.reopened ? `重新整改 ${count.reopened} 个` : ""].filter(Boolean);
  return {
    value: count,
    message: `${year} 年度自查完成，未达标 ${count.failing} 项次：${parts.length > 0 ? parts.join("，") : "台账没有变化"}。`,
    audit: { act: "ledger.self-check", entity: "ledger", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, dueOn, ...count } },
    changed: [`/d/${divisionCode}/ledger`],
  };
}
