import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { listPages } from "./list-pages";
import { readWord, SEARCH_LIMIT, shareOut, type Hit, type Word } from "./match";


const placeRow = z.object({ code: z.string(), name: z.string(), path: z.string() });
const schoolRow = z.object({ id: z.string(), code: z.string(), name: z.string(), county: z.string() });

/** Divisions are open reference data, so the reader's own range is asked for here; the best match first. */
async function findPlaces(tx: Tx, actor: Actor, { name, code, initials }: Word): Promise<Hit[]> {
  const [low, high] = codeRange(actor.office.divisionCode);
  const rows = z.array(placeRow).parse(await tx.$queryRaw<unknown[]>`
    SELECT code, name, path FROM divisions
    WHERE code <> 'cn' AND code COLLATE "C" >= ${low} AND code COLLATE "C" < ${high}
      AND (strpos(name, ${name}) > 0 OR starts_with(code, ${code}::text) OR strpos(pinyin, ${initials}::text) > 0)
    ORDER BY (strpos(name, ${name}) = 1 OR starts_with(code, coalesce(${code}::text, '-')) OR starts_with(pinyin, coalesce(${initials}::text, '-'))) DESC, length(code), code COLLATE "C"
    LIMIT ${SEARCH_LIMIT}::int`);
  return rows.map((row) => ({ kind: "place", href: `/d/${row.code}/overview`, title: row.name, note: row.path }));
}

/** Row-level security says which schools there are. */
async function findSchools(tx: Tx, { name, code, initials }: Word): Promise<Hit[]> {
  const rows = z.array(schoolRow).parse(await tx.$queryRaw<unknown[]>`
    SELECT s.id, s.code, s.name, d.name AS county FROM schools s JOIN divisions d ON d.code = s.division_code
    WHERE strpos(s.name, ${name}) > 0 OR starts_with(s.code, ${code}::text) OR strpos(s.pinyin, ${initials}::text) > 0
    ORDER BY (strpos(s.name, ${name}) = 1 OR starts_with(s.code, coalesce(${code}::text, '-')) OR starts_with(s.pinyin, coalesce(${initials}::text, '-'))) DESC, s.code COLLATE "C"
    LIMIT ${SEARCH_LIMIT}::int`);
  return rows.map((row) => ({ kind: "school", href: `/s/${row.id}/overview`, title: row.name, note: `${row.county} · ${row.code}` }));
}

/** Pages of the active place, places and schools for what was typed, within the reader's reach. At most three queries. */
export async function findHits(tx: Tx, actor: Actor, typed: string): Promise<Hit[]> {
  const word = readWord(typed);
  const pages = await listPages(tx, actor, word);
  if (!word.name) return pages;
  const places = can(actor, "results.read") ? await findPlaces(tx, actor, word) : [];
  const schools = can(actor, "schools.read") ? await findSchools(tx, word) : [];
  const share = shareOut(places.length, schools.length, SEARCH_LIMIT - pages.length);
  return [...pages, ...places.slice(0, share.places), ...schools.slice(0, share.schools)];
}
