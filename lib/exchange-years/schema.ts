import { z } from "zod";
import { count } from "@/lib/teaching-cycle/schema";

/** `schoolId` empty: the county's own row. */
const key = { divisionCode: z.string().regex(/^\d{6}$/), schoolId: z.string().max(60).default(""), year: z.coerce.number().int().min(2000).max(2100), version: z.coerce.number().int().min(0) };
export const exchangeInput = z.object({ ...key, eligible: count, exchanged: count, backbone: count, longTerm: count, submit: z.coerce.boolean().default(false) });
export type ExchangeInput = z.infer<typeof exchangeInput>;
export const exchangeReviewInput = z.object({ ...key, act: z.enum(["confirm", "return", "reopen"]), reason: z.string().trim().max(500, "最多 500 字。").default("") });
export type ExchangeReviewInput = z.infer<typeof exchangeReviewInput>;

const known = z.number().int().nullish().transform((value) => value ?? null);
/** What the county item gov-11 keeps. */
export const gov11Data = z.object({ eligible: known, exchanged: known, backbone: known });
