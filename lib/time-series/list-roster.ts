import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import type { Left, Roster } from "./roster";

const day = z.string();
const project = z.object({ name: z.string(), kind: z.string(), state: z.string(), stage: z.enum(STAGES), places: z.number(), area: z.number(), indicator: z.enum(INDICATOR_KEYS).nullable(), day, schoolId: z.string().nullable(), known: z.boolean() });
const row = z.object({
  closings: z.array(z.object({ schoolId: z.string(), name: z.string(), day, intoId: z.string().nullable() })),
  registered: z.array(z.object({ name: z.string(), day })), projects: z.array(project),
  seats: z.array(z.object({ stage: z.enum(STAGES), available: z.number() })),
});

/** Why a project that is due adds nothing to the figures; null where it does (as a school, or by lib/time-series/list-measures). */
function whyLeft({ kind, state, places, area, indicator, known, schoolId }: z.infer<typeof project>): string | null {
  if (state === "paused") return "暂缓的项目";
  if (kind === "new" && !known) return places > 0 ? null : "新建学校没有填写新增学位";
  if (schoolId === null || !known) return "没有对应有审定数据的学校";
  if (indicator === null) return "没有写明对应的缺口，建筑面积不能算作某一项指标";
  if (indicator !== "teachingArea" && indicator !== "sportsArea") return "对应的缺口不是面积，项目没有登记数量";
  return area > 0 ? null : "没有填写面积";
}

/**
 * What is on record about schools that close or open after the figures of `from` and until 1 September of `target`: dates of the
 * register of schools, new schools of the 建设项目库, and seats of the 学位供需表 (the newest year until the target). One query.
 */
export async function listRoster(tx: Tx, divisionCode: string, from: number, target: number): Promise<Roster> {
  const { rows } = await asQuery(tx).query(`
    WITH span AS (SELECT make_date($2::int, 9, 1) AS after, make_date($3::int, 9, 1) AS until),
    known AS (SELECT school_id FROM school_facts WHERE division_code COLLATE "C" = $1 AND year = $2::int),
    closings AS (SELECT s.id AS "schoolId", s.name, s.closed_on::text AS day, s.merged_into_id AS "intoId" FROM schools s JOIN known k ON k.school_id = s.id, span WHERE s.closed_on > after AND s.closed_on <= until ORDER BY s.code COLLATE "C"),
    registered AS (SELECT s.name, s.opened_on::text AS day FROM schools s, span WHERE s.division_code COLLATE "C" = $1 AND s.counted AND s.kind NOT IN ('special', 'vocational') AND s.opened_on > after AND s.opened_on <= until
      AND s.id NOT IN (SELECT school_id FROM known) AND NOT EXISTS (SELECT 1 FROM projects p WHERE p.school_id = s.id AND p.kind = 'new' AND p.retired_at IS NULL) ORDER BY s.code COLLATE "C"),
    built AS (SELECT name, kind, state, stage, places, area::float8, indicator, delivery_on::text AS day, school_id AS "schoolId", coalesce(school_id IN (SELECT school_id FROM known), false) AS known FROM projects, span
      WHERE division_code COLLATE "C" = $1 AND retired_at IS NULL AND delivery_on > after AND delivery_on <= until ORDER BY delivery_on, name),
    seats AS (SELECT DISTINCT ON (stage) stage, available FROM seat_needs WHERE division_code COLLATE "C" = $1 AND year > $2::int AND year <= $3::int ORDER BY stage, year DESC)
    SELECT (SELECT coalesce(json_agg(c), '[]') FROM closings c) AS closings, (SELECT coalesce(json_agg(r), '[]') FROM registered r) AS registered, (SELECT coalesce(json_agg(b), '[]') FROM built b) AS projects, (SELECT coalesce(json_agg(s), '[]') FROM seats s) AS seats`,
    [divisionCode, from, target]);
  const { closings, registered, projects, seats } = row.parse(rows[0]);
  const left = [
    ...projects.flatMap((one): Left[] => { const why = whyLeft(one); return why === null ? [] : [{ name: one.name, day: one.day, why }]; }),
    ...registered.map((one): Left => ({ ...one, why: "登记将开办，没有对应的新建项目，学位不详" })),
  ];
  const availableOf = (stage: (typeof STAGES)[number]) => seats.find((one) => one.stage === stage)?.available ?? null;
  return {
    closings, left, seats: { primary: availableOf("primary"), junior: availableOf("junior") },
    openings: projects.filter((one) => one.kind === "new" && !one.known && whyLeft(one) === null).map(({ name, stage, places, day: until }) => ({ name, stage, places, day: until })),
  };
}
