import type { Tx } from "@/lib/db/with-scope";
import type { FilingData } from "./form";
import { readFiling } from "./read-data";

export type StoredVersion = { number: number; data: FilingData; reason: string | null; submittedAt: Date; decision: string; decidedAt: Date | null; opinion: string | null };

/** Every submission of a filing, newest first. */
export async function listVersions(tx: Tx, filingId: string): Promise<StoredVersion[]> {
  const rows = await tx.filingVersion.findMany({
    where: { filingId },
    orderBy: { number: "desc" },
    select: { number: true, data: true, reason: true, submittedAt: true, decision: true, decidedAt: true, opinion: true },
  });
  return rows.map((row) => ({ ...row, data: readFiling(row.data) }));
}
