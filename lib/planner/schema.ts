import { z } from "zod";
import { PLAN_MODES } from "@/lib/evaluation/planner/plan-county";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { AREA_TYPES, SCHOOL_KINDS } from "@/lib/standard/school-kinds";
import { storedStandard } from "@/lib/standard/schema";
import { costFault, quotaFault } from "./rules";

const plain = (value: unknown) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(/[,\s]/g, "").replace(/%$/, "") : value === undefined || value === null ? "" : value);
const text = z.preprocess(plain, z.string().max(40, "最多 40 字。"));
const county = z.string().regex(/^\d{6}$/);
const id = z.string().min(1).max(80);
const perKey = <T extends z.ZodType>(value: T) => z.object({ degreeTeachers: value, backboneTeachers: value, artsPeTeachers: value, teachingArea: value, sportsArea: value, equipmentValue: value, multimediaRooms: value });

const count = z.number().nullable();
const perStage = z.object({ primary: count, junior: count });
/** A school's figures as a plan keeps them. */
export const storedFacts = z.object({
  code: z.string(), name: z.string(), kind: z.enum(SCHOOL_KINDS), operatorType: count.optional(), areaType: z.enum(AREA_TYPES).nullable().optional(), parentCode: z.string().nullable().optional(),
  students: z.object({ primary: count, junior: count, senior: count }), classes: perStage, maxClass: perStage, degreeTeachers: perStage, backboneTeachers: perStage, artsPeTeachers: perStage,
  teachingArea: count, indoorSportsArea: count, sportsFieldArea: count, equipmentValueWan: count, multimediaRooms: count,
});

const pupils = z.object({ primary: z.number().optional(), junior: z.number().optional(), senior: z.number().optional() });
/** The assumptions of a what-if, as the page sends them and a plan keeps them. */
export const assumption = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("growth"), stage: z.enum(STAGES), factor: z.number().min(0).max(10) }),
  z.object({ kind: z.literal("newSchool"), school: storedFacts, from: z.array(z.object({ code: z.string().max(20), students: pupils })).max(50).optional() }),
  z.object({ kind: z.literal("merger"), code: z.string().max(20), into: z.string().max(20), keepsPremises: z.boolean() }),
  z.object({
    kind: z.literal("boarding"), code: z.string().max(20), from: z.array(z.object({ code: z.string().max(20), students: pupils })).max(50),
    teachingArea: z.number().min(0).max(1e7).optional(), sportsFieldArea: z.number().min(0).max(1e7).optional(), multimediaRooms: z.number().min(0).max(1e4).optional(), equipmentValueWan: z.number().min(0).max(1e6).optional(),
  }),
]);
export type Assumption = z.infer<typeof assumption>;

/** The largest school of an assumption; the largest of the country has fewer pupils. */
const MOST_PUPILS = 20_000;
const MOST = { classes: 500, teachers: 2_000, area: 1_000_000, rooms: 1_000, equipmentWan: 100_000 } as const;
const within = (most: number, ...values: (number | null | undefined)[]) => values.every((value) => value == null || (value >= 0 && value <= most));
const perStageWithin = (most: number, ...pairs: { primary: number | null; junior: number | null }[]) => pairs.every(({ primary, junior }) => within(most, primary, junior));

/** Whether an assumption is of this world: what a person asks is, what is sent by hand need not be. */
export function saneAssumption(one: Assumption): boolean {
  if (one.kind === "growth") return one.factor >= 0.1 && one.factor <= 5;
  if (one.kind === "merger") return true;
  const moved = (one.from ?? []).every(({ students }) => within(MOST_PUPILS, students.primary, students.junior, students.senior));
  if (one.kind === "boarding") return moved;
  const { students, classes, maxClass, degreeTeachers, backboneTeachers, artsPeTeachers, teachingArea, indoorSportsArea, sportsFieldArea, equipmentValueWan, multimediaRooms } = one.school;
  return moved && within(MOST_PUPILS, students.primary, students.junior, students.senior) && perStageWithin(MOST.classes, classes, maxClass) && perStageWithin(MOST.teachers, degreeTeachers, backboneTeachers, artsPeTeachers)
    && within(MOST.area, teachingArea, indoorSportsArea, sportsFieldArea) && within(MOST.equipmentWan, equipmentValueWan) && within(MOST.rooms, multimediaRooms);
}

