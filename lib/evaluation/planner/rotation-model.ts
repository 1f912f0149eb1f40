import { STAGES, type Stage } from "@/lib/standard/indicators";
import { limitsFor, type EvaluationOptions } from "../evaluate-school";
import { stepsTo, type PlanModel } from "./model";
import { PHYSICAL_KEYS, TEACHER_KEYS, type TeacherKey } from "./units";

/** One teacher indicator of one stage, in people: what each section has and needs; `floor` is the standard where 85 % is not open to it. */
export type Corps = {
  key: TeacherKey;
  stage: Stage;
  limit: number;
  /** Places in `model.sections` and in `model.holders[key]`; the codes of the schools. */
  sections: number[];
  holders: number[];
  codes: string[];
  students: Float64Array;
  present: Float64Array;
  standard: Float64Array;
  floor: Float64Array;
};

/** Sections whose premises all reach the standard, so that one teacher indicator may stay at 85 %. */
function freeSections(model: PlanModel): Set<number> {
  const free = new Set(model.sections.keys());
  for (const key of PHYSICAL_KEYS) for (const holder of model.holders[key]) for (const { section, high } of holder.parts) if (high > 0) free.delete(section);
  return free;
}

/** The teachers of a county, by stage and indicator. */
export function corpsOf(model: PlanModel, options: EvaluationOptions): Corps[] {
  const free = freeSections(model);
  const limits = limitsFor(options);
  return STAGES.flatMap((stage) => TEACHER_KEYS.flatMap((key): Corps[] => {
    const entries = model.holders[key].flatMap((holder, index) => holder.parts.flatMap((part) => (part.stage === stage ? [{ part, index, code: holder.code }] : [])));
    if (entries.length === 0) return [];
    const present = Float64Array.from(entries, ({ part }) => part.amount.quantity);
    const { standard, floor } = limits[stage][key];
    const need = (threshold: number) => Float64Array.from(entries, ({ part }) => stepsTo(key, { ...part.amount, quantity: 0 }, threshold));
    const [needed, least] = [need(standard), need(floor)];
    return [{
      key, stage, limit: model.limit[stage],
      sections: entries.map(({ part }) => part.section), holders: entries.map(({ index }) => index), codes: entries.map(({ code }) => code),
      students: Float64Array.from(entries, ({ part }) => part.amount.students),
      present,
      standard: needed,
      floor: least.map((value, i) => (free.has(entries[i]?.part.section ?? -1) ? value : (needed[i] ?? value))),
    }];
  }));
}
