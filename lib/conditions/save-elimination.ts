"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { writeElimination } from "./write-elimination";

export const saveElimination = defineAction({
  act: "task.manage",
  schema: z.object({
    divisionCode: z.string().regex(/^\d{6}$/), schoolId: z.string().max(60), kind: z.enum(["class", "size", "empty"]), version: z.coerce.number().int().min(0),
    plannedYear: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2020, "请填写年份。").max(2040, "请填写年份。"), measure: z.string().trim().max(300, "最多 300 字。").default(""),
  }),
  run: ({ tx, actor, input }) => writeElimination(tx, actor, input),
});
