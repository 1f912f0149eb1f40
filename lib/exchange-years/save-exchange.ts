"use server";

import { defineAction } from "@/lib/access/define-action";
import { enterExchange } from "./enter-exchange";
import { reviewExchange } from "./review-exchange";
import { exchangeInput, exchangeReviewInput } from "./schema";

export const enter = defineAction({ act: "teacher-record.edit", schema: exchangeInput, run: ({ tx, actor, input }) => enterExchange(tx, actor, input) });
export const review = defineAction({ act: "teacher-record.confirm", schema: exchangeReviewInput, run: ({ tx, actor, input }) => reviewExchange(tx, actor, input) });
