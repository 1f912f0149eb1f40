import { SMALL_SCHOOL, zoneExemption } from "@/lib/filings/applies";
import type { SectionData } from "@/lib/forms/field";
import { stagesOf } from "@/lib/standard/school-kinds";
import { FULL_STANDARD, type ItemRules } from "./rules";
import type { ItemVerdict, JudgedSchool } from "./verdicts";
import { atLeast, share, shareText } from "./share";

const open = (item: string, text: string): ItemVerdict => ({ item, met: null, text, value: null, failing: [] });

/** 初中三年巩固率 = (毕业 − 转入 + 转出) ÷ (三年前初一 − 死亡), over all schools with a junior part. 教督〔2017〕6号 教育质量 1. */
export function retention(schools: JudgedSchool[]): ItemVerdict {
  const juniors = schools.filter((school) => stagesOf(school.facts.kind).includes("junior"));
  let [kept, entered] = [0, 0];
  for (const { more } of juniors) {
    const { graduates, entrants, transferredIn, transferredOut, deceased } = more.graduation;
    if (graduates === null || entrants === null || transferredIn === null || transferredOut === null || deceased === null) return open("qual-1", "初中毕业班数据未填全");
    kept += graduates - transferredIn + transferredOut;
    entered += entrants - deceased;
  }
  if (entered <= 0) return open("qual-1", "尚无审定数据");
  return { item: "qual-1", met: atLeast(kept, entered, 95), value: share(kept, entered), text: `初中三年巩固率 ${shareText(kept, entered)}（应≥95%）`, failing: [] };
}

/** 教督〔2017〕6号 政府保障 13: public schools of cities and towns that do not board; 小学 100 %, 初中 ≥ 95 %. */
export function nearbyEnrolment(schools: JudgedSchool[]): ItemVerdict {
  const asked = schools.filter(({ facts, more }) => zoneExemption(facts, more.boarding) === null);
  if (schools.length === 0) return open("gov-13", "尚无审定数据");
  const totals = { primary: [0, 0], junior: [0, 0] };
  for (const { facts, more } of asked)
    for (const stage of stagesOf(facts.kind)) {
      const [inZone, pupils] = [more.inZone[stage], facts.students[stage]];
      if (inZone === null || pupils === null) return open("gov-13", `${facts.name}未填划片范围内在校生数`);
      totals[stage] = [(totals[stage][0] ?? 0) + inZone, (totals[stage][1] ?? 0) + pupils];
    }
  const [p = 0, pAll = 0] = totals.primary;
  const [j = 0, jAll = 0] = totals.junior;
  return { item: "gov-13", met: atLeast(p, pAll, 100) && atLeast(j, jAll, 95), value: share(p, pAll), text: `就近划片入学：小学 ${shareText(p, pAll)}（应 100%），初中 ${shareText(j, jAll)}（应≥95%）`, failing: [] };
}

/** 村小学和教学点, which the narrower reading of 政府保障 6 is about. */
const isVillageSchool = ({ facts }: JudgedSchool): boolean => facts.kind === "teaching_point" || (facts.kind === "primary" && facts.areaType === "rural");

/** 教督〔2017〕6号 政府保障 6: a school of fewer than 100 pupils gets the funds of 100, each for itself; which schools, by the reading. */
export function smallSchoolFunds(schools: JudgedSchool[], standards: SectionData | undefined, { readings }: ItemRules = FULL_STANDARD): ItemVerdict {
  const [primary, junior] = [standards?.perPupilStandard, standards?.juniorPerPupilStandard];
  if (typeof primary !== "number" || typeof junior !== "number") return open("gov-6", "生均公用经费基准定额尚未审定");
  const asked = readings.smallSchoolFunds === "village" ? schools.filter(isVillageSchool) : schools;
  const small = asked.filter(({ facts }) => stagesOf(facts.kind).length > 0 && (facts.students.primary ?? 0) + (facts.students.junior ?? 0) < SMALL_SCHOOL);
  const failing: string[] = [];
  for (const { facts, more } of small) {
    if (more.fundsAllocated === null) return open("gov-6", `${facts.name}未填上年度拨付公用经费`);
    const standard = stagesOf(facts.kind).includes("primary") ? primary : junior;
    if (more.fundsAllocated * 10_000 < 100 * standard) failing.push(facts.name);
  }
  return { item: "gov-6", met: failing.length === 0, value: small.length, failing, text: small.length === 0 ? `没有不足 100 人的${readings.smallSchoolFunds === "village" ? "村小学和教学点" : "学校"}` : `不足 100 人的学校 ${small.length} 所，${failing.length === 0 ? "均按 100 人核定公用经费" : `${failing.length} 所未足额`}` };
}
