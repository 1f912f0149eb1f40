import { z } from "zod";
import { NATIONAL_TASKS } from "@/lib/standard/tasks";
import { EXPERIENCE_ACT_KEYS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const version = z.coerce.number().int().min(0);
const id = z.string().max(80);
/** Experiences are told on the items of the 攻坚清单. */
export const EXPERIENCE_ITEMS = NATIONAL_TASKS.filter((task) => task.kind === "breakthrough");
export const itemTitle = (key: string): string => EXPERIENCE_ITEMS.find((task) => task.key === key)?.title ?? "";

export const experienceInput = z.object({
  id: z.preprocess((value) => (value === "" || value === undefined ? null : value), id.nullable()), version,
  item: z.string().refine((key) => EXPERIENCE_ITEMS.some((task) => task.key === key), "请选择攻坚清单事项。"),
  title: line(80).min(4, "请写明标题（4—80 字）。"), background: line(1000).min(10, "请写明背景和问题。"), practice: line(4000).min(20, "请写明主要做法。"), result: line(1000).min(10, "请写明成效，尽量用数据。"),
});
export const experienceActInput = z.object({ id, version, act: z.enum(EXPERIENCE_ACT_KEYS), reason: line(500).default("") });
export const borrowInput = z.object({ experienceId: id, taskId: id.min(1, "请选择本县的任务。"), note: line(300).default("") });
export const dropBorrowInput = z.object({ experienceId: id, taskId: id, version });

const filter = z.object({ q: z.string().trim().max(40).optional().catch(undefined), item: z.string().max(40).optional().catch(undefined), group: z.string().max(40).optional().catch(undefined), page: z.coerce.number().int().min(1).max(1000).catch(1) });
export type ExperienceFilters = z.infer<typeof filter>;
/** What the library is filtered by, from the address; what is not understood is left out. */
export const experienceFilters = (search: Record<string, string | string[] | undefined>): ExperienceFilters => filter.parse(search);
