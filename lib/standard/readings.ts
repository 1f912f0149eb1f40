type Option = { value: string; label: string; /** What it changes against the default. */ effect: string };
type ReadingSpec = { question: string; source: string; why: string; default: string; options: readonly Option[] };

/**
 * Points on which the official text leaves room and which change a computed number or verdict. Every option is computed by
 * lib/evaluation or lib/items; which one was used is stored with every result. The first option is the default (decision 0003).
 */
export const READINGS = {
  smallTeachingPoints: {
    question: "不足 50 人的教学点", source: "教督〔2017〕6号 资源配置", why: "办法只说不足 50 人的教学点不参与评估，没有说明其学生和资源是否并入中心校。", default: "excluded",
    options: [
      { value: "excluded", label: "不计入资源配置评估，学生和资源也不并入中心校", effect: "默认口径。" },
      { value: "merged", label: "学生、教师和资源并入所属中心校计算", effect: "中心校的七项指标值和全县差异系数改变；没有登记中心校的教学点仍不计入。" },
    ],
  },
  smallPrimarySchools: {
    question: "不足 50 人的完全小学", source: "教督〔2017〕6号 资源配置", why: "办法排除的是不足 50 人的教学点，没有提到完全小学。", default: "included",
    options: [
      { value: "included", label: "照常参与评估", effect: "默认口径。" },
      { value: "excluded", label: "与教学点相同，不计入资源配置评估", effect: "这些学校不再判定，也不进入差异系数。" },
    ],
  },
  privateSchools: {
    question: "民办学校和非县属学校", source: "申报表 表Ⅱ-2 举办者类型", why: "申报表的举办者类型包含民办和省市直属学校，2012 年的旧办法则不含。", default: "included",
    options: [
      { value: "included", label: "全部计入", effect: "默认口径。" },
      { value: "public", label: "民办学校不计入资源配置评估", effect: "举办者类型为民办的学校不判定，也不进入差异系数；未登记举办者类型的学校照常计入。" },
      { value: "countyRun", label: "只计县级部门举办的学校", effect: "举办者类型不是县级教育部门、县级其他部门的学校不判定，也不进入差异系数；未登记举办者类型的学校照常计入。" },
    ],
  },
  rounding: {
    question: "以哪个数值判定", source: "申报表 表Ⅱ、表Ⅲ 数位", why: "申报表的学校指标值保留两位小数、差异系数保留三位小数，没有说明判定用哪个数值。", default: "unrounded",
    options: [
      { value: "unrounded", label: "以未四舍五入的数值判定", effect: "默认口径。" },
      { value: "rounded", label: "以四舍五入后的数值判定：指标值两位小数，差异系数三位小数", effect: "4.195 视同 4.20，0.5004 视同 0.500。" },
    ],
  },
  musicArtRooms: {
    question: "每 12 个班级的音乐、美术专用教室", source: "教督〔2017〕6号 政府保障 3", why: "“音乐、美术专用教室 1 间以上”可以读作各 1 间，也可以读作合计。", default: "oneEach",
    options: [
      { value: "oneEach", label: "音乐、美术各 1 间，不足 12 个班按 12 个班计", effect: "默认口径。" },
      { value: "together", label: "音乐、美术合计 1 间，不足 12 个班按 12 个班计", effect: "两类教室合并计数；每间仍须达到各自的面积。" },
    ],
  },
  smallSchoolFunds: {
    question: "按 100 人核定公用经费的学校", source: "教督〔2017〕6号 政府保障 6", why: "申报表写“规模较小学校”，较早的文本写“村小学和教学点”。", default: "all",
    options: [
      { value: "all", label: "所有不足 100 人的学校", effect: "默认口径。" },
      { value: "village", label: "只限不足 100 人的村小学和教学点", effect: "城区、镇区学校和初中不再要求按 100 人核定。" },
    ],
  },
  relaxations: {
    question: "2019 年规程的过渡性规定", source: "国教督办函〔2019〕30号", why: "过渡性规定只适用于规程发布后三年内的评估，此后是否延续没有查到明文。", default: "off",
    options: [
      { value: "off", label: "不适用，按完整标准判定", effect: "默认口径；按过渡性规定可达标的学校另行注明。" },
      { value: "dated", label: "在规定的有效期内适用", effect: "数据日期在有效期内的年度，按放宽的数值判定音乐、美术教室和学校规模。" },
      { value: "extended", label: "视为继续适用，不受有效期限制", effect: "按放宽的数值判定音乐、美术教室和学校规模；达标学校注明须在认定后三年内达到完整标准。" },
    ],
  },
} as const satisfies Record<string, ReadingSpec>;

export type ReadingKey = keyof typeof READINGS;
export type Readings = { [K in ReadingKey]: (typeof READINGS)[K]["options"][number]["value"] };
export const READING_KEYS = ["smallTeachingPoints", "smallPrimarySchools", "privateSchools", "rounding", "musicArtRooms", "smallSchoolFunds", "relaxations"] as const satisfies readonly ReadingKey[];

/** The reading's specification without its literal types, for pages that list them. */
export const readingSpec = (key: ReadingKey): ReadingSpec => READINGS[key];
/** What an option says; empty for a value that is no option. */
export const readingLabel = (key: ReadingKey, value: string): string => readingSpec(key).options.find((option) => option.value === value)?.label ?? "";

/** A reading chosen by a province or city, with the document that it rests on. Dates are ISO days. */
export type ReadingChoice = { divisionCode: string; reading: ReadingKey; value: string; validFrom: string; validTo: string | null };

/**
 * The choices that hold for a division on a day: what stands above binds those below (decision 0003), so the shortest code
 * wins; among choices of one division the one that began last.
 */
export function choicesInForce<C extends ReadingChoice>(choices: readonly C[], divisionCode: string, day: string): Partial<Record<ReadingKey, C>> {
  const found: Partial<Record<ReadingKey, C>> = {};
  const valid = choices
    .filter((choice) => divisionCode.startsWith(choice.divisionCode) && choice.validFrom <= day && (choice.validTo === null || day <= choice.validTo) && readingLabel(choice.reading, choice.value) !== "")
    .sort((a, b) => a.divisionCode.length - b.divisionCode.length || (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0));
  for (const choice of valid) found[choice.reading] ??= choice;
  return found;
}
