import { SMALL_SCHOOL, zoneExemption } from "@/lib/filings/applies";
import type { RoomRow, SectionData } from "@/lib/forms/field";
import type { Conclusion } from "@/lib/items/item-facts";
import { judgeSchool } from "@/lib/items/judge-school";
import type { ItemRules } from "@/lib/items/rules";
import type { JudgedSchool } from "@/lib/items/verdicts";
import { CLASS_LIMIT, STAGE_NAME, type Stage } from "@/lib/standard/indicators";
import { AREA_TYPE_LABEL, OPERATOR_TYPE_LABEL, stagesOf } from "@/lib/standard/school-kinds";
import { exactText } from "./exact-text";
import { formInput, numberInput, UNFILLED, type Input } from "./form-input";

/** What a school says on an item: `met` undefined where the item is decided over all schools together. */
export type SchoolSays = { text: string; met?: boolean | null; /** Where all schools decide together: this one falls short of the whole, or has not said. */ short?: boolean };

const n = (value: number | null) => (value === null ? UNFILLED : exactText(value));
const all = (counts: (number | null)[]): number | null => counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);

/** “24 个班，最大 52 人，2 个超过 45 人” */
export function classText(pupils: number[] | null, stage: Stage): string {
  if (!pupils) return UNFILLED;
  const over = pupils.filter((size) => size > CLASS_LIMIT[stage]).length;
  return `${pupils.length} 个班，最大 ${Math.max(0, ...pupils)} 人，${over > 0 ? `${over} 个超过 ${CLASS_LIMIT[stage]} 人` : `均不超过 ${CLASS_LIMIT[stage]} 人`}`;
}

const roomText = (rooms: RoomRow[] | null): string => (rooms ? (rooms.length === 0 ? "没有" : rooms.map(({ area }) => (area === null ? "面积未填" : `${exactText(area)} ㎡`)).join("、")) : UNFILLED);
const boolText = (value: boolean | null): string => (value === null ? UNFILLED : value ? "是" : "否");
const saidText = (value: Conclusion): string => (value === null ? UNFILLED : value === "met" ? "达标" : "未达标");

/** 政府保障 6 of one school; without the county's standards, which a school does not read, no verdict. */
function funds({ facts, more }: JudgedSchool, standards: SectionData | null): SchoolSays {
  const pupils = (facts.students.primary ?? 0) + (facts.students.junior ?? 0);
  const standard = stagesOf(facts.kind).includes("primary") ? standards?.perPupilStandard : standards?.juniorPerPupilStandard;
  const given = `在校生 ${pupils} 人，上年度拨付公用经费 ${n(more.fundsAllocated)} 万元`;
  if (typeof standard !== "number") return { text: given };
  return { text: `${given}，应不少于 100 × ${exactText(standard)} = ${exactText(standard / 100)} 万元`, met: more.fundsAllocated === null ? null : more.fundsAllocated * 10_000 >= 100 * standard };
}

/** Why an item does not ask a school; null when it does. The conditions are those of lib/items/roll-ups. */
export function notAsked(item: string, { facts, more }: JudgedSchool, { readings }: ItemRules): string | null {
  const stages = stagesOf(facts.kind);
  if (item === "gov-13") return zoneExemption(facts, more.boarding)?.replace("不填", "不计") ?? null;
  if (item === "qual-1") return stages.includes("junior") ? null : "没有初中";
  if (stages.length === 0) return "没有义务教育阶段的普通班级";
  if (item !== "gov-6") return null;
  if ((facts.students.primary ?? 0) + (facts.students.junior ?? 0) >= SMALL_SCHOOL) return `在校生不少于 ${SMALL_SCHOOL} 人`;
  return readings.smallSchoolFunds === "village" && facts.kind !== "teaching_point" && !(facts.kind === "primary" && facts.areaType === "rural") ? "不是村小学或教学点" : null;
}

