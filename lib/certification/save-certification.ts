"use server";

import { defineAction } from "@/lib/access/define-action";
import { acceptCase } from "./accept-case";
import { draftDecision } from "./draft-decision";
import { enterSiteValue } from "./enter-site-value";
import { extendCase } from "./extend-case";
import { addRelaxation, followRelaxation } from "./follow-relaxation";
import { finishVisit } from "./finish-visit";
import { giveOpinions } from "./give-opinions";
import { monitorCase } from "./monitor-case";
import { moveDecision } from "./move-decision";
import { openCase } from "./open-case";
import { planVisit } from "./plan-visit";
import { recordStep } from "./record-step";
import { saveBatch } from "./save-batch";
import { acceptInput, addRelaxationInput, batchInput, draftInput, extendInput, finishInput, followInput, handInput, monitorInput, openInput, opinionsInput, siteValueInput, stepInput, visitInput } from "./schema";

export const open = defineAction({ act: "certification.apply", schema: openInput, run: ({ tx, actor, input }) => openCase(tx, actor, input) });
/** The applicant decides on its submissions, evaluators on theirs: whose turn it is, the rules say. */
export const draft = defineAction({ act: "certification.read", schema: draftInput, run: ({ tx, actor, input }) => draftDecision(tx, actor, input) });
export const move = defineAction({ act: "certification.read", schema: handInput, run: ({ tx, actor, input }) => moveDecision(tx, actor, input) });
export const accept = defineAction({ act: "certification.evaluate", schema: acceptInput, run: ({ tx, actor, input }) => acceptCase(tx, actor, input) });
export const review = defineAction({ act: "certification.evaluate", schema: opinionsInput, run: ({ tx, actor, input }) => giveOpinions(tx, actor, input) });
export const step = defineAction({ act: "certification.evaluate", schema: stepInput, run: ({ tx, actor, input }) => recordStep(tx, actor, input) });
export const visit = defineAction({ act: "certification.evaluate", schema: visitInput, run: ({ tx, actor, input }) => planVisit(tx, actor, input) });
export const siteValue = defineAction({ act: "certification.evaluate", schema: siteValueInput, run: ({ tx, actor, input }) => enterSiteValue(tx, actor, input) });
export const finish = defineAction({ act: "certification.evaluate", schema: finishInput, run: ({ tx, actor, input }) => finishVisit(tx, actor, input) });
export const extend = defineAction({ act: "certification.evaluate", schema: extendInput, run: ({ tx, actor, input }) => extendCase(tx, actor, input) });
export const monitor = defineAction({ act: "certification.evaluate", schema: monitorInput, run: ({ tx, actor, input }) => monitorCase(tx, actor, input) });
export const follow = defineAction({ act: "certification.read", schema: followInput, run: ({ tx, actor, input }) => followRelaxation(tx, actor, input) });
export const relax = defineAction({ act: "certification.evaluate", schema: addRelaxationInput, run: ({ tx, actor, input }) => addRelaxation(tx, actor, input) });
export const batch = defineAction({ act: "certification.evaluate", schema: batchInput, run: ({ tx, actor, input }) => saveBatch(tx, actor, input) });
