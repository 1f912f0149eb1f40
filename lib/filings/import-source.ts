import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { readBaseTable } from "@/lib/exchange/base-table";
import { planImport } from "@/lib/exchange/plan-import";
import { signature, type ImportPlan } from "@/lib/exchange/planned";
import { readUpload, tableFile } from "@/lib/exchange/read-upload";
import { listCampuses, listImportRoster } from "./list-import-roster";

/** Where an import goes and what is imported. */
export const importInput = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100), file: tableFile });
export type ImportInput = z.infer<typeof importInput>;

export type PreparedImport = { plan: ImportPlan; token: string };

/** Reads the file and compares it with the drafts; `lock` when the drafts are about to be written. The token names exactly what is shown. */
export async function prepareImport(tx: Tx, actor: Actor, { divisionCode, year, file }: ImportInput, lock: boolean): Promise<PreparedImport> {
  assertOwnCounty(actor, divisionCode);
  const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { completedAt: true } });
  if (!calendar) throw notFoundError();
  if (calendar.completedAt) throw new AppError("state", "这一年度已经完成，不能再导入。");
  const { placed, problems } = readBaseTable(await readUpload(file), "drafts");
  const plan = planImport(await listImportRoster(tx, divisionCode, year, lock), await listCampuses(tx, divisionCode), placed, problems);
  return { plan, token: createHash("sha256").update(signature(plan)).digest("hex") };
}
