import type { z } from "zod";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { ItemFacts } from "@/lib/items/item-facts";
import type { schoolFactRow } from "./schema";

/** A row of `school_facts`, by column name. Areas in ㎡, equipment in 万元. */
export type SchoolFactRow = z.infer<typeof schoolFactRow>;

export type FactPlace = { schoolId: string; year: number; divisionCode: string; number: number };

export function toFactRow(place: FactPlace, facts: SchoolFacts, more: ItemFacts): SchoolFactRow {
  return {
    school_id: place.schoolId,
    year: place.year,
    division_code: place.divisionCode,
    number: place.number,
    code: facts.code,
    name: facts.name,
    kind: facts.kind,
    operator_type: facts.operatorType ?? null,
    area_type: facts.areaType ?? null,
    primary_students: facts.students.primary,
    junior_students: facts.students.junior,
    senior_students: facts.students.senior,
    primary_classes: facts.classes.primary,
    junior_classes: facts.classes.junior,
    primary_max_class: facts.maxClass.primary,
    junior_max_class: facts.maxClass.junior,
    primary_degree_teachers: facts.degreeTeachers.primary,
    junior_degree_teachers: facts.degreeTeachers.junior,
    primary_backbone_teachers: facts.backboneTeachers.primary,
    junior_backbone_teachers: facts.backboneTeachers.junior,
    primary_arts_pe_teachers: facts.artsPeTeachers.primary,
    junior_arts_pe_teachers: facts.artsPeTeachers.junior,
    teaching_area: facts.teachingArea,
    indoor_sports_area: facts.indoorSportsArea,
    sports_field_area: facts.sportsFieldArea,
    equipment_value_wan: facts.equipmentValueWan,
    multimedia_rooms: facts.multimediaRooms,
    more,
  };
}

export function fromFactRow(row: Omit<SchoolFactRow, "more">): SchoolFacts {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    operatorType: row.operator_type,
    areaType: row.area_type,
    parentCode: row.parent_code ?? null,
    students: { primary: row.primary_students, junior: row.junior_students, senior: row.senior_students },
    classes: { primary: row.primary_classes, junior: row.junior_classes },
    maxClass: { primary: row.primary_max_class, junior: row.junior_max_class },
    degreeTeachers: { primary: row.primary_degree_teachers, junior: row.junior_degree_teachers },
    backboneTeachers: { primary: row.primary_backbone_teachers, junior: row.junior_backbone_teachers },
    artsPeTeachers: { primary: row.primary_arts_pe_teachers, junior: row.junior_arts_pe_teachers },
    teachingArea: row.teaching_area,
    indoorSportsArea: row.indoor_sports_area,
    sportsFieldArea: row.sports_field_area,
    equipmentValueWan: row.equipment_value_wan,
    multimediaRooms: row.multimedia_rooms,
  };
}
