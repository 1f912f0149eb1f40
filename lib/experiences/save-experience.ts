"use server";

import { defineAction } from "@/lib/access/define-action";
import { borrowExperience, dropBorrowing } from "./borrow-experience";
import { moveExperience } from "./move-experience";
import { borrowInput, dropBorrowInput, experienceActInput, experienceInput } from "./schema";
import { writeExperience } from "./write-experience";

export const saveExperience = defineAction({ act: "experience.write", schema: experienceInput, run: ({ tx, actor, input }) => writeExperience(tx, actor, input) });
/** The county's acts. */
export const sendExperience = defineAction({ act: "experience.write", schema: experienceActInput, run: ({ tx, actor, input }) => moveExperience(tx, actor, input) });
export const reviewExperience = defineAction({ act: "experience.review", schema: experienceActInput, run: ({ tx, actor, input }) => moveExperience(tx, actor, input) });
export const citeExperience = defineAction({ act: "experience.write", schema: borrowInput, run: ({ tx, actor, input }) => borrowExperience(tx, actor, input) });
export const dropCitation = defineAction({ act: "experience.write", schema: dropBorrowInput, run: ({ tx, actor, input }) => dropBorrowing(tx, actor, input) });
