import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { holdStandard } from "@/lib/results/hold-standard";
import { readInputs } from "@/lib/results/recompute-county";
import type { CaseRow } from "./find-case";
import { canonical, computeSnapshot, readSnapshot, type SnapshotInputs } from "./snapshot";

/** One name for one content: the same data, standard and readings give the same. */
export const fingerprintOf = (inputs: SnapshotInputs): string => createHash("sha256").update(canonical(inputs)).digest("hex");

/** The data of a county and year as it stands, held still until the end of the transaction: nobody approves anything meanwhile. */
export async function readCurrent(tx: Tx, divisionCode: string, year: number): Promise<SnapshotInputs> {
  const db = asQuery(tx);
  await holdStandard(db, divisionCode);
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`results:${divisionCode}:${year}`]);
  const { facts, county, expected, standard } = await readInputs(db, divisionCode, year);
  return { divisionCode, year, rows: facts, county, expected, standard };
}

/** What a submission may be drafted on: every school of the roster is approved. Incomplete is never zero. @throws AppError state. */
export async function readSubmittable(tx: Tx, { divisionCode, figuresYear }: Pick<CaseRow, "divisionCode" | "figuresYear">): Promise<SnapshotInputs> {
  const inputs = await readCurrent(tx, divisionCode, figuresYear);
  if (inputs.rows.length === 0) throw new AppError("state", `${figuresYear}学年初还没有审定的数据，不能报送自评。`);
  if (inputs.rows.length < inputs.expected) throw new AppError("state", `${figuresYear}学年初应报 ${inputs.expected} 所学校，审定 ${inputs.rows.length} 所；全部审定后才能报送自评。`);
  return inputs;
}

/** Freezes what is being submitted; refused when the data is no longer what the submission was drafted and checked on. */
export async function takeSnapshot(tx: Tx, actor: Actor, row: CaseRow, basis: string): Promise<{ round: number; fingerprint: string }> {
  const inputs = await readSubmittable(tx, row);
  const fingerprint = fingerprintOf(inputs);
  if (fingerprint !== basis) throw new AppError("state", "拟稿以后审定数据或标准、口径有变动，签发的内容与经办、审核时不同。请退回经办人核对后重新拟稿。");
  const round = row.round + 1;
  // As text: the client's own encoding of so large a document takes longer than everything else together.
  await tx.$executeRaw`INSERT INTO certification_snapshots (id, case_id, round, division_code, year, inputs, results, fingerprint, taken_by, results_at)
    VALUES (${randomUUID()}, ${row.id}, ${round}, ${row.divisionCode}, ${inputs.year}, ${JSON.stringify(inputs)}::jsonb, ${JSON.stringify(computeSnapshot(inputs))}::jsonb, ${fingerprint}, ${actor.userId},
      (SELECT computed_at FROM county_results WHERE division_code = ${row.divisionCode} AND year = ${inputs.year}))`;
  return { round, fingerprint };
}

/** The frozen inputs of a round. */
export async function getSnapshot(tx: Tx, caseId: string, round: number): Promise<{ inputs: SnapshotInputs; fingerprint: string; takenAt: Date }> {
  const row = await tx.certificationSnapshot.findUnique({ where: { caseId_round: { caseId, round } }, select: { inputs: true, fingerprint: true, takenAt: true } });
  if (!row) throw notFoundError();
  return { inputs: readSnapshot(row.inputs), fingerprint: row.fingerprint, takenAt: row.takenAt };
}
