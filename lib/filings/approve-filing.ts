"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { AppError } from "@/lib/errors";
import { assertMayAct, assertVersion, findFiling } from "./find-filing";
import { storeApproval } from "./store-approval";

/** The county approves: the facts are stored and the county's results recomputed in the same transaction. */
export const approveFiling = defineAction({
  act: "filing.review",
  schema: z.object({ filingId: z.string(), version: z.coerce.number().int(), opinion: z.string().trim().max(1000, "最多 1000 字。").default("") }),
  run: async ({ tx, actor, input }) => {
    const filing = await findFiling(tx, input.filingId, true);
    assertVersion(filing, input.version);
    assertMayAct(filing, "approve");
    if (filing.submittedNumber === null) throw new AppError("state");
    const number = filing.submittedNumber;
    await storeApproval(tx, filing, number, { userId: actor.userId, opinion: input.opinion });
    return {
      value: undefined,
      message: `已审定${filing.school.name}，本县结果已重新计算。`,
      audit: { act: "filing.approve", entity: "filing", entityId: filing.id, divisionCode: filing.divisionCode, schoolId: filing.schoolId, detail: { number, from: filing.state, to: "approved", replaces: filing.approvedNumber } },
      changed: [`/d/${filing.divisionCode}`, `/s/${filing.schoolId}`],
    };
  },
});
