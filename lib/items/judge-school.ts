import { stagesOf } from "@/lib/standard/school-kinds";
import { CLASS_LIMIT, STAGE_NAME } from "@/lib/standard/indicators";
import { musicAndArt, schoolSize } from "./judge-building";
import { FULL_STANDARD, type ItemRules } from "./rules";
import type { JudgedSchool, SchoolItem } from "./verdicts";

/** 教督〔2017〕6号 政府保障 5: every class, not the average. */
function classSize({ facts, more }: JudgedSchool): SchoolItem {
  const stages = stagesOf(facts.kind);
  const over: string[] = [];
  for (const stage of stages) {
    const pupils = more.classes[stage];
    if (!pupils) return { item: "gov-5", met: null, text: "各班学生数未填全" };
    const count = pupils.filter((size) => size > CLASS_LIMIT[stage]).length;
    if (count > 0) over.push(`${STAGE_NAME[stage]} ${count} 个班超过 ${CLASS_LIMIT[stage]} 人（最大 ${Math.max(...pupils)} 人）`);
  }
  return { item: "gov-5", met: over.length === 0, text: over.length === 0 ? "各班均未超过标准班额" : over.join("；") };
}

/** 教督〔2017〕6号 政府保障 9 and 12: every full-time teacher of the compulsory stages. */
function everyTeacher(item: "gov-9" | "gov-12", { facts, more }: JudgedSchool): SchoolItem {
  const done = item === "gov-9" ? more.trained : more.certified;
  const totals = stagesOf(facts.kind).map((stage) => more.fullTime[stage]);
  if (done === null || totals.some((count) => count === null)) return { item, met: null, text: "教师人数未填全" };
  const total = totals.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { item, met: done >= total, text: `专任教师 ${total} 人，${item === "gov-9" ? "培训满 360 学时" : "持证"} ${done} 人` };
}

/** 教督〔2017〕6号 教育质量 4: at least 5 % of the budget of public funds, in every school. Compared by cross-multiplication. */
function trainingFunds({ more }: JudgedSchool): SchoolItem {
  if (more.fundsBudget === null || more.trainingBudget === null || more.fundsBudget === 0) return { item: "qual-4", met: null, text: "公用经费未填全" };
  const met = Math.round(more.trainingBudget * 1e4) * 100 >= Math.round(more.fundsBudget * 1e4) * 5;
  const share = Math.floor((more.trainingBudget / more.fundsBudget) * 1000) / 10;
  return { item: "qual-4", met, text: `教师培训经费占公用经费预算 ${share.toFixed(1)}%，应不低于 5%` };
}

const BY_STATEMENT = ["qual-3", "qual-5", "qual-6", "qual-7", "qual-8"] as const;

function byStatement({ more }: JudgedSchool): SchoolItem[] {
  return BY_STATEMENT.map((item) => {
    const said = item === "qual-3" && more.charter === false ? "unmet" : more.statements[item];
    const met = said === null ? null : said === "met";
    return { item, met, text: met === null ? "自评说明未填写" : met ? "学校自评达标" : "学校自评未达标" };
  });
}

/** The school-level items of one school; schools without a compulsory stage have none. */
export function judgeSchool(school: JudgedSchool, rules: ItemRules = FULL_STANDARD): SchoolItem[] {
  if (stagesOf(school.facts.kind).length === 0) return [];
  return [musicAndArt(school, rules), schoolSize(school, rules), classSize(school), everyTeacher("gov-9", school), everyTeacher("gov-12", school), trainingFunds(school), ...byStatement(school)];
}
