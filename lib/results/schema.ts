import { z } from "zod";
import { storedItemFacts } from "@/lib/items/schema";
import { AREA_TYPES, SCHOOL_KINDS } from "@/lib/standard/school-kinds";

const count = z.number().nullable();

/** A row of `school_facts` as the database gives it. */
export const schoolFactRow = z.object({
  school_id: z.string(),
  year: z.number(),
  division_code: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(SCHOOL_KINDS),
  operator_type: count,
  area_type: z.enum(AREA_TYPES).nullable(),
  /** The 中心校's code, where the row was read with it. */
  parent_code: z.string().nullable().optional(),
  number: z.number(),
  primary_students: count, junior_students: count, senior_students: count,
  primary_classes: count, junior_classes: count,
  primary_max_class: count, junior_max_class: count,
  primary_degree_teachers: count, junior_degree_teachers: count,
  primary_backbone_teachers: count, junior_backbone_teachers: count,
  primary_arts_pe_teachers: count, junior_arts_pe_teachers: count,
  teaching_area: count, indoor_sports_area: count, sports_field_area: count,
  equipment_value_wan: count,
  multimedia_rooms: count,
  more: storedItemFacts,
});

/** What a computation of a county reads besides its schools. */
export const countyFactRow = z.object({ item: z.string(), data: z.unknown() });
export const rosterRow = z.object({ expected: z.number() });
