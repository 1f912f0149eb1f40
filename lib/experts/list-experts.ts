import type { Tx } from "@/lib/db/with-scope";
import { dayOf } from "@/lib/time";
import { phaseOf, type Phase } from "./rules";
import { appointmentState, schoolWords } from "./schema";

export type ExpertOpinion = { text: string; schools: { name: string; text: string }[]; at: Date };
export type ExpertLine = { id: string; userId: string; name: string; task: string; fromOn: string; untilOn: string; phase: Phase; endedReason: string; version: number; opinion: ExpertOpinion | null };

/** The experts of a visit as the reader may know them, each with the opinion that was submitted; with the visit all appointments have ended. Two queries. */
export async function listExperts(tx: Tx, visitId: string, names: ReadonlyMap<string, string>, underWay: boolean, today: string): Promise<ExpertLine[]> {
  const rows = await tx.certificationExpert.findMany({ where: { visitId }, orderBy: [{ appointedAt: "asc" }, { id: "asc" }], select: { id: true, userId: true, name: true, task: true, fromOn: true, untilOn: true, state: true, endedReason: true, version: true } });
  const opinions = rows.length === 0 ? [] : await tx.certificationExpertOpinion.findMany({ where: { visitId, state: "submitted" }, select: { userId: true, text: true, schools: true, updatedAt: true } });
  const told = new Set<string>();
  return rows.map(({ fromOn, untilOn, state, ...row }) => {
    const days = { fromOn: dayOf(fromOn), untilOn: dayOf(untilOn) };
    // Someone appointed twice has one opinion, shown once.
    const found = told.has(row.userId) ? undefined : opinions.find(({ userId }) => userId === row.userId);
    told.add(row.userId);
    return {
      ...row, ...days, phase: underWay ? phaseOf({ ...days, state: appointmentState.parse(state) }, today) : "ended",
      opinion: found ? { text: found.text, at: found.updatedAt, schools: Object.entries(schoolWords.parse(found.schools)).map(([code, text]) => ({ name: names.get(code) ?? code, text })) } : null,
    };
  });
}
