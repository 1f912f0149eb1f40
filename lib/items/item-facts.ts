import type { ClassRow, FieldValue, RoomRow, SectionData, Statement } from "@/lib/forms/field";
import { classesOf, numberOf } from "@/lib/filings/facts";
import type { FilingData } from "@/lib/filings/form";
import type { Stage } from "@/lib/standard/indicators";

type Pair = Record<Stage, number | null>;
export type Conclusion = "met" | "unmet" | null;

/** The facts behind the school-level items of 政府保障 and 教育质量 (school_facts.more). Null: not filled in. */
export type ItemFacts = {
  builtYear: number | null;
  boarding: boolean | null;
  /** Pupils of every class. */
  classes: Record<Stage, number[] | null>;
  musicRooms: RoomRow[] | null;
  artRooms: RoomRow[] | null;
  migrantStudents: number | null;
  inZone: Pair;
  fullTime: Pair;
  certified: number | null;
  trained: number | null;
  /** 万元 */
  fundsBudget: number | null;
  trainingBudget: number | null;
  fundsAllocated: number | null;
  graduation: { graduates: number | null; entrants: number | null; transferredIn: number | null; transferredOut: number | null; deceased: number | null };
  charter: boolean | null;
  statements: Record<"qual-3" | "qual-5" | "qual-6" | "qual-7" | "qual-8", Conclusion>;
  safety: { guards: boolean | null; closedCampus: boolean | null; alarms: boolean | null; crossingGuards: boolean | null };
  counsellors: number | null;
  /** “互联网＋教育”互动教室 (seed: X4). */
  interactiveRooms?: number | null;
};

const boolOf = (data: SectionData | undefined, key: string): boolean | null => {
  const value = data?.[key];
  return typeof value === "boolean" ? value : null;
};

const isRoom = (row: ClassRow | RoomRow): row is RoomRow => "area" in row;
const roomsOf = (value: FieldValue | undefined): RoomRow[] | null => (Array.isArray(value) ? value.filter(isRoom) : null);

const isStatement = (value: FieldValue | undefined): value is Statement => typeof value === "object" && value !== null && "conclusion" in value;
const conclusionOf = (value: FieldValue | undefined): Conclusion => (isStatement(value) && value.text.trim() !== "" ? value.conclusion : null);

/** Takes from a filing what the school-level items need. */
export function toItemFacts(data: FilingData): ItemFacts {
  const { basic, safety, premises, statements } = data;
  const pupils = (stage: Stage) => {
    const rows = classesOf(data, stage);
    return rows && rows.every((row) => row.pupils !== null) ? rows.map((row) => row.pupils ?? 0) : null;
  };
  const students = (key: string) => numberOf(data, "students", key);
  const teachers = (key: string) => numberOf(data, "teachers", key);
  const funding = (key: string) => numberOf(data, "funding", key);
  return {
    builtYear: numberOf(data, "basic", "builtYear"),
    boarding: boolOf(basic, "boarding"),
    classes: { primary: pupils("primary"), junior: pupils("junior") },
    musicRooms: roomsOf(premises?.musicRooms),
    artRooms: roomsOf(premises?.artRooms),
    migrantStudents: students("migrantStudents"),
    inZone: { primary: students("primaryInZoneStudents"), junior: students("juniorInZoneStudents") },
    fullTime: { primary: teachers("primaryFullTimeTeachers"), junior: teachers("juniorFullTimeTeachers") },
    certified: teachers("certifiedTeachers"),
    trained: teachers("trainedTeachers"),
    fundsBudget: funding("fundsBudget"),
    trainingBudget: funding("trainingBudget"),
    fundsAllocated: funding("fundsAllocated"),
    graduation: {
      graduates: students("juniorGraduates"),
      entrants: students("juniorEntrants"),
      transferredIn: students("juniorTransferredIn"),
      transferredOut: students("juniorTransferredOut"),
      deceased: students("juniorDeceased"),
    },
    charter: boolOf(basic, "charter"),
    statements: {
      "qual-3": conclusionOf(statements?.managementStatement),
      "qual-5": conclusionOf(statements?.technologyStatement),
      "qual-6": conclusionOf(statements?.moralStatement),
      "qual-7": conclusionOf(statements?.curriculumStatement),
      "qual-8": conclusionOf(statements?.workloadStatement),
    },
    safety: { guards: boolOf(safety, "guards"), closedCampus: boolOf(safety, "closedCampus"), alarms: boolOf(safety, "alarms"), crossingGuards: boolOf(safety, "crossingGuards") },
    counsellors: teachers("counsellors"),
    interactiveRooms: numberOf(data, "equipment", "interactiveRooms"),
  };
}
