import type { SectionData } from "@/lib/forms/field";
import type { CountyFacts } from "@/lib/items/judge-county";
import type { ItemRules } from "@/lib/items/rules";
import { atLeast } from "@/lib/items/share";
import type { JudgedSchool } from "@/lib/items/verdicts";
import { STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import { exactText } from "./exact-text";
import { explainCountyFact } from "./explain-county-fact";
import { askedOfSchools, notAsked, schoolSays } from "./explain-school-item";
import type { Condition } from "./verdict-conditions";

export type ItemSchool = { code: string; name: string; text: string; met?: boolean | null; short?: boolean };
export type ItemTrace = {
  /** All must hold. */
  conditions: Condition[];
  /** Schools that the item asks: those that fail first, then those that have not said, then in the order of codes. */
  schools: ItemSchool[];
  /** Schools that the item does not ask, by reason. */
  left: { reason: string; schools: string[] }[];
};

const sum = (counts: (number | null)[]): number | null => counts.reduce<number | null>((total, one) => (total === null || one === null ? null : total + one), 0);

function share(name: string, part: number | null, whole: number | null, percent: number): Condition {
  if (part === null || whole === null) return { name, text: "有学校没有填全，不计算", met: null };
  if (whole === 0) return { name, text: "没有应计算的学生", met: true };
  return { name, text: `${exactText(part)} ÷ ${exactText(whole)} × 100% = ${exactText((part / whole) * 100)}%，应${percent === 100 ? "为 100%" : `不低于 ${percent}%`}`, met: atLeast(part, whole, percent) };
}

function zoneConditions(asked: JudgedSchool[]): Condition[] {
  const both = STAGES.map((stage) => {
    const own = asked.filter(({ facts }) => stagesOf(facts.kind).includes(stage));
    return share(`${STAGE_NAME[stage]}就近划片入学比例`, sum(own.map(({ more }) => more.inZone[stage])), sum(own.map(({ facts }) => facts.students[stage])), stage === "primary" ? 100 : 95);
  });
  return both.some(({ met }) => met === null) ? both.map((one) => ({ ...one, met: null })) : both;
}

function retentionConditions(asked: JudgedSchool[]): Condition[] {
  const terms = asked.map(({ more: { graduation: { graduates, transferredIn, transferredOut, entrants, deceased } } }) =>
    ({ kept: sum([graduates, transferredIn === null ? null : -transferredIn, transferredOut]), entered: sum([entrants, deceased === null ? null : -deceased]) }));
  const [kept, entered] = [sum(terms.map((term) => term.kept)), sum(terms.map((term) => term.entered))];
  return entered !== null && entered <= 0 ? [{ name: "初中三年巩固率", text: "没有审定的初中毕业班数据", met: null }] : [share("初中三年巩固率", kept, entered, 95)];
}

/** `openDecides`: one school that has not said leaves the item open even where another fails (政府保障 6). */
function schoolsCondition(schools: ItemSchool[], none: boolean | null, openDecides = false): Condition {
  const count = (met: boolean | null) => schools.filter((school) => school.met === met).length;
  const [failed, open] = [count(false), count(null)];
  return { name: "各校", text: schools.length === 0 ? "没有需要判定的学校" : `${schools.length} 所中 ${count(true)} 所达标，${failed} 所未达标，${open} 所数据不全`, met: schools.length === 0 ? none : openDecides && open > 0 ? null : failed > 0 ? false : open > 0 ? null : true };
}

/** 政府保障 6 needs the county's two standards before any school can be judged. */
function fundsConditions(standards: SectionData | null, schools: ItemSchool[]): Condition[] {
  const [primary, junior] = [standards?.perPupilStandard, standards?.juniorPerPupilStandard];
  if (typeof primary !== "number" || typeof junior !== "number") return [{ name: "生均公用经费基准定额", text: "尚未审定", met: null }];
  return [{ name: "生均公用经费基准定额", text: `小学 ${exactText(primary)} 元，初中 ${exactText(junior)} 元`, met: true }, schoolsCondition(schools, true, true)];
}

const rank = ({ met, short }: ItemSchool) => (met === false || short ? 0 : met === null ? 1 : 2);

/** How an item of a county comes about: its conditions with numbers, the schools behind it, and those it does not ask. Pure. */
export function explainItem(item: string, schools: JudgedSchool[], county: CountyFacts, rules: ItemRules): ItemTrace {
  const fact = county[item] ?? null;
  if (!askedOfSchools(item)) return { conditions: explainCountyFact(item, fact), schools: [], left: [] };
  const asked: JudgedSchool[] = [];
  const left = new Map<string, string[]>();
  for (const school of schools) {
    const reason = notAsked(item, school, rules);
    if (reason === null) asked.push(school);
    else left.set(reason, [...(left.get(reason) ?? []), school.facts.name]);
  }
  const rows = asked.flatMap((school): ItemSchool[] => {
    const says = schoolSays(item, school, rules, fact);
    return says ? [{ code: school.facts.code, name: school.facts.name, ...says }] : [];
  });
  const conditions = item === "gov-13" ? (schools.length === 0 ? [{ name: "就近划片入学比例", text: "尚无审定数据", met: null }] : zoneConditions(asked))
    : item === "qual-1" ? retentionConditions(asked) : item === "gov-6" ? fundsConditions(fact, rows) : [schoolsCondition(rows, null)];
  return { conditions, schools: rows.sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1)), left: [...left].map(([reason, names]) => ({ reason, schools: names })) };
}

/** The verdict that the conditions give: one that fails decides, one that is open leaves it open. */
export const verdictOf = (conditions: readonly Condition[]): boolean | null => (conditions.some(({ met }) => met === false) ? false : conditions.length === 0 || conditions.some(({ met }) => met === null) ? null : true);
