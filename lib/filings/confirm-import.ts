"use server";

import { createHash } from "node:crypto";
import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { AppError } from "@/lib/errors";
import { written } from "@/lib/exchange/planned";
import { importInput, prepareImport } from "./import-source";
import { storeStatistics } from "./store-statistics";
import { writeDrafts } from "./write-drafts";

/** Writes what the person has just seen into the drafts; when anything changed meanwhile, nothing is written. */
export const confirmImport = defineAction({
  act: "filing.import",
  schema: importInput.extend({ token: z.string() }),
  run: async ({ tx, actor, input }) => {
    const source = await prepareImport(tx, actor, input, true);
    const { plan, token } = source;
    if (plan.problems.some(({ severity }) => severity === "error")) throw new AppError("invalid", "表中有错误，没有导入；请改正后重新预览。");
    const schools = written(plan);
    // Sent twice, the second time finds everything in its place.
    if (schools.length > 0 && token !== input.token) throw new AppError("conflict", "预览之后，有学校的填报内容发生了变化；没有导入，请重新预览后再确认。");
    await writeDrafts(tx, actor.userId, schools);
    const sha256 = createHash("sha256").update(Buffer.from(await input.file.arrayBuffer())).digest("hex");
    const by = { userId: actor.userId, divisionCode: input.divisionCode, sha256 };
    const kept = input.mapping ? await storeStatistics(tx, source, by, input.mapping) : false;
    const figures = schools.reduce((sum, school) => sum + school.changes.length, 0);
    return {
      value: { schools: schools.length, figures },
      message: schools.length === 0 ? "数据与现有填报一致，没有需要写入的内容。" : `已导入 ${schools.length} 所学校的 ${figures} 项数据，由学校核对后提交。`,
      audit: [...(kept ? [{ act: "statistics.import", entity: "statistics", entityId: `${input.divisionCode}-${input.year}`, divisionCode: input.divisionCode, detail: { file: sha256, schools: source.placed.length, mapping: input.mapping } }] : []), ...schools.map((school) => ({
        act: "filing.import", entity: "filing", entityId: school.filingId, divisionCode: input.divisionCode, schoolId: school.schoolId,
        detail: { file: sha256, changes: Object.fromEntries(school.changes.map(({ section, key, from, to }) => [`${section}.${key}`, { from, to }])) },
      }))],
      changed: [`/d/${input.divisionCode}/filings`, ...schools.map((school) => `/s/${school.schoolId}/filing/${input.year}`)],
    };
  },
});
