"use server";

import { randomUUID } from "node:crypto";
import { defineAction } from "@/lib/access/define-action";
import { AppError, notFoundError } from "@/lib/errors";
import { templateInput } from "./schema";

/** A province or city sets a task for all below it; counties that have opened the year get it at once. */
export const publishTemplate = defineAction({
  act: "task-template.manage",
  schema: templateInput,
  run: async ({ tx, actor, input: { supersedes, ...input } }) => {
    const { level, divisionCode } = actor.office;
    if (level !== "province" && level !== "city") throw notFoundError();
    const before = supersedes === null ? null : await tx.taskTemplate.findUnique({ where: { id: supersedes, divisionCode }, select: { id: true, firstYear: true, supersededBy: true } });
    if (supersedes !== null && (!before || before.supersededBy !== null)) throw notFoundError();
    if (before && input.firstYear <= before.firstYear) throw new AppError("invalid", undefined, { firstYear: `新的任务要从 ${before.firstYear + 1} 年度起替换原任务；已在执行的年度保留原任务。` });
    const id = randomUUID();
    const number = 1 + (await tx.taskTemplate.count({ where: { divisionCode, group: input.group } }));
    await tx.taskTemplate.create({ data: { id, divisionCode, kind: "province", level, number, createdBy: actor.userId, ...input } });
    if (before) await tx.taskTemplate.update({ where: { id: before.id }, data: { lastYear: input.firstYear - 1, supersededBy: id, version: { increment: 1 } } });
    const [adopted] = await tx.$queryRaw<{ count: number }[]>`SELECT sum(adopt_tasks(year, ${divisionCode}))::int AS count FROM (SELECT DISTINCT year FROM filing_years WHERE year >= ${input.firstYear} AND completed_at IS NULL) open`;
    return {
      value: { id },
      message: `已布置，${adopted?.count ?? 0} 个县的本年度清单已收到。`,
      audit: { act: "task-template.publish", entity: "task-template", entityId: id, divisionCode, detail: { ...input, supersedes } },
      changed: [`/d/${divisionCode}/tasks`],
    };
  },
});
