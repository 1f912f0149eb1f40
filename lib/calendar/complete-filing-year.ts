"use server";

import { defineAction } from "@/lib/access/define-action";
import { asQuery } from "@/lib/db/query";
import { AppError } from "@/lib/errors";
import { holdStandard } from "@/lib/results/hold-standard";
import { getStandard } from "@/lib/results/get-standard";
import { assertOwnCounty } from "./assert-own-county";
import { completeInput } from "./schema";

/** Completes a year: every filing of the roster must be approved; afterwards figures change by corrections only, judged by the standard of this day (decision 0003). */
export const completeFilingYear = defineAction({
  act: "filing-year.manage",
  schema: completeInput,
  run: async ({ tx, actor, input }) => {
    const { divisionCode, year, version } = input;
    assertOwnCounty(actor, divisionCode);
    const open = await tx.filing.count({ where: { divisionCode, year, state: { in: ["open", "submitted", "returned"] } } });
    if (open > 0) throw new AppError("state", `还有 ${open} 所学校没有审定，不能完成这一年度。`);
    await holdStandard(asQuery(tx), divisionCode);
    const standard = await getStandard(asQuery(tx), divisionCode, year);
    const { count } = await tx.filingYear.updateMany({ where: { divisionCode, year, version, completedAt: null }, data: { completedAt: new Date(), standard, version: { increment: 1 } } });
    if (count === 0) throw new AppError("conflict", "填报日程刚被他人修改，请刷新后再办理。");
    return {
      value: undefined,
      message: `${year}学年初填报已完成，此后只能更正。`,
      audit: { act: "filing-year.complete", entity: "filing-year", entityId: `${divisionCode}-${year}`, divisionCode, detail: { year } },
      changed: [`/d/${divisionCode}`],
    };
  },
});
