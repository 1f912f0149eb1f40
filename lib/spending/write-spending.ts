import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertFreshRow, beginOwn, finishOwn } from "@/lib/plans/begin-own";
import { shanghaiDay } from "@/lib/time";
import type { spendingInput } from "./schema";

const finish = finishOwn("/spending");

/** The spending of a finished or running year; whether it fell is computed. */
export async function setSpending(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof spendingInput>) {
  const { divisionCode, year } = input;
  await beginOwn(tx, actor, divisionCode);
  if (year > Number(shanghaiDay(new Date()).slice(0, 4))) throw new AppError("invalid", undefined, { year: "只填已经发生的年份。" });
  const where = { divisionCode_year: { divisionCode, year } };
  const before = await tx.spendingYear.findUnique({ where });
  assertFreshRow(before, version);
  await tx.spendingYear.upsert({ where, create: input, update: { ...input, version: { increment: 1 } } });
  const said = (row: { totalWan: { toString(): string }; perPupil: { toString(): string } } | null) => (row ? { totalWan: row.totalWan.toString(), perPupil: row.perPupil.toString() } : null);
  return finish(divisionCode, "spending.set", "spending-year", `${divisionCode}/${year}`, { from: said(before), to: said(input) }, `${year} 年教育支出已保存。`);
}
