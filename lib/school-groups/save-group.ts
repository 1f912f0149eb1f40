"use server";

import { defineAction } from "@/lib/access/define-action";
import { joinGroup, leadGroup, leaveGroup } from "./change-members";
import { createGroup } from "./create-group";
import { endGroup } from "./end-group";
import { endInput, groupInput, joinInput, leadInput, leaveInput } from "./schema";

export const create = defineAction({ act: "group.manage", schema: groupInput, run: ({ tx, actor, input }) => createGroup(tx, actor, input) });
export const join = defineAction({ act: "group.manage", schema: joinInput, run: ({ tx, actor, input }) => joinGroup(tx, actor, input) });
export const leave = defineAction({ act: "group.manage", schema: leaveInput, run: ({ tx, actor, input }) => leaveGroup(tx, actor, input) });
export const lead = defineAction({ act: "group.manage", schema: leadInput, run: ({ tx, actor, input }) => leadGroup(tx, actor, input) });
export const end = defineAction({ act: "group.manage", schema: endInput, run: ({ tx, actor, input }) => endGroup(tx, actor, input) });
