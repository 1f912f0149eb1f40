import type { Prisma } from "@/lib/db/generated/client";
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

type Stored = Prisma.CertificationRelaxationGetPayload<{ select: typeof SELECT }>;

/** Stored rows with how long each has and what the latest approved data says by the full standard. */
async function withFacts(tx: Tx, rows: readonly Stored[], divisionCode: string, today: string): Promise<RelaxationView[]> {
  const facts = await readLatestFacts(tx, divisionCode, rows.map(({ schoolCode }) => schoolCode));
  return rows.map((row) => {
    const fact = facts.get(row.schoolCode);
    const now = fullyMet(fact, row.item);
    const dueOn = dayOf(row.dueOn);
    return { ...row, dueOn, confirmedOn: row.confirmedOn ? dayOf(row.confirmedOn) : null, subject: relaxedSubject(row.item), countdown: countdown(dueOn, today, row.confirmedOn !== null), now: fact && now ? { ...now, year: fact.year } : null };
  });
}

const ORDER = [{ dueOn: "asc" }, { schoolCode: "asc" }, { item: "asc" }] as const;

/** The relaxed items of a case, the first to end first. Two queries. */
export async function readRelaxations(tx: Tx, caseId: string, divisionCode: string, today: string): Promise<RelaxationView[]> {
  return withFacts(tx, await tx.certificationRelaxation.findMany({ where: { caseId }, orderBy: [...ORDER], select: SELECT }), divisionCode, today);
}

/** The relaxed items of one school while its county's recognition stands, for whoever reads the school. */
export async function readSchoolRelaxations(tx: Tx, { code, divisionCode }: { code: string; divisionCode: string }, today: string): Promise<RelaxationView[]> {
  const rows = await tx.certificationRelaxation.findMany({ where: { divisionCode, schoolCode: code }, orderBy: [...ORDER], select: { ...SELECT, caseId: true } });
  if (rows.length === 0) return [];
  const standing = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM unnest(${[...new Set(rows.map(({ caseId }) => caseId))]}::text[]) AS id WHERE recognition_stands(id)`;
  return withFacts(tx, rows.filter(({ caseId }) => standing.some(({ id }) => id === caseId)).map(({ caseId: _, ...row }) => row), divisionCode, today);
}
