"use server";

import { defineAction } from "@/lib/access/define-action";
import { beginNomination } from "./begin-nomination";
import { moveNomination } from "./move-nomination";
import { publishNominations } from "./publish-list";
import { rankNominations } from "./rank-nominations";
import { reportNominations } from "./report-nominations";
import { reviewNomination } from "./review-nomination";
import { saveNominationBatch } from "./save-batch";
import { beginInput, moveInput, nominationBatchInput, nominationInput, publishInput, rankInput, reportInput, reviewInput } from "./schema";
import { writeNomination } from "./write-nomination";

export const begin = defineAction({ act: "nomination.write", schema: beginInput, run: ({ tx, actor, input }) => beginNomination(tx, actor, input) });
export const write = defineAction({ act: "nomination.write", schema: nominationInput, run: ({ tx, actor, input }) => writeNomination(tx, actor, input) });
/** Acts of the county, the city and the province alike: the rules say whose turn it is. */
export const move = defineAction({ act: "nomination.read", schema: moveInput, run: ({ tx, actor, input }) => moveNomination(tx, actor, input) });
export const rank = defineAction({ act: "nomination.review", schema: rankInput, run: ({ tx, actor, input }) => rankNominations(tx, actor, input) });
export const report = defineAction({ act: "nomination.review", schema: reportInput, run: ({ tx, actor, input }) => reportNominations(tx, actor, input) });
export const review = defineAction({ act: "nomination.review", schema: reviewInput, run: ({ tx, actor, input }) => reviewNomination(tx, actor, input) });
export const publish = defineAction({ act: "nomination.review", schema: publishInput, run: ({ tx, actor, input }) => publishNominations(tx, actor, input) });
export const saveBatch = defineAction({ act: "nomination.review", schema: nominationBatchInput, run: ({ tx, actor, input }) => saveNominationBatch(tx, actor, input) });
