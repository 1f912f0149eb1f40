"use server";

import { defineAction } from "@/lib/access/define-action";
import { moveTask } from "./move-task";
import { actInput } from "./schema";

/** 启动, 记录进展, 报请核验, 核验, 退回, 暂缓, 恢复, 重新打开. */
export const actOnTask = defineAction({ act: "task.report", schema: actInput, run: ({ tx, actor, input }) => moveTask(tx, actor, input) });
