"use server";

import { defineAction } from "@/lib/access/define-action";
import { changeTask, createTask, retireTask } from "./define-task";
import { changeInput, createInput, retireInput } from "./schema";

export const addTask = defineAction({ act: "task.manage", schema: createInput, run: ({ tx, actor, input }) => createTask(tx, actor, input) });
export const editTask = defineAction({ act: "task.manage", schema: changeInput, run: ({ tx, actor, input }) => changeTask(tx, actor, input) });
export const dropTask = defineAction({ act: "task.manage", schema: retireInput, run: ({ tx, actor, input }) => retireTask(tx, actor, input) });
