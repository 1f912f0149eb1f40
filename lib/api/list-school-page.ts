import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { listOf, schoolItem } from "./shapes";

const rowShape = z.array(schoolItem);

/** One page of the roster in the order of school codes; the cursor is the last code seen. */
export async function listSchoolPage(tx: Tx, actor: Actor, code: string, query: { year?: number; cursor?: string; limit: number }) {
  const place = await getPlace(tx, actor, code);
  const year = chooseYear(place, query.year) ?? 0;
  const [low, high] = codeRange(code);
  const rows = rowShape.parse(await tx.$queryRaw`
    SELECT s.id, s.code, s.name, s.kind, s.area_type AS "areaType", f.state FROM filings f JOIN schools s ON s.id = f.school_id
    WHERE f.year = ${year}::int AND f.division_code COLLATE "C" >= ${low} AND f.division_code COLLATE "C" < ${high} AND s.code COLLATE "C" > ${query.cursor ?? ""}
    ORDER BY s.code COLLATE "C" LIMIT ${query.limit + 1}::int`);
  const [{ total }] = z.tuple([z.object({ total: z.number() })]).parse(await tx.$queryRaw`
    SELECT count(*)::int AS total FROM filings f WHERE f.year = ${year}::int AND f.division_code COLLATE "C" >= ${low} AND f.division_code COLLATE "C" < ${high}`);
  const items = rows.slice(0, query.limit);
  return listOf(schoolItem).parse({ items, total, nextCursor: rows.length > query.limit ? (items.at(-1)?.code ?? null) : null });
}
