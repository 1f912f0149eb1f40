"use server";

import { defineAction } from "@/lib/access/define-action";
import { assignTasks } from "./assign-tasks";
import { copyLastYear } from "./copy-last-year";
import { fileTaskList, openListChange } from "./file-list";
import { assignInput, changeListInput, listInput } from "./schema";

export const fileList = defineAction({ act: "task.manage", schema: listInput, run: ({ tx, actor, input }) => fileTaskList(tx, actor, input) });
export const changeList = defineAction({ act: "task.manage", schema: changeListInput, run: ({ tx, actor, input }) => openListChange(tx, actor, input) });
export const assignMany = defineAction({ act: "task.manage", schema: assignInput, run: ({ tx, actor, input }) => assignTasks(tx, actor, input) });
export const copyYear = defineAction({ act: "task.manage", schema: listInput, run: ({ tx, actor, input }) => copyLastYear(tx, actor, input) });
