import { z } from "zod";
import { findCase } from "@/lib/certification/find-case";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";

const entered = z.object({ visitId: z.string(), caseId: z.string(), round: z.number(), divisionCode: z.string(), issuerCode: z.string(), drawn: z.array(z.string()), held: z.boolean() });
export type EnteredVisit = z.infer<typeof entered>;

/** The visits that are open to this person as an expert this minute (0039_experts). */
export async function listEntered(tx: Tx): Promise<EnteredVisit[]> {
  return z.array(entered).parse(await tx.$queryRaw<unknown[]>`SELECT visit_id AS "visitId", case_id AS "caseId", round, division_code AS "divisionCode", issuer_code AS "issuerCode", drawn, held FROM expert_visits()`);
}

export const HELD = "正在审核或签发决定，核实值和专家意见暂不能改动；需要补充的，请联系聘请您的督导机构。";

/** An open visit in which an expert may write, held for the rest of the transaction: nobody decides or ends it meanwhile. @throws AppError notFound, state. */
export async function findExpertVisit(tx: Tx, visitId: string) {
  const held = await tx.$queryRaw<{ open: boolean }[]>`SELECT hold_expert_visit(${visitId}) AS open`;
  const visit = held[0]?.open ? (await listEntered(tx)).find((one) => one.visitId === visitId) : undefined;
  if (!visit) throw notFoundError();
  if (visit.held) throw new AppError("state", HELD);
  return { row: await findCase(tx, visit.caseId), visit };
}
