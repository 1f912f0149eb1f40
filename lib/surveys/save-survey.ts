"use server";

import { defineAction } from "@/lib/access/define-action";
import { fillFact } from "./fill-fact";
import { drawInput, surveyActInput, surveyInput } from "./schema";
import { drawTokens, moveSurvey, writeSurvey } from "./write-survey";

export const saveSurvey = defineAction({ act: "survey.manage", schema: surveyInput, run: ({ tx, actor, input }) => writeSurvey(tx, actor, input) });
export const openSurvey = defineAction({ act: "survey.manage", schema: surveyActInput, run: ({ tx, actor, input }) => moveSurvey(tx, actor, "open", input) });
export const closeSurvey = defineAction({ act: "survey.manage", schema: surveyActInput, run: ({ tx, actor, input }) => moveSurvey(tx, actor, "close", input) });
export const drawSlips = defineAction({ act: "survey.manage", schema: drawInput, run: ({ tx, actor, input }) => drawTokens(tx, actor, input) });
export const fillRecognition = defineAction({ act: "survey.manage", schema: surveyActInput, run: ({ tx, actor, input }) => fillFact(tx, actor, input) });
