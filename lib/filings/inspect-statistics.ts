"use server";

import { defineAction } from "@/lib/access/define-action";
import { readStatistics } from "@/lib/exchange/statistics";
import { recallSheet, statisticsMapping, type StatisticsMapping } from "@/lib/exchange/statistics-mapping";
import type { SheetStage } from "@/lib/exchange/statistics-targets";
import { assertMayImport, importPlace, readStatisticsFile } from "./import-source";
import { listCampuses, listImportRoster } from "./list-import-roster";

export type InspectedStatistics = {
  sheets: { stage: SheetStage; columns: string[]; schools: number }[];
  mapping: StatisticsMapping;
  /** The county confirmed a mapping before. */
  remembered: boolean;
  /** Campuses without a main school, and the schools to choose from. */
  campuses: { key: string; name: string }[];
  schools: { code: string; name: string }[];
};

/** The columns of a statistics export with what they are likely to mean, for a person to confirm. Nothing is written. */
export const inspectStatistics = defineAction({
  act: "filing.import",
  schema: importPlace,
  run: async ({ tx, actor, input }) => {
    await assertMayImport(tx, actor, input.divisionCode, input.year);
    const sheets = await readStatisticsFile(input.file);
    const stored = await tx.statisticsMapping.findUnique({ where: { divisionCode: input.divisionCode }, select: { mapping: true } });
    const before = stored ? statisticsMapping.parse(stored.mapping) : undefined;
    const roster = await listImportRoster(tx, input.divisionCode, input.year, false);
    const mapping: StatisticsMapping = {
      sheets: Object.fromEntries(sheets.map(({ stage, header }) => [stage, recallSheet(stage, header.paths, before?.sheets[stage])])),
      campuses: before?.campuses ?? {},
    };
    const { campuses } = readStatistics(sheets, mapping, roster, await listCampuses(tx, input.divisionCode));
    const value: InspectedStatistics = {
      sheets: sheets.map(({ stage, header, rows }) => ({ stage, columns: [...new Set(header.paths.filter(Boolean))], schools: rows.length - header.firstRow })),
      mapping, campuses, remembered: before !== undefined,
      schools: roster.map(({ code, name }) => ({ code, name })),
    };
    return { value, audit: [], changed: [] };
  },
});
