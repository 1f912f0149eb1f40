import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { readBaseTable } from "@/lib/exchange/base-table";
import type { PlacedSchool } from "@/lib/exchange/outliers";
import { outliers } from "@/lib/exchange/outliers";
import { planImport, type RosterEntry } from "@/lib/exchange/plan-import";
import { signature, type ImportPlan } from "@/lib/exchange/planned";
import { readUpload, readWorkbook, tableFile } from "@/lib/exchange/read-upload";
import { readStatistics, statisticsSheets, type StatisticsSheet } from "@/lib/exchange/statistics";
import { statisticsMapping } from "@/lib/exchange/statistics-mapping";
import { listCampuses, listImportRoster } from "./list-import-roster";

const json = z.string().max(200_000).transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "对应关系无法识别，请刷新后重试。" });
    return z.NEVER;
  }
});

/** Where an import goes. */
export const importPlace = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100), file: tableFile });
/** With a mapping the file is the statistics export, without one the base table. */
export const importInput = importPlace.extend({ mapping: json.pipe(statisticsMapping).optional() });
export type ImportInput = z.infer<typeof importInput>;

export type PreparedImport = { plan: ImportPlan; token: string };
export type ImportSource = PreparedImport & { roster: RosterEntry[]; placed: PlacedSchool[] };

/** The county's own bureau, in a year that is not completed. */
export async function assertMayImport(tx: Tx, actor: Actor, divisionCode: string, year: number): Promise<void> {
  assertOwnCounty(actor, divisionCode);
  const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { completedAt: true } });
  if (!calendar) throw notFoundError();
  if (calendar.completedAt) throw new AppError("state", "这一年度已经完成，不能再导入。");
}

/** The sheets of a statistics export; a workbook without any is refused with what is expected. */
export async function readStatisticsFile(file: File): Promise<StatisticsSheet[]> {
  const sheets = statisticsSheets(await readWorkbook(file));
  if (sheets.length === 0) throw new AppError("invalid", undefined, { file: "没有找到统计表：工作表名称应含“小学”“初中”或“高中”，表头应有“学校名称”一列。" });
  return sheets;
}

async function planOf(tx: Tx, { divisionCode, file, mapping }: ImportInput, roster: RosterEntry[]): Promise<{ plan: ImportPlan; placed: PlacedSchool[] }> {
  const campuses = await listCampuses(tx, divisionCode);
  if (!mapping) {
    const { placed, problems } = readBaseTable(await readUpload(file), "drafts");
    return { placed, plan: planImport(roster, campuses, placed, problems) };
  }
  const { placed, problems } = readStatistics(await readStatisticsFile(file), mapping, roster, campuses);
  return { placed, plan: planImport(roster, new Map(), placed, [...problems, ...outliers(placed)]) };
}

/** Reads the file and compares it with the drafts; `lock` when the drafts are about to be written. The token names exactly what is shown. */
export async function prepareImport(tx: Tx, actor: Actor, input: ImportInput, lock: boolean): Promise<ImportSource> {
  await assertMayImport(tx, actor, input.divisionCode, input.year);
  const roster = await listImportRoster(tx, input.divisionCode, input.year, lock);
  const { plan, placed } = await planOf(tx, input, roster);
  return { plan, placed, roster, token: createHash("sha256").update(signature(plan)).digest("hex") };
}
