import { COUNTY_FORMS, SUBJECT_NAMES } from "@/lib/counties/form";
import type { SectionData } from "@/lib/forms/field";
import { atLeast } from "@/lib/items/share";
import { VETO_FIELDS } from "@/lib/items/veto";
import { exactText } from "./exact-text";
import type { Condition } from "./verdict-conditions";

type Ratio = { name: string; parts: string[]; whole: string; percent: number; /** Left out where there is nothing to divide by. */ optional?: boolean; /** Holds where there is nothing to divide by. */ none?: boolean };

/** The shares of lib/items/county-rules with their limits. */
const RATIOS: Partial<Record<string, Ratio[]>> = {
  "gov-11": [{ name: "交流教师占比", parts: ["exchanged"], whole: "eligible", percent: 10 }, { name: "其中骨干教师占比", parts: ["backbone"], whole: "exchanged", percent: 20, none: true }],
  "gov-14": [{ name: "名额分配比例", parts: ["allocated"], whole: "plan", percent: 50 }],
  "gov-15": [{ name: "随迁子女就读比例", parts: ["public", "purchased"], whole: "eligible", percent: 85, none: true }],
  "qual-2": [{ name: "残疾儿童少年入学率", parts: ["enrolled"], whole: "children", percent: 95 }],
  recognition: [{ name: "问卷满意比例", parts: ["satisfied"], whole: "valid", percent: 85 }, { name: "走访满意比例", parts: ["interviewedSatisfied"], whole: "interviewed", percent: 85, optional: true }],
};

const num = (data: SectionData, key: string): number | null => { const value = data[key]; return typeof value === "number" ? value : null; };
const shown = (value: number | null) => (value === null ? "未填" : exactText(value));

function ratio(data: SectionData, { name, parts, whole, percent, optional, none }: Ratio): Condition[] {
  const [numbers, total] = [parts.map((key) => num(data, key)), num(data, whole)];
  if (optional && (total ?? 0) === 0) return [];
  const words = `${numbers.length > 1 ? `（${numbers.map(shown).join(" + ")}）` : shown(numbers[0] ?? null)} ÷ ${shown(total)} × 100%`;
  const part = numbers.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  if (part === null || total === null) return [{ name, text: `${words}：有未填的数，不计算`, met: null }];
  if (total === 0) return [{ name, text: none ? "没有应计算的对象" : "总数为 0，不能计算", met: none ? true : null }];
  return [{ name, text: `${words} = ${exactText((part / total) * 100)}%，应不低于 ${percent}%`, met: atLeast(part, total, percent) }];
}

const yes = (data: SectionData, key: string, name: string): Condition => ({ name, text: data[key] === true ? "是" : data[key] === false ? "否" : "未填", met: typeof data[key] === "boolean" ? data[key] : null });

function pay(data: SectionData): Condition[] {
  const [teacher, servant] = [num(data, "teacherPay"), num(data, "civilServantPay")];
  return [{ name: "平均工资收入", text: `教师 ${shown(teacher)} 元，公务员 ${shown(servant)} 元`, met: teacher === null || servant === null ? null : teacher >= servant }, yes(data, "performancePay", "绩效工资总量足额核定")];
}

function specialFunds(data: SectionData): Condition[] {
  const [funds, pupils] = [num(data, "funds"), num(data, "pupils")];
  if (funds === null || pupils === null) return [{ name: "生均公用经费", text: "有未填的数，不计算", met: null }];
  if (pupils === 0) return [{ name: "生均公用经费", text: "没有特殊教育学生", met: true }];
  return [{ name: "生均公用经费", text: `${exactText(funds)} ÷ ${exactText(pupils)} = ${exactText(funds / pupils)} 元，应不低于 8,000 元`, met: funds >= pupils * 8000 }];
}

function subjects(data: SectionData): Condition[] {
  const known = Object.entries(SUBJECT_NAMES).flatMap(([key, name]): Condition[] => {
    const [level, spread] = [num(data, `${key}Level`), num(data, `${key}Spread`)];
    return level === null || spread === null ? [] : [{ name, text: `学业水平 ${level} 级，应达到 3 级；校际差异率 ${exactText(spread)}，应低于 0.15`, met: level >= 3 && spread < 0.15 }];
  });
  return known.length > 0 ? known : [{ name: "监测结果", text: "还没有填报国家反馈的监测结果", met: null }];
}

/**
 * What the county's own fact on an item says, condition by condition with its numbers; all must hold. Without an approved fact the
 * one condition is open. Items that the schools decide have none.
 */
export function explainCountyFact(item: string, data: SectionData | null): Condition[] {
  const form = COUNTY_FORMS.find((one) => one.item === item);
  if (!form || item === "gov-6") return [];
  if (data === null) return [{ name: "县级数据", text: "尚未审定", met: null }];
  if (item === "gov-7") return specialFunds(data);
  if (item === "gov-8") return pay(data);
  if (item === "qual-9") return subjects(data);
  if (item === "veto") return VETO_FIELDS.map((key) => { const { met, ...rest } = yes(data, key, form.fields.find((field) => field.key === key)?.label ?? ""); return { ...rest, met: met === null ? null : !met }; });
  const shares = (RATIOS[item] ?? []).flatMap((one) => ratio(data, one));
  // while one share cannot be computed, none decides
  const ratios = shares.some(({ met }) => met === null) ? shares.map((one) => ({ ...one, met: null })) : shares;
  if (item === "gov-15") return [...ratios, yes(data, "careSystem", "留守儿童关爱体系健全")];
  return ratios.length > 0 ? ratios : [{ name: "自评结论", text: data.met === "yes" ? "达标" : data.met === "no" ? "未达标" : "未填", met: data.met === "yes" ? true : data.met === "no" ? false : null }];
}
