import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { tableFile } from "@/lib/exchange/read-upload";
import { AREA_TYPES, OPERATOR_TYPE_LABEL, SCHOOL_KINDS } from "@/lib/standard/school-kinds";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const divisionCode = z.string().regex(/^\d{6}$/);
const version = z.coerce.number().int().min(0).max(1_000_000);
const schoolId = z.string().max(64);
const code = z.string().trim().transform((text) => text.normalize("NFKC")).pipe(z.string().regex(/^\d{10}$/, "学校标识码应为 10 位数字。"));

/** What a county says of a school beside its yearly figures; `parentCode` is the 中心校 or the main school that files for it. */
export const schoolFields = z.object({
  code,
  name: z.string().trim().min(2, { error: ({ input }) => (input === "" ? "请填写学校全称。" : "学校全称至少 2 个字。") }).max(60, "最多 60 字。"),
  kind: z.enum(SCHOOL_KINDS, "请选择办学类型。"),
  areaType: z.preprocess(blank, z.enum(AREA_TYPES, "请选择城乡类型。").nullable()),
  operatorType: z.preprocess(blank, z.coerce.number().refine((value) => value in OPERATOR_TYPE_LABEL, "请选择举办者类型。").nullable()),
  boarding: z.boolean(),
  builtYear: z.preprocess(blank, z.coerce.number("请填写四位年份。").int("请填写四位年份。").min(1800, "请填写四位年份。").max(2100, "请填写四位年份。").nullable()),
  counted: z.boolean(),
  parentCode: z.preprocess(blank, code.nullable()),
  openedOn: z.preprocess(blank, isoDay.nullable()),
});
export type SchoolFields = z.infer<typeof schoolFields>;

/** What a row of a table says of a school: cells that are blank say nothing. */
export const rosterRow = z.object({
  code: z.string(), name: schoolFields.shape.name.optional(), kind: z.enum(SCHOOL_KINDS).optional(), areaType: z.enum(AREA_TYPES).optional(), operatorType: z.number().optional(), boarding: z.boolean().optional(),
  builtYear: z.number().optional(), counted: z.boolean().optional(), parentCode: z.string().optional(), openedOn: z.string().optional(),
});

export const addSchoolInput = schoolFields.extend({ divisionCode });
export const changeSchoolInput = schoolFields.extend({ divisionCode, schoolId, version });
export const closeSchoolInput = z.object({
  divisionCode, schoolId, version, closedOn: isoDay,
  mergedIntoCode: z.preprocess(blank, code.nullable()),
  reason: z.string().trim().min(4, "请写明停办或撤并的依据。").max(300, "最多 300 字。"),
});
export const reopenSchoolInput = z.object({ divisionCode, schoolId, version, reason: z.string().trim().min(4, "请写明原因。").max(300, "最多 300 字。") });
/** Schools that are open and do not stand in the year's roster. */
export const enlistInput = z.object({ divisionCode, year: z.coerce.number().int().min(2000).max(2100), reason: z.string().trim().min(4, "请写明补列的原因。").max(300, "最多 300 字。") });
export const rosterImportInput = z.object({ divisionCode, file: tableFile });
export const confirmRosterInput = rosterImportInput.extend({ token: z.string().max(100) });
