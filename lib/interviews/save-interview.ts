"use server";

import { defineAction } from "@/lib/access/define-action";
import { addInterviewInput, changeInterviewInput, problemInput, retireInterviewInput } from "./schema";
import { addInterview, changeInterview, raiseProblem, retireInterview } from "./write-interview";

export const recordInterview = defineAction({ act: "interview.edit", schema: addInterviewInput, run: ({ tx, actor, input }) => addInterview(tx, actor, input) });
export const editInterview = defineAction({ act: "interview.edit", schema: changeInterviewInput, run: ({ tx, actor, input }) => changeInterview(tx, actor, input) });
export const dropInterview = defineAction({ act: "interview.edit", schema: retireInterviewInput, run: ({ tx, actor, input }) => retireInterview(tx, actor, input) });
export const raiseInterviewProblem = defineAction({ act: "interview.edit", schema: problemInput, run: ({ tx, actor, input }) => raiseProblem(tx, actor, input) });
