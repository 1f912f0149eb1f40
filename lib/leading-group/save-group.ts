"use server";

import { defineAction } from "@/lib/access/define-action";
import { meetingInput, memberInput, rowKey } from "./schema";
import { retireMeeting, retireMember, setMeeting, setMember } from "./write-group";

export const saveMember = defineAction({ act: "plan.manage", schema: memberInput, run: ({ tx, actor, input }) => setMember(tx, actor, input) });
export const dropMember = defineAction({ act: "plan.manage", schema: rowKey, run: ({ tx, actor, input }) => retireMember(tx, actor, input) });
export const saveMeeting = defineAction({ act: "plan.manage", schema: meetingInput, run: ({ tx, actor, input }) => setMeeting(tx, actor, input) });
export const dropMeeting = defineAction({ act: "plan.manage", schema: rowKey, run: ({ tx, actor, input }) => retireMeeting(tx, actor, input) });
