import { z } from "zod";

const key = { code: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100), item: z.string().max(20), version: z.coerce.number().int().min(0).max(1_000_000) };
const reason = z.string().trim().min(2, "请写明原因。").max(500, "最多 500 字。");

/** What the acts on an item take; the values themselves are parsed by the item's own fields. */
export const decisionInput = z.object(key);
export const returnInput = z.object({ ...key, reason });
export const entryInput = z.object({ ...key, values: z.record(z.string(), z.unknown()), statement: z.string().max(2000, "最多 2000 字。").default("") });
export const correctionInput = entryInput.extend({ reason });
export const assignmentInput = z.object({ ...key, unitId: z.string().max(40).transform((id) => (id === "" ? null : id)) });
