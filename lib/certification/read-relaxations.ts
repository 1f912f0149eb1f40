import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { schoolFactRow } from "@/lib/results/schema";
import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import { dayOf } from "@/lib/time";
import { countdown, type Countdown } from "./monitoring";
import { fullyMet } from "./relaxed";
import { relaxedSubject } from "./relaxed-choices";

export type RelaxationView = { id: string; schoolCode: string; schoolName: string; item: string; subject: string; text: string; dueOn: string; plan: string; confirmedOn: string | null; confirmedNote: string; confirmedBy: string; version: number; countdown: Countdown; now: { year: number; met: boolean | null; text: string } | null };

const SELECT = { id: true, schoolCode: true, schoolName: true, item: true, text: true, dueOn: true, plan: true, confirmedOn: true, confirmedNote: true, confirmedBy: true, version: true } as const;

/** The latest approved facts of some schools. */
export async function readLatestFacts(tx: Tx, divisionCode: string, codes: readonly string[]): Promise<Map<string, SchoolFactRow>> {
  if (codes.length === 0) return new Map();
  const { rows } = await asQuery(tx).query(`SELECT DISTINCT ON (code) * FROM school_facts WHERE division_code COLLATE "C" = $1 AND code = ANY (string_to_array($2, ',')) ORDER BY code, year DESC`, [divisionCode, codes.join(",")]);
  return new Map(rows.map((row) => schoolFactRow.parse(row)).map((row) => [row.code, row]));
}

/** The relaxed items of a case, the first to end first, each with what the latest approved data says by the full standard. Two queries. */
export async function readRelaxations(tx: Tx, caseId: string, divisionCode: string, today: string): Promise<RelaxationView[]> {
  const rows = await tx.certificationRelaxation.findMany({ where: { caseId }, orderBy: [{ dueOn: "asc" }, { schoolCode: "asc" }, { item: "asc" }], select: SELECT });
  const facts = await readLatestFacts(tx, divisionCode, rows.map(({ schoolCode }) => schoolCode));
  return rows.map((row) => {
    const fact = facts.get(row.schoolCode);
    const now = fullyMet(fact, row.item);
    const dueOn = dayOf(row.dueOn);
    return { ...row, dueOn, confirmedOn: row.confirmedOn ? dayOf(row.confirmedOn) : null, subject: relaxedSubject(row.item), countdown: countdown(dueOn, today, row.confirmedOn !== null), now: fact && now ? { ...now, year: fact.year } : null };
  });
}
