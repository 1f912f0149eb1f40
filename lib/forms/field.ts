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
  /** Whether it must be filled in; a condition decides anew for each school. */
  required: boolean;
  /** Required only where the condition holds: 就近划片, fewer than 100 pupils, a stage that is assessed (lib/filings/applies). */
  condition?: "zoned" | "small" | "assessed";
  /** Form and column of the statistics where the number stands. */
  source?: string;
  help?: string;
  /** The item of the standard that it serves. */
  item?: string;
  options?: { value: string; label: string }[];
  max?: number;
};

export type SectionSpec = { key: string; title: string; lead: string; fields: FieldSpec[] };
