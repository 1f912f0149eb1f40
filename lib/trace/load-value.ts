import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { mergePoints } from "@/lib/evaluation/merge-points";
import { listSchoolSections } from "@/lib/results/list-sections";
import { readFactRow } from "@/lib/results/read-fact-row";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { readSchool } from "@/lib/schools/load-school";
import { sameFigure } from "./exact-text";
import { explainValue } from "./explain-value";
import { schoolFigure } from "./keys";
import { readApproval } from "./read-approval";

/** How one value of a school's section came about, recomputed from the approved facts and held against what is stored. */
export async function loadValueTrace(actor: Actor, id: string, asked: number | undefined, text: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const figure = schoolFigure(text);
    const { school, year, standard } = await readSchool(tx, actor, id, asked);
    const row = year === null ? null : await readFactRow(tx, id, year);
    if (!figure || year === null || !row) throw notFoundError();
    const stored = (await listSchoolSections(tx, id, year)).find((section) => section.stage === figure.stage);
    if (!stored) throw notFoundError();
    const merges = standard.readings.smallTeachingPoints === "merged";
    const branches = merges ? await tx.school.findMany({ where: { parentSchoolId: id }, select: { id: true } }) : [];
    const points = [];
    for (const branch of branches) { const facts = await readFactRow(tx, branch.id, year); if (facts) points.push({ ...fromFactRow(facts), parentCode: school.code }); }
    const joined = merges ? mergePoints([fromFactRow(row), ...points].sort((a, b) => (a.code < b.code ? -1 : 1))) : null;
    const facts = joined?.schools.find(({ code }) => code === school.code) ?? fromFactRow(row);
    const trace = explainValue(facts, figure.stage, figure.key);
    return { school, year, figure, standard, trace, stored, merged: joined?.merged.size ?? 0, same: sameFigure(trace.value, stored.values[figure.key]), approval: await readApproval(tx, actor, school, year) };
  });
}
export type ValueTraceView = Awaited<ReturnType<typeof loadValueTrace>>;
