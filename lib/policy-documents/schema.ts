import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);

/** A document as the county enters it; without a code it is one of its own. */
export const documentInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  code: z.preprocess(blank, z.string().max(40).nullable()),
  version: z.coerce.number().int().min(0),
  title: z.string().trim().min(2, "请填写文件名称。").max(200, "最多 200 字。"),
  state: z.enum(["drafting", "consulting", "reviewing", "issued"], { error: "请选择进展。" }),
  documentNumber: z.string().trim().max(60, "最多 60 字。").default(""),
  issuedOn: z.preprocess(blank, isoDay.nullable()),
  note: z.string().trim().max(500, "最多 500 字。").default(""),
  taskIds: z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().max(80)).max(30)),
});
export type DocumentInput = z.infer<typeof documentInput>;
