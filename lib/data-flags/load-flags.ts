import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { childLength, codeRange } from "@/lib/divisions/codes";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { isFlagRule } from "./detect-rules";
import { flagRole } from "./move-flag";
import { FLAG_ACT_KEYS, isFlagState, refuseFlagAct } from "./rules";
import type { FlagFilters } from "./schema";

/** The flags of a county and year with what the reader may do, what waits first. */
async function countyFlags(tx: Tx, actor: Actor, code: string, year: number, filters: FlagFilters) {
  const rows = await tx.dataFlag.findMany({ where: { divisionCode: code, year }, orderBy: [{ rule: "asc" }, { key: "asc" }], take: 1000 });
  const role = flagRole(actor, code);
  const flags = rows.flatMap((row) => (isFlagState(row.state) && isFlagRule(row.rule) ? [{
    key: row.key, rule: row.rule, schoolId: row.schoolId, schoolName: row.schoolName, sentence: row.sentence, state: row.state, answer: row.answer, judgement: row.judgement, answeredAt: row.answeredAt, judgedAt: row.judgedAt, version: row.version,
    acts: FLAG_ACT_KEYS.filter((act) => isFlagState(row.state) && refuseFlagAct(row.state, act, role) === null),
  }] : []));
  const shown = flags.filter((flag) => (filters.state ? flag.state === filters.state : flag.state !== "gone") && (!filters.rule || flag.rule === filters.rule));
  return { all: flags, flags: shown.sort((a, b) => b.acts.length - a.acts.length), scan: await tx.dataScan.findUnique({ where: { divisionCode_year: { divisionCode: code, year } }, select: { schools: true, flagged: true, scannedAt: true } }), mayScan: role !== null };
}
export type FlagItem = Awaited<ReturnType<typeof countyFlags>>["flags"][number];

export type FlagTotals = { code: string; name: string; counties: number; scanned: number; schools: number; open: number; answered: number; cleared: number; confirmed: number };

/** What /d/[code]/flags shows: a county's flags, or the counts of the places below. */
export async function loadFlags(actor: Actor, code: string, asked: number | undefined, filters: FlagFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, filters, county: null, totals: [] };
    if (place.level === "county") return { place, year, filters, county: await countyFlags(tx, actor, code, year, filters), totals: [] };
    const [low, high] = codeRange(code);
    const length = childLength(place.level);
    const totals = await tx.$queryRaw<FlagTotals[]>`
      WITH flags AS (SELECT division_code, count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'answered') AS answered, count(*) FILTER (WHERE state = 'cleared') AS cleared, count(*) FILTER (WHERE state = 'confirmed') AS confirmed
        FROM data_flags WHERE year = ${year}::int AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high} GROUP BY 1),
      scans AS (SELECT division_code, schools FROM data_scans WHERE year = ${year}::int AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high})
      SELECT left(y.division_code, ${length}::int) AS code, d.name, count(*)::int AS counties, count(s.division_code)::int AS scanned, coalesce(sum(s.schools), 0)::int AS schools,
        coalesce(sum(f.open), 0)::int AS open, coalesce(sum(f.answered), 0)::int AS answered, coalesce(sum(f.cleared), 0)::int AS cleared, coalesce(sum(f.confirmed), 0)::int AS confirmed
      FROM filing_years y JOIN divisions d ON d.code = left(y.division_code, ${length}::int) LEFT JOIN flags f ON f.division_code = y.division_code LEFT JOIN scans s ON s.division_code = y.division_code
      WHERE y.year = ${year}::int AND y.division_code COLLATE "C" >= ${low} AND y.division_code COLLATE "C" < ${high} GROUP BY 1, 2 ORDER BY 1`;
    return { place, year, filters, county: null, totals };
  });
}
export type FlagsView = Awaited<ReturnType<typeof loadFlags>>;
