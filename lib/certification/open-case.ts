import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { findBatch, handOf } from "./find-case";
import type { openInput } from "./schema";
import { isEnded, isStage } from "./stages";
import { caseAudit, logCase } from "./write-event";

/** 县级人民政府 begins its course in a batch; where the city's review is skipped is data of the division (seed-systems, Years). */
export async function openCase(tx: Tx, actor: Actor, input: z.infer<typeof openInput>) {
  const { divisionCode, batchId, statement, basicBalanceYear } = input;
  if (handOf(actor, divisionCode).level !== "county") throw notFoundError();
  const batch = await findBatch(tx, batchId);
  if (basicBalanceYear > batch.year) throw new AppError("invalid", undefined, { basicBalanceYear: `不能晚于评估年度 ${batch.year} 年。` });
  const due = batch.deadlines.nomination ?? null;
  if (due !== null && shanghaiDay(new Date()) > due) throw new AppError("state", `${batch.name}的自荐在 ${due} 截止。`);
  const division = await tx.division.findUnique({ where: { code: divisionCode, level: "county" }, select: { skipsCityReview: true } });
  if (!division) throw notFoundError();
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certification:${divisionCode}`}, 0))::text`;
  const known = await tx.certificationCase.findMany({ where: { divisionCode }, select: { batchId: true, stage: true } });
  if (known.some((one) => one.batchId === batchId)) throw new AppError("state", `本县已在${batch.name}申报。`);
  if (known.some((one) => isStage(one.stage) && !isEnded(one.stage))) throw new AppError("state", "本县已有一项申报在办理，或已经认定。");
  const row = { id: `c${divisionCode}-${batchId}`, divisionCode, stage: "nomination" as const };
  await tx.certificationCase.createMany({ data: { ...row, batchId, figuresYear: batch.figuresYear, skipsCity: division.skipsCityReview, holder: divisionCode, dueOn: due ? toDate(due) : null, statement, basicBalanceYear, openedBy: actor.userId } });
  await logCase(tx, actor, row, { act: "open", toStage: "nomination", text: statement });
  return { value: { id: row.id }, message: "自荐已登记，请经办人拟稿、审核后签发报送。", audit: caseAudit(row, "open", { batchId, basicBalanceYear, statement }), changed: [`/d/${divisionCode}/certification`] };
}
