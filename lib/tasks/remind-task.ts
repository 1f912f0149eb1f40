"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { AppError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { findTask } from "./find-task";
import { taskKey } from "./schema";
import { tellLead } from "./tell-lead";
import { taskAudit, taskPages } from "./write-task";

/** 提醒: a notice to whoever leads the task, with a word of the bureau. */
export const remindTask = defineAction({
  act: "task.manage",
  schema: z.object({ taskId: taskKey.taskId, text: z.string().trim().max(200, "最多 200 字。").default("") }),
  run: async ({ tx, actor, input }) => {
    const task = await findTask(tx, input.taskId);
    assertOwnCounty(actor, task.divisionCode);
    if (task.state === "done") throw new AppError("state", "任务已完成，不需要提醒。");
    const told = await tellLead(tx, actor, task, { kind: "reminded", title: `请抓紧办理“${task.title}”（${dayOf(task.dueOn)} 前）${input.text ? `：${input.text}` : ""}` });
    if (told === 0) throw new AppError("state", "任务由教育行政部门自己牵头，没有需要提醒的单位。");
    return { value: { told }, message: "已提醒牵头单位。", audit: taskAudit(task, "remind", { text: input.text }), changed: taskPages(task) };
  },
});
