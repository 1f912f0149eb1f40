"use server";

import { randomUUID } from "node:crypto";
import { defineAction } from "@/lib/access/define-action";
import { AppError, notFoundError } from "@/lib/errors";
import { assertOwnCounty } from "./assert-own-county";
import { exceptionInput, startOfToday, toDate } from "./schema";

/** One school may file after the closing day: for a reason and until a day. */
export const grantException = defineAction({
  act: "filing-year.manage",
  schema: exceptionInput,
  run: async ({ tx, actor, input }) => {
    const { divisionCode, year, schoolId, reason } = input;
    assertOwnCounty(actor, divisionCode);
    const filing = await tx.filing.findUnique({ where: { schoolId_year: { schoolId, year } }, select: { divisionCode: true } });
    if (filing?.divisionCode !== divisionCode) throw notFoundError();
    const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { closesOn: true, completedAt: true } });
    if (!calendar || calendar.completedAt) throw new AppError("state", "这一年度没有开启或已经完成，不能再同意补报。");
    if (toDate(input.endsOn) <= calendar.closesOn || toDate(input.endsOn) < startOfToday()) throw new AppError("invalid", undefined, { endsOn: "补报截止日期须晚于填报截止日期，且不早于今天。" });
    await tx.filingException.create({ data: { id: randomUUID(), divisionCode, schoolId, year, reason, endsOn: toDate(input.endsOn), createdBy: actor.userId } });
    return {
      value: undefined,
      message: `已同意补报，截止 ${input.endsOn}。`,
      audit: { act: "filing-year.exception", entity: "filing-year", entityId: `${divisionCode}-${year}`, divisionCode, schoolId, detail: { reason, endsOn: input.endsOn } },
      changed: [`/d/${divisionCode}/filings`, `/s/${schoolId}`],
    };
  },
});
