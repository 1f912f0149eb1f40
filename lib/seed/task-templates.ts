import type { ClientBase } from "pg";
import { NATIONAL_TASKS } from "@/lib/standard/tasks";
import { insertRows } from "./insert";

export type TemplateRow = {
  id: string; division_code: string; kind: string; level: string; group_name: string; number: number; title: string; requirement: string; measures: string[]; recurrence: string;
  quantity_target: number | null; quantity_unit: string | null; due_month: number; first_year: number; last_year: number | null;
};

/** 教基厅函〔2021〕43号 took effect for the work of 2022. */
const FIRST_YEAR = 2022;

const blank = { requirement: "", recurrence: "once", quantity_target: null, quantity_unit: null, due_month: 12, last_year: null };

export const nationalTemplateRows = (): TemplateRow[] =>
  NATIONAL_TASKS.map((task) => ({ ...blank, id: task.key, division_code: "cn", kind: task.kind, level: "nation", group_name: task.group, number: task.number, title: task.title, measures: [...task.measures], recurrence: task.recurrence, first_year: FIRST_YEAR }));

type Provincial = [group: string, title: string, quantity?: [target: number, unit: string]];

/** 鲁教基发〔2020〕4号 二、主要任务 (seed: S3); the exchange shares are measured, the schools counted for the whole province. */
const SHANDONG: Provincial[] = [
  ["整体改善办学条件", "统筹城乡学校建设"],
  ["整体改善办学条件", "加强教育信息化建设"],
  ["着力提高师资水平", "足额均衡配置师资"],
  ["着力提高师资水平", "切实提高教师素质"],
  ["着力提高师资水平", "保障落实教师待遇"],
  ["深化教育教学改革", "深化课程与教学改革"],
  ["深化教育教学改革", "健全教育评价制度"],
  ["深化教育教学改革", "规范办学行为"],
  ["促进特色优质发展", "办好家门口每一所学校"],
  ["促进特色优质发展", "加强文明校园建设"],
  ["增强教育服务能力", "保障适龄儿童受教育权益"],
  ["增强教育服务能力", "推动家校协作育人"],
  ["增强教育服务能力", "提高群众教育满意度"],
];
const SHANDONG_MEASURES: Record<number, string[]> = { 3: ["exchange"], 4: ["certified", "training"], 13: ["recognition"] };

/** 每年新建改扩建不少于150所: each county counts its own, the province adds them up. */
const SCHOOLS_BUILT = 1;

export const shandongTemplateRows = (): TemplateRow[] =>
  SHANDONG.map(([group, title], at) => ({
    ...blank, id: `sd-${String(at + 1).padStart(2, "0")}`, division_code: "37", kind: "province", level: "province", group_name: group, number: at + 1, title,
    measures: SHANDONG_MEASURES[at + 1] ?? [], ...(at === 0 ? { quantity_target: SCHOOLS_BUILT, quantity_unit: "所", requirement: "全省每年新建改扩建不少于 150 所中小学校；各县填报本县新建改扩建数。" } : {}), first_year: 2021,
  }));

/** The national catalogue: reference data, loaded wherever the portal runs. Counties that had opened a year before it came get it for that year. */
export async function seedTaskTemplates(client: ClientBase): Promise<void> {
  await insertRows(client, "task_templates", nationalTemplateRows());
  await client.query("SELECT adopt_tasks(year, 'cn') FROM (SELECT DISTINCT year FROM filing_years WHERE completed_at IS NULL) AS open");
}
