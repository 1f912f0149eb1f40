import { z } from "zod";
import type { FilingData } from "./form";

const classRow = z.object({ grade: z.string(), name: z.string(), pupils: z.number().nullable() });
const roomRow = z.object({ name: z.string(), area: z.number().nullable(), builtYear: z.number().nullable() });
const statement = z.object({ conclusion: z.enum(["met", "unmet"]).nullable(), text: z.string() });
const value = z.union([z.number(), z.boolean(), z.string(), z.null(), z.array(classRow), z.array(roomRow), statement]);
const section = z.record(z.string(), value);
const filing = z.record(z.string(), section);

/** Stored JSON as the values of one section. */
export const readSection = (json: unknown) => section.parse(json);
/** Stored JSON as a whole filing. */
export const readFiling = (json: unknown): FilingData => filing.parse(json);
