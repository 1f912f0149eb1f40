import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { listLiveSchools } from "@/lib/filings/list-live-schools";
import { AppError, notFoundError } from "@/lib/errors";
import { getStandard } from "@/lib/results/get-standard";
import { readInputs } from "@/lib/results/recompute-county";
import { fromFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import { shanghaiDay } from "@/lib/time";
import type { PlanInputs } from "./schema";

export type Basis = "approved" | "live";

const member = z.object({ schoolId: z.string(), groupId: z.string() });
/** Which 共同体 each school is in today. */
async function groupsOf(tx: Tx, divisionCode: string): Promise<Map<string, string>> {
  const { rows } = await asQuery(tx).query(
    `SELECT m.school_id AS "schoolId", m.group_id AS "groupId" FROM school_group_members m JOIN school_groups g ON g.id = m.group_id
      WHERE m.division_code = $1 AND m.kind = 'community' AND m.joined_on <= $2::date AND (m.left_on IS NULL OR $2::date < m.left_on) AND g.starts_on <= $2::date AND (g.ended_on IS NULL OR $2::date < g.ended_on)`,
    [divisionCode, shanghaiDay(new Date())],
  );
  return new Map(z.array(member).parse(rows).map(({ schoolId, groupId }) => [schoolId, groupId]));
}

/** Whether the reader may see 实时数据 of the county: only people of the county itself. */
export const mayReadLive = (actor: Actor, divisionCode: string): boolean => actor.office.level === "county" && actor.office.divisionCode === divisionCode && can(actor, "filing.read");

async function rowsOf(tx: Tx, divisionCode: string, year: number, basis: Basis): Promise<{ rows: SchoolFactRow[]; expected: number; standard: PlanInputs["standard"] }> {
  if (basis === "approved") {
    const { facts, expected, standard } = await readInputs(asQuery(tx), divisionCode, year);
    return { rows: facts, expected, standard };
  }
  const rows = await listLiveSchools(tx, divisionCode, year);
  return { rows, expected: rows.length, standard: await getStandard(asQuery(tx), divisionCode, year) };
}

/** What a plan stands on: the county's schools in a year, what they are judged by, and their 共同体. @throws AppError state, notFound. */
export async function readCounty(tx: Tx, actor: Actor, divisionCode: string, year: number, basis: Basis): Promise<PlanInputs> {
  if (basis === "live" && !mayReadLive(actor, divisionCode)) throw notFoundError();
  const { rows, expected, standard } = await rowsOf(tx, divisionCode, year, basis);
  if (rows.length === 0) throw new AppError("state", basis === "live" ? `${year} 年度没有列入填报的学校，不能测算。` : `${year} 年度还没有审定数据，不能测算；审核通过学校自评后再试，或改用实时数据。`);
  if (rows.length < expected) throw new AppError("state", `${year} 年度应报 ${expected} 所学校，审定 ${rows.length} 所，还差 ${expected - rows.length} 所；数据不全不能测算，没有审定的不按 0 计算。`);
  const groups = await groupsOf(tx, divisionCode);
  return {
    schools: rows.map(fromFactRow), standard,
    ids: Object.fromEntries(rows.map((row) => [row.code, row.school_id])),
    groups: Object.fromEntries(rows.flatMap((row) => { const group = groups.get(row.school_id); return group === undefined ? [] : [[row.code, group]]; })),
  };
}
