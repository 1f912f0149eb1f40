"use server";

import { randomUUID } from "node:crypto";
import { defineAction } from "@/lib/access/define-action";
import { notFoundError } from "@/lib/errors";
import { assertOwnCounty } from "./assert-own-county";
import { exceptionInput, toDate } from "./schema";

/** One school may file after the closing day: for a reason and until a day. */
export const grantException = defineAction({
  act: "filing-year.manage",
  schema: exceptionInput,
  run: async ({ tx, actor, input }) => {
    const { divisionCode, year, schoolId, reason } = input;
    assertOwnCounty(actor, divisionCode);
    const filing = await tx.filing.findUnique({ where: { schoolId_year: { schoolId, year } }, select: { divisionCode: true } });
    if (filing?.divisionCode !== divisionCode) throw notFoundError();
    await tx.filingException.create({ data: { id: randomUUID(), divisionCode, schoolId, year, reason, endsOn: toDate(input.endsOn), createdBy: actor.userId } });
    return {
      value: undefined,
      message: `已同意补报，截止 ${input.endsOn}。`,
      audit: { act: "filing-year.exception", entity: "filing-year", entityId: `${divisionCode}-${year}`, divisionCode, schoolId, detail: { reason, endsOn: input.endsOn } },
      changed: [`/d/${divisionCode}/filings`, `/s/${schoolId}`],
    };
  },
});