/** What a school that is asked says on an item; null for an item that its form does not serve. */
export function schoolSays(item: string, school: JudgedSchool, rules: ItemRules, standards: SectionData | null): SchoolSays | null {
  const { facts, more } = school;
  if (item === "gov-6") return funds(school, standards);
  if (item === "gov-13") {
    const short = stagesOf(facts.kind).some((stage) => { const [inZone, pupils] = [more.inZone[stage], facts.students[stage]]; return inZone === null || pupils === null || inZone < pupils; });
    return { text: stagesOf(facts.kind).map((stage) => `${STAGE_NAME[stage]} ${n(more.inZone[stage])}／${n(facts.students[stage])} 人`).join("，"), short };
  }
  if (item === "qual-1") {
    const { graduates, transferredIn, transferredOut, entrants, deceased } = more.graduation;
    const [kept, entered] = [all([graduates, transferredIn === null ? null : -transferredIn, transferredOut]), all([entrants, deceased === null ? null : -deceased])];
    return { short: kept === null || entered === null || kept < entered, text: `${n(graduates)} − ${n(transferredIn)} + ${n(transferredOut)} = ${kept === null ? "不能计算" : exactText(kept)}；${n(entrants)} − ${n(deceased)} = ${entered === null ? "不能计算" : exactText(entered)}` };
  }
  const judged = judgeSchool(school, rules).find((one) => one.item === item);
  return judged ? { text: judged.text, met: judged.met } : null;
}

type Inputs = (school: JudgedSchool) => Input[];
const pupils: Inputs = ({ facts }) => stagesOf(facts.kind).flatMap((stage) => numberInput(`${stage}Students`, facts.students[stage]));
const classes: Inputs = ({ facts, more }) => stagesOf(facts.kind).flatMap((stage) => formInput(`${stage}ClassSizes`, classText(more.classes[stage], stage)));
const teachers: Inputs = ({ facts, more }) => stagesOf(facts.kind).flatMap((stage) => numberInput(`${stage}FullTimeTeachers`, more.fullTime[stage]));
const registered = (label: string, value: string): Input[] => [{ label, value, form: "学校登记信息", source: "县级教育行政部门登记" }];

const INPUTS: Partial<Record<string, Inputs>> = {
  "gov-3": (school) => [...classes(school), ...formInput("musicRooms", roomText(school.more.musicRooms)), ...formInput("artRooms", roomText(school.more.artRooms))],
  "gov-4": (school) => [...pupils(school), ...numberInput("migrantStudents", school.more.migrantStudents), ...formInput("builtYear", school.more.builtYear === null ? UNFILLED : String(school.more.builtYear))],
  "gov-5": classes,
  "gov-6": (school) => [...pupils(school), ...numberInput("fundsAllocated", school.more.fundsAllocated)],
  "gov-9": (school) => [...teachers(school), ...numberInput("trainedTeachers", school.more.trained)],
  "gov-12": (school) => [...teachers(school), ...numberInput("certifiedTeachers", school.more.certified)],
  "gov-13": (school) => [
    ...stagesOf(school.facts.kind).flatMap((stage) => numberInput(`${stage}InZoneStudents`, school.more.inZone[stage])), ...pupils(school), ...formInput("boarding", boolText(school.more.boarding)),
    ...registered("城乡类型", school.facts.areaType ? AREA_TYPE_LABEL[school.facts.areaType] : "未登记"), ...registered("举办者类型", OPERATOR_TYPE_LABEL[school.facts.operatorType ?? 0] ?? "未登记"),
  ],
  "qual-1": ({ more: { graduation } }) => [
    ...numberInput("juniorGraduates", graduation.graduates), ...numberInput("juniorTransferredIn", graduation.transferredIn), ...numberInput("juniorTransferredOut", graduation.transferredOut),
    ...numberInput("juniorEntrants", graduation.entrants), ...numberInput("juniorDeceased", graduation.deceased),
  ],
  "qual-3": ({ more }) => [...formInput("charter", boolText(more.charter)), ...formInput("managementStatement", saidText(more.statements["qual-3"]))],
  "qual-4": ({ more }) => [...numberInput("fundsBudget", more.fundsBudget), ...numberInput("trainingBudget", more.trainingBudget)],
  "qual-5": ({ more }) => formInput("technologyStatement", saidText(more.statements["qual-5"])),
  "qual-6": ({ more }) => formInput("moralStatement", saidText(more.statements["qual-6"])),
  "qual-7": ({ more }) => formInput("curriculumStatement", saidText(more.statements["qual-7"])),
  "qual-8": ({ more }) => formInput("workloadStatement", saidText(more.statements["qual-8"])),
};

/** What a school filled in for an item, each with its form and column; empty for an item that schools do not fill in. */
export const schoolItemInputs = (item: string, school: JudgedSchool): Input[] => INPUTS[item]?.(school) ?? [];
export const askedOfSchools = (item: string): boolean => INPUTS[item] !== undefined;
