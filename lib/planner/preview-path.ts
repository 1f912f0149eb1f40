import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { Tx } from "@/lib/db/with-scope";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import { measureOf, targetText } from "@/lib/targets/measures";
import { entryDrafts, targetDrafts, withLine } from "./drafts";
import type { PlannedPath } from "./planned-path";
import type { PlanAsked, PlanInputs } from "./schema";

export type TargetChange = { year: number; measure: string; label: string; target: string; text: string; present: string | null; version: number };
export type EntryChange = { id: string; version: number; school: string; problem: string; measure: string; plannedYear: number; costYuan: string | null; post: string; line: string };
/** What confirming would write; what stands already as the path says is not written again. */
export type PathPreview = { targets: TargetChange[]; entries: EntryChange[]; same: number; unmatched: number; /** Problems in the ledger that the path could mend. */ open: number };

const stageOf = (text: string | null): Stage | null => STAGES.find((stage) => stage === text) ?? null;

async function targetChanges(tx: Tx, code: string, inputs: PlanInputs, planned: PlannedPath): Promise<{ changes: TargetChange[]; same: number }> {
  const present = await tx.yearTarget.findMany({ where: { divisionCode: code }, select: { year: true, measure: true, target: true, version: true, retiredAt: true } });
  const drafts = targetDrafts(evaluateCounty(inputs.schools, inputs.standard), planned);
  const changes = drafts.flatMap(({ year, measure: key, target }): TargetChange[] => {
    const measure = measureOf(key);
    const found = present.find((row) => row.year === year && row.measure === key);
    const standing = found && found.retiredAt === null ? Number(found.target) : null;
    if (!measure || standing === Number(target)) return [];
    return [{ year, measure: key, label: measure.label, target, text: targetText(measure, Number(target)), present: standing === null ? null : targetText(measure, standing), version: found?.version ?? 0 }];
  });
  return { changes, same: drafts.length - changes.length };
}

async function entryChanges(tx: Tx, code: string, inputs: PlanInputs, asked: PlanAsked, planned: PlannedPath) {
  const standing = await tx.ledgerEntry.findMany({
    where: { divisionCode: code, retiredAt: null, source: { in: ["shortfall", "self_check"] }, state: { in: ["open", "doing"] }, stage: { not: null } },
    select: { id: true, version: true, schoolId: true, schoolName: true, stage: true, item: true, problem: true, measure: true, costYuan: true, post: true, plannedYear: true }, orderBy: { id: "asc" },
  });
  const keyOf = (schoolId: string | null, stage: Stage | null, item: string) => `${schoolId ?? ""}/${stage ?? ""}/${item}`;
  const byKey = new Map(standing.map((entry) => [keyOf(entry.schoolId, stageOf(entry.stage), entry.item), entry]));
  const idOf = (school: string | null) => (school === null ? null : (inputs.ids[school] ?? ""));
  const names = new Map(inputs.schools.map((facts) => [facts.code, facts.name]));
  const { drafts, unmatched } = entryDrafts(planned, asked, (school, item) => STAGES.filter((stage) => byKey.has(keyOf(idOf(school), stage, item))), (school) => names.get(school) ?? school);
  const changes = drafts.flatMap((draft): EntryChange[] => {
    const entry = byKey.get(keyOf(idOf(draft.code), draft.stage, draft.item));
    const measure = entry ? withLine(entry.measure, draft.measure) : null;
    if (!entry || measure === null) return [];
    // a cost that a person estimated stays where the plan has none in 元
    const costYuan = draft.costYuan === null ? (entry.costYuan?.toString() ?? null) : draft.costYuan.toFixed(2);
    const stands = entry.measure === measure && entry.plannedYear === draft.plannedYear && Number(entry.costYuan ?? -1) === Number(costYuan ?? -1);
    return stands ? [] : [{ id: entry.id, version: entry.version, school: entry.schoolName ?? "县级", problem: entry.problem, measure, plannedYear: draft.plannedYear, costYuan, post: entry.post, line: draft.measure }];
  });
  return { changes, same: drafts.length - changes.length, unmatched, open: standing.length };
}

/** Everything that a path would change in yearly targets and ledger. Two queries. */
export async function previewPath(tx: Tx, code: string, inputs: PlanInputs, asked: PlanAsked, planned: PlannedPath): Promise<PathPreview> {
  const targets = await targetChanges(tx, code, inputs, planned);
  const entries = await entryChanges(tx, code, inputs, asked, planned);
  return { targets: targets.changes, entries: entries.changes, same: targets.same + entries.same, unmatched: entries.unmatched, open: entries.open };
}
