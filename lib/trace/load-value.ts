import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { mergePoints } from "@/lib/evaluation/merge-points";
import { getSources } from "@/lib/filings/get-sources";
import { itemRules } from "@/lib/items/rules";
import { listSchoolSections } from "@/lib/results/list-sections";
import { readFactRow } from "@/lib/results/read-fact-row";
import { fromFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import { readSchool } from "@/lib/schools/load-school";
import type { StandardInForce } from "@/lib/standard/in-force";
import { sameFigure } from "./exact-text";
import { explainSchoolCount } from "./explain-school-count";
import { askedOfSchools, notAsked, schoolItemInputs, schoolSays } from "./explain-school-item";
import { explainValue } from "./explain-value";
import { sameAsForm } from "./form-facts";
import { schoolFigure } from "./keys";
import { readApproval } from "./read-approval";
import { readLayers } from "./read-layers";

/** The school's facts with those of its small 教学点 where the reading merges them, and the names of these. */
async function withPoints(tx: Tx, id: string, year: number, row: SchoolFactRow, { readings }: StandardInForce): Promise<{ facts: SchoolFacts; merged: string[] }> {
  if (readings.smallTeachingPoints !== "merged") return { facts: fromFactRow(row), merged: [] };
  const points: SchoolFacts[] = [];
  for (const branch of await tx.school.findMany({ where: { parentSchoolId: id }, select: { id: true } })) {
    const facts = await readFactRow(tx, branch.id, year);
    if (facts) points.push({ ...fromFactRow(facts), parentCode: row.code });
  }
  const { schools, merged } = mergePoints([fromFactRow(row), ...points].sort((a, b) => (a.code < b.code ? -1 : 1)));
  return { facts: schools.find(({ code }) => code === row.code) ?? fromFactRow(row), merged: points.filter(({ code }) => merged.has(code)).map(({ name }) => name) };
}

/** How one figure of a school came about, recomputed from the approved facts and held against what is stored and against the approved form. */
export async function loadValueTrace(actor: Actor, id: string, asked: number | undefined, text: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const figure = schoolFigure(text);
    const { school, year, standard, state } = await readSchool(tx, actor, id, asked);
    const row = year === null ? null : await readFactRow(tx, id, year);
    if (!figure || year === null || !row) throw notFoundError();
    const form = await tx.filingVersion.findFirst({ where: { schoolId: id, year, number: row.number }, select: { data: true } });
    const { facts, merged } = await withPoints(tx, id, year, row, standard);
    const base = {
      school, year, standard, correcting: state === "correcting" || state === "resubmitted", merged, campuses: (await getSources(tx, id, year)).campuses, approval: await readApproval(tx, actor, school, year),
      sameForm: form === null ? null : sameAsForm(row, form.data), layers: await readLayers(tx, school.divisionCode, year),
    };
    if (figure.kind === "item") {
      const [own, rules] = [{ facts: fromFactRow(row), more: row.more }, itemRules(standard.readings, year)];
      const reason = notAsked(figure.item, own, rules);
      const says = reason === null ? schoolSays(figure.item, own, rules, null) : { text: reason };
      if (!askedOfSchools(figure.item) || !says) throw notFoundError();
      return { ...base, kind: "item" as const, same: null, item: figure.item, asked: reason === null, says, inputs: schoolItemInputs(figure.item, own) };
    }
    const stored = (await listSchoolSections(tx, id, year)).find((section) => section.stage === figure.stage);
    if (figure.kind !== "value") {
      const trace = explainSchoolCount(figure, row, facts);
      if (!trace) throw notFoundError();
      return { ...base, kind: "count" as const, figure, trace, same: stored === undefined || figure.kind === "classes" || stored.students === trace.value };
    }
    if (!stored) throw notFoundError();
    const trace = explainValue(facts, figure.stage, figure.key);
    return { ...base, kind: "value" as const, figure, trace, stored, same: sameFigure(trace.value, stored.values[figure.key]) };
  });
}
export type SchoolTraceView = Awaited<ReturnType<typeof loadValueTrace>>;
export type ValueTraceView = Extract<SchoolTraceView, { kind: "value" }>;
