import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { FILING_STATES } from "@/lib/filings/states";

const row = z.object({
  id: z.string(), name: z.string(), state: z.enum(FILING_STATES), draftAt: z.coerce.date().nullable(), number: z.number().nullable(), submittedAt: z.coerce.date().nullable(), decision: z.string().nullable(),
});
/** Where the 实时 figures of a school come from: a draft that is being written, else the last submission, else nothing. */
export type LiveSource = z.infer<typeof row> & { from: "draft" | "submitted" | "approved" | "none" };

const READ = `SELECT s.id, s.name, f.state, CASE WHEN f.state IN ('open', 'returned', 'correcting') THEN (SELECT max(d.updated_at) FROM filing_sections d WHERE d.filing_id = f.id) END AS "draftAt",
    v.number, v.submitted_at AS "submittedAt", v.decision
  FROM filings f JOIN schools s ON s.id = f.school_id
    LEFT JOIN LATERAL (SELECT number, submitted_at, decision FROM filing_versions v WHERE v.filing_id = f.id ORDER BY number DESC LIMIT 1) v ON true
  WHERE f.division_code COLLATE "C" = $1 AND f.year = $2::int AND s.counted ORDER BY s.code COLLATE "C"`;

const fromOf = ({ draftAt, number, decision }: z.infer<typeof row>): LiveSource["from"] => (draftAt !== null ? "draft" : number === null ? "none" : decision === "approved" ? "approved" : "submitted");

/** From which drafts and submissions the 实时 figures of a county are computed; for the county alone, as these figures are (ARCHITECTURE 4). */
export async function loadLiveOrigin(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (place.level !== "county" || year === null || actor.office.level !== "county" || !can(actor, "filing.read")) throw notFoundError();
    const { rows } = await asQuery(tx).query(READ, [code, year]);
    const schools = z.array(row).parse(rows).map((one): LiveSource => ({ ...one, from: fromOf(one) }));
    const items = await tx.countyFact.groupBy({ by: ["state"], where: { divisionCode: code, year }, _count: true });
    return { kind: "live" as const, place, year, schools, items: { approved: items.find(({ state }) => state === "approved")?._count ?? 0, all: items.reduce((sum, one) => sum + one._count, 0) } };
  });
}
export type LiveOriginView = Awaited<ReturnType<typeof loadLiveOrigin>>;
