import { z } from "zod";
import { STAGES } from "@/lib/standard/indicators";

export const ONLY = ["both", "small", "boarding", "without"] as const;
export type Only = (typeof ONLY)[number];
export const ONLY_NAME: Record<Only, string> = { both: "两类学校", small: "小规模学校", boarding: "寄宿制学校", without: "没有专职心理教师" };

const filters = z.object({ stage: z.enum(STAGES).catch("primary"), only: z.enum(ONLY).catch("both") });
export type GroupFilters = z.infer<typeof filters>;

/** The stage and the choice of schools in the address; an unknown value is the first. */
export const groupFilters = (search: Record<string, string | string[] | undefined>): GroupFilters => filters.parse(search);
export const groupsHref = (path: string, year: number, { stage, only }: GroupFilters): string => `${path}?${new URLSearchParams({ year: String(year), stage, only })}`;
