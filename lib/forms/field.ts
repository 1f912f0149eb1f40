import type { Stage } from "@/lib/standard/indicators";

/** One entry of a class list: pupils of one class. */
export type ClassRow = { grade: string; name: string; pupils: number | null };
/** One entry of a list of special rooms; area in ㎡. */
export type RoomRow = { name: string; area: number | null; builtYear: number | null };
/** The conclusion and words of a self-assessment of one item. */
export type Statement = { conclusion: "met" | "unmet" | null; text: string };

export type FieldValue = number | boolean | string | null | ClassRow[] | RoomRow[] | Statement;
/** The values of one form section by field key; a missing key is not filled in, which is never zero. */
export type SectionData = Record<string, FieldValue>;

export type FieldType = "int" | "decimal" | "percent" | "year" | "bool" | "text" | "choice" | "classes" | "rooms" | "statement";

/** What a form asks in one place. */
export type FieldSpec = {
  key: string;
  label: string;
  type: FieldType;
  unit?: string;
  /** Asked only of schools with this compulsory stage, or with a senior part. */
  stage?: Stage | "senior";
  /** Not asked when it does not apply (special schools, small schools …); the form still shows it as voluntary. */
  required: boolean;
  /** Form and column of the statistics where the number stands. */
  source?: string;
  help?: string;
  /** The item of the standard that it serves. */
  item?: string;
  options?: { value: string; label: string }[];
  max?: number;
};

export type SectionSpec = { key: string; title: string; lead: string; fields: FieldSpec[] };
