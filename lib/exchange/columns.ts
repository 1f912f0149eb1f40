import { STAGES, type Stage } from "@/lib/standard/indicators";

/** One cell as a spreadsheet or a delimited text gives it. */
export type Cell = string | number | boolean | Date | null | undefined;
export type Problem = { severity: "error" | "warning"; row: number; column: string; message: string };

export type PerStageField = "students" | "classes" | "maxClass" | "degreeTeachers" | "backboneTeachers" | "artsPeTeachers";
export type PlainField = "teachingArea" | "indoorSportsArea" | "sportsFieldArea" | "equipmentValueWan" | "multimediaRooms";

type Common = { name: string; required: "always" | "stage" | "no" };
export type NumberColumn = Common & { type: "integer" | "decimal"; decimals: number } & (
  | { field: PerStageField; stage: Stage | "senior" }
  | { field: PlainField; stage?: undefined }
);
export type TextColumn = Common & { type: "code" | "text" | "kind" | "operator" | "area" };
export type Column = NumberColumn | TextColumn;

export const TEXT_COLUMNS = {
  code: { name: "学校标识码", type: "code", required: "always" },
  name: { name: "学校名称", type: "text", required: "always" },
  kind: { name: "办学类型", type: "kind", required: "always" },
  operator: { name: "举办者类型", type: "operator", required: "no" },
  area: { name: "城乡类型", type: "area", required: "no" },
} as const satisfies Record<string, TextColumn>;

const STAGE_LABEL = { primary: "小学", junior: "初中", senior: "高中" } as const;
export const stageLabel = (stage: keyof typeof STAGE_LABEL): string => STAGE_LABEL[stage];

const perStage = (field: PerStageField, suffix: string, required: "stage" | "no", stages: readonly (Stage | "senior")[] = STAGES): NumberColumn[] =>
  stages.map((stage) => ({ name: `${STAGE_LABEL[stage]}${suffix}`, type: "integer", decimals: 0, required, field, stage }));
const plain = (field: PlainField, name: string, decimals: number): NumberColumn => ({ name, type: decimals === 0 ? "integer" : "decimal", decimals, required: "always", field });

export const NUMBER_COLUMNS: readonly NumberColumn[] = [
  ...perStage("students", "在校生数", "stage", ["primary", "junior", "senior"]),
  ...perStage("classes", "班级数", "no"),
  ...perStage("maxClass", "最大班额", "no"),
  ...perStage("degreeTeachers", "高于规定学历教师数", "stage"),
  ...perStage("backboneTeachers", "县级以上骨干教师数", "stage"),
  ...perStage("artsPeTeachers", "体育艺术专任教师数", "stage"),
  plain("teachingArea", "教学及辅助用房面积(㎡)", 2),
  plain("indoorSportsArea", "室内体育用房面积(㎡)", 2),
  plain("sportsFieldArea", "运动场地面积(㎡)", 2),
  plain("equipmentValueWan", "教学仪器设备资产值(万元)", 4),
  plain("multimediaRooms", "网络多媒体教室数(间)", 0),
];

/** The county base table, in the order of its template. */
export const COLUMNS: readonly Column[] = [...Object.values(TEXT_COLUMNS), ...NUMBER_COLUMNS];

export const columnOf = (field: PerStageField | PlainField, stage?: Stage | "senior"): string =>
  NUMBER_COLUMNS.find((column) => column.field === field && column.stage === stage)?.name ?? field;

/** The last column of an exported table carries its marks (演示数据 …) and is passed over when the table comes back. */
export const NOTE_COLUMN = "数据说明";

/** A header compared without spaces and without the width of its signs: （㎡） is (m²) is (㎡). */
export const headerKey = (text: string): string => text.normalize("NFKC").replace(/[\s\uFEFF]/g, "");