/** What is asked of the planner. Everything that a person types comes as text, so that a fault is said at its field. */
export const solveInput = z
  .object({
    divisionCode: county, year: z.coerce.number().int().min(2000).max(2100), basis: z.enum(["approved", "live"]), mode: z.enum(PLAN_MODES, { error: "请选择方式。" }),
    quota: text, money: z.enum(["standard", "yuan"]), unitCost: perKey(text), assumptions: z.array(assumption.refine(saneAssumption, "假设的数字超出合理范围，请核对。")).max(20, "假设最多 20 项。").default([]),
  })
  .superRefine(({ mode, quota, money, unitCost }, context) => {
    const say = (path: string[], message: string | null) => { if (message) context.addIssue({ code: "custom", path, message }); };
    if (mode !== "additions") say(["quota"], quotaFault(quota));
    if (money === "yuan") for (const key of INDICATOR_KEYS) say(["unitCost", key], costFault(unitCost[key]));
  });
export type SolveInput = z.infer<typeof solveInput>;

export const planKey = z.object({ divisionCode: county, id, version: z.coerce.number().int().min(1) });
export type PlanKey = z.infer<typeof planKey>;

/** How a plan is spread over the years: asked in the address, and again when it is written into targets and ledger. */
const budget = z.preprocess(plain, z.string().max(20)).superRefine((typed, context) => {
  const value = Number(typed);
  if (typed === "") context.addIssue({ code: "custom", message: "请填写年度预算。" });
  else if (!Number.isFinite(value)) context.addIssue({ code: "custom", message: "请填写数字。" });
  else if (value < 0) context.addIssue({ code: "custom", message: "年度预算应为不小于 0 的数。" });
  else if (value > 1e13) context.addIssue({ code: "custom", message: "年度预算超出合理范围。" });
}).transform(Number);
const until = z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2035 之间的年份。").max(2035, "请填写 2015—2035 之间的年份。");
export const pathInput = z.object({ budget, until });
export const applyInput = planKey.extend({ budget, until, targets: z.boolean(), ledger: z.boolean() }).refine(({ targets, ledger }) => targets || ledger, { path: ["targets"], message: "请至少选择一项。" });
export type ApplyInput = z.infer<typeof applyInput>;

const stage = z.enum(STAGES);
const indicator = z.enum(INDICATOR_KEYS);
export const storedAsked = z.object({ quota: z.number().nullable(), money: z.enum(["standard", "yuan"]), unitCost: perKey(z.number()).nullable(), assumptions: z.array(assumption) });
export const storedInput = z.object({ schools: z.array(storedFacts), ids: z.record(z.string(), z.string()), standard: storedStandard, groups: z.record(z.string(), z.string()) });
export const storedOutcome = z.object({
  additions: z.array(z.object({ school: z.string(), code: z.string(), stage: stage.nullable(), indicator, amount: z.number() })),
  moves: z.array(z.object({ from: z.string(), to: z.string(), stage, indicator, count: z.number() })),
  cost: z.number(),
  proof: z.object({ lowerBound: z.number(), gap: z.number(), unit: z.enum(["cost", "people"]), moved: z.number().optional(), leastMoved: z.number().optional() }),
  exceptions: z.array(z.object({ school: z.string(), code: z.string(), stage, indicator })),
  reasons: z.array(z.string()),
});
export type PlanInputs = z.infer<typeof storedInput>;
export type PlanAsked = z.infer<typeof storedAsked>;
export type PlanResult = z.infer<typeof storedOutcome>;
/** What was last written into targets and ledger from a plan. */
export const storedApplied = z.object({ budget: z.number(), until: z.number(), targets: z.number(), entries: z.number() });
