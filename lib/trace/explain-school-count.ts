import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import { CLASS_LIMIT, STAGE_NAME, type Stage } from "@/lib/standard/indicators";
import { SCHOOL_KIND_LABEL, stagesOf } from "@/lib/standard/school-kinds";
import { exactText } from "./exact-text";
import { classText } from "./explain-school-item";
import { formInput, numberInput, type Input } from "./form-input";

export type SchoolCount = { value: number | null; unit: string; rule: string; inputs: Input[]; /** Pupils of each class, the largest first. */ classes: number[] };

/** How the pupils or classes of a school's part come about; null where it has no such part. `facts` hold merged 教学点, `row` does not. */
export function explainSchoolCount({ kind, stage }: { kind: "students" | "classes"; stage: Stage }, row: SchoolFactRow, facts: SchoolFacts): SchoolCount | null {
  if (!stagesOf(row.kind).includes(stage)) return null;
  const shared = stagesOf(row.kind).length > 1 || row.kind === "complete_secondary";
  const whose = shared ? `${SCHOOL_KIND_LABEL[row.kind]}和有附设班的学校按学段分列，这里只计${STAGE_NAME[stage]}。` : "";
  const own = row[`${stage}_students`];
  if (kind === "students") {
    const [value, points] = [facts.students[stage], (facts.students[stage] ?? 0) - (own ?? 0)];
    return { value, unit: "人", rule: `按当年 9 月 1 日在籍学生填写。${whose}${points > 0 ? `本校 ${exactText(own ?? 0)} 人 + 并入的教学点 ${exactText(points)} 人 = ${exactText(value ?? 0)} 人。` : ""}`, inputs: numberInput(`${stage}Students`, own), classes: [] };
  }
  const pupils = row.more.classes[stage];
  return { value: pupils?.length ?? null, unit: "个班", rule: `按自评表逐班学生数计数；每班不超过 ${CLASS_LIMIT[stage]} 人。${whose}`, inputs: formInput(`${stage}ClassSizes`, classText(pupils, stage)), classes: [...(pupils ?? [])].sort((a, b) => b - a) };
}
