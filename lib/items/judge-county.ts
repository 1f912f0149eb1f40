import type { SectionData } from "@/lib/forms/field";
import { judgeSchool } from "./judge-school";
import { COUNTY_RULES, type CountyRule } from "./county-rules";
import { FULL_STANDARD, type ItemRules } from "./rules";
import type { ItemVerdict, JudgedSchool, SchoolItem } from "./verdicts";
import { nearbyEnrolment, retention, smallSchoolFunds } from "./roll-ups";

/** The approved county facts by item. */
export type CountyFacts = Partial<Record<string, SectionData>>;

type Named = SchoolItem & { name: string };

/** The item of all schools: one that fails decides, one that is missing leaves it open. */
function rollUp(item: string, schools: readonly Named[]): ItemVerdict {
  const failing = schools.filter((school) => school.met === false).map((school) => school.name);
  const missing = schools.filter((school) => school.met === null).length;
  const relaxed = schools.filter((school) => school.relaxed).length;
  const would = schools.filter((school) => school.wouldRelax).length;
  const met = failing.length > 0 ? false : missing > 0 || schools.length === 0 ? null : true;
  const found = failing.length > 0 ? `${failing.length} 所学校未达标` : missing > 0 ? `${missing} 所学校数据不全` : schools.length === 0 ? "尚无审定数据" : `${schools.length} 所学校均达标`;
  const notes = [relaxed > 0 ? `${relaxed} 所按过渡性规定达标，须在认定后三年内达到完整标准` : "", would > 0 ? `其中 ${would} 所如适用过渡性规定则达标` : ""].filter(Boolean);
  return { item, met, text: [found, ...notes].join("；"), value: null, failing };
}

const fromRule = (rule: CountyRule, facts: CountyFacts): ItemVerdict => {
  const data = facts[rule.item];
  return { item: rule.item, failing: [], ...(data ? rule.judge(data) : { met: null, text: "县级数据尚未审定", value: null }) };
};

/** The 15 + 9 + 1 items of a county from its schools' approved facts and its own, in the standard's order. */
export function judgeCounty(schools: JudgedSchool[], facts: CountyFacts, itemsBy: ItemRules = FULL_STANDARD): ItemVerdict[] {
  const bySchool = new Map<string, Named[]>();
  for (const school of schools)
    for (const judged of judgeSchool(school, itemsBy)) {
      const known = bySchool.get(judged.item) ?? [];
      if (known.push({ ...judged, name: school.facts.name }) === 1) bySchool.set(judged.item, known);
    }
  const computed = new Map<string, ItemVerdict>([
    ["gov-6", smallSchoolFunds(schools, facts["gov-6"], itemsBy)],
    ["gov-13", nearbyEnrolment(schools)],
    ["qual-1", retention(schools)],
  ]);
  const rules = new Map(COUNTY_RULES.map((rule) => [rule.item, rule]));
  return ITEM_ORDER.map((item) => {
    const rule = rules.get(item);
    return computed.get(item) ?? (rule ? fromRule(rule, facts) : rollUp(item, bySchool.get(item) ?? []));
  });
}

const range = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
export const ITEM_ORDER = [...range("gov", 15), ...range("qual", 9), "recognition", "veto"];
