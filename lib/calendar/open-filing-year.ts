"use server";

import { defineAction } from "@/lib/access/define-action";
import { AppError } from "@/lib/errors";
import { assertOwnCounty } from "./assert-own-county";
import { freezeRoster } from "./freeze-roster";
import { filingYearInput, startOfToday, toDate } from "./schema";

/** Opens a year over the frozen roster of the day, or moves the days of an open one. A completed year stands. */
export const openFilingYear = defineAction({
  act: "filing-year.manage",
  schema: filingYearInput,
  run: async ({ tx, actor, input }) => {
    const { divisionCode, year, version } = input;
    assertOwnCounty(actor, divisionCode);
    if (year < startOfToday().getUTCFullYear() - 1) throw new AppError("invalid", "只能开启本年度或上一年度的填报。");
    if (year > startOfToday().getUTCFullYear()) throw new AppError("invalid", `${year}学年初的数据还不存在，不能提前开启。`);
    const key = { divisionCode_year: { divisionCode, year } };
    const days = { opensOn: toDate(input.opensOn), closesOn: toDate(input.closesOn) };
    const standing = await tx.filingYear.findUnique({ where: key });
    if ((standing?.version ?? 0) !== version) throw new AppError("conflict", "填报日程刚被他人修改，请刷新后再办理。");
    if (standing?.completedAt) throw new AppError("state", "这一年度已经完成，不能再改日程。");
    if (standing) await tx.filingYear.update({ where: key, data: { ...days, version: { increment: 1 } } });
    else await tx.filingYear.create({ data: { divisionCode, year, ...days, rosterFrozenAt: new Date() } });
    if (!standing) await tx.$queryRaw`SELECT adopt_tasks(${year}::int, ${divisionCode})`;
    const schools = standing ? 0 : await freezeRoster(tx, divisionCode, year);
    if (!standing && schools === 0) throw new AppError("state", `学校名录中没有 ${year} 年 9 月 1 日在办的学校，请先建立学校名录。`);
    return {
      value: { schools },
      message: standing ? "填报日程已更新。" : `${year}学年初填报已开启，应报名册 ${schools} 所学校。`,
      audit: { act: standing ? "filing-year.change" : "filing-year.open", entity: "filing-year", entityId: `${divisionCode}-${year}`, divisionCode, detail: { opensOn: input.opensOn, closesOn: input.closesOn, schools, from: standing ? { opensOn: standing.opensOn, closesOn: standing.closesOn } : null } },
      changed: [`/d/${divisionCode}/filings`],
    };
  },
});
