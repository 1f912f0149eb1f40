import type { SectionData } from "@/lib/forms/field";
import { VETO_FIELDS } from "./veto";
import { atLeast, share, shareText } from "./share";

type Judged = { met: boolean | null; text: string; value: number | null };
/** How an item that the county enters is judged; pure, on unrounded values. */
export type CountyRule = { item: string; judge: (data: SectionData) => Judged };

const num = (data: SectionData, key: string): number | null => {
  const value = data[key];
  return typeof value === "number" ? value : null;
};
const MISSING: Judged = { met: null, text: "数据未填全", value: null };

const byConclusion = (item: string): CountyRule => ({
  item,
  judge: (data) => (data.met === "yes" ? { met: true, text: "自评达标", value: null } : data.met === "no" ? { met: false, text: "自评未达标", value: null } : MISSING),
});

/** 教督〔2017〕6号 教育质量 9: level Ⅲ or better and spread below 0.15 in every subject; results come from the state. */
function monitoring(data: SectionData): Judged {
  const subjects = ["chinese", "maths", "science", "pe", "arts", "moral"];
  const known = subjects.filter((key) => num(data, `${key}Level`) !== null && num(data, `${key}Spread`) !== null);
  if (known.length === 0) return { met: null, text: "待国家义务教育质量监测结果", value: null };
  const failing = known.filter((key) => (num(data, `${key}Level`) ?? 0) < 3 || (num(data, `${key}Spread`) ?? 1) >= 0.15);
  if (failing.length > 0) return { met: false, text: `${failing.length} 个学科未达到要求`, value: null };
  return { met: true, text: `${known.length} 个学科均达到要求`, value: null };
}

function exchange(data: SectionData): Judged {
  const [eligible, exchanged, backbone] = [num(data, "eligible"), num(data, "exchanged"), num(data, "backbone")];
  if (eligible === null || exchanged === null || backbone === null || eligible === 0) return MISSING;
  const met = atLeast(exchanged, eligible, 10) && atLeast(backbone, exchanged, 20);
  return { met, value: share(exchanged, eligible), text: `交流教师占 ${shareText(exchanged, eligible)}（应≥10%），其中骨干占 ${shareText(backbone, exchanged)}（应≥20%）` };
}

function migrant(data: SectionData): Judged {
  const [eligible, inPublic, purchased] = [num(data, "eligible"), num(data, "public"), num(data, "purchased")];
  if (eligible === null || inPublic === null || purchased === null) return MISSING;
  if (eligible === 0) return { met: data.careSystem === true, value: null, text: "无符合条件的随迁子女" };
  const seats = inPublic + purchased;
  return { met: atLeast(seats, eligible, 85) && data.careSystem === true, value: share(seats, eligible), text: `随迁子女在公办和政府购买学位就读占 ${shareText(seats, eligible)}（应≥85%）` };
}

/** 教督〔2017〕6号 社会认可度: questionnaires and, where held, visits each at 85 %. */
function recognition(data: SectionData): Judged {
  const [valid, satisfied] = [num(data, "valid"), num(data, "satisfied")];
  if (valid === null || satisfied === null || valid === 0) return MISSING;
  const [met, happy] = [num(data, "interviewed") ?? 0, num(data, "interviewedSatisfied") ?? 0];
  const passed = atLeast(satisfied, valid, 85) && (met === 0 || atLeast(happy, met, 85));
  return { met: passed, value: share(satisfied, valid), text: `满意度 ${shareText(satisfied, valid)}（应≥85%），有效问卷 ${valid.toLocaleString("zh-CN")} 份` };
}

const ratio = (item: string, part: string, whole: string, percent: number, name: string): CountyRule => ({
  item,
  judge: (data) => {
    const [a, b] = [num(data, part), num(data, whole)];
    if (a === null || b === null || b === 0) return MISSING;
    return { met: atLeast(a, b, percent), value: share(a, b), text: `${name} ${shareText(a, b)}（应≥${percent}%）` };
  },
});

export const COUNTY_RULES: CountyRule[] = [
  byConclusion("gov-1"),
  byConclusion("gov-2"),
  {
    item: "gov-7",
    judge: (data) => {
      const [funds, pupils] = [num(data, "funds"), num(data, "pupils")];
      if (funds === null || pupils === null) return MISSING;
      if (pupils === 0) return { met: true, value: null, text: "无特殊教育学生" };
      return { met: funds >= pupils * 8000, value: funds / pupils, text: `特殊教育生均公用经费 ${Math.floor(funds / pupils).toLocaleString("zh-CN")} 元（应≥8,000 元）` };
    },
  },
  {
    item: "gov-8",
    judge: (data) => {
      const [teacher, servant] = [num(data, "teacherPay"), num(data, "civilServantPay")];
      if (teacher === null || servant === null) return MISSING;
      return { met: teacher >= servant && data.performancePay === true, value: teacher, text: `教师 ${teacher.toLocaleString("zh-CN")} 元，公务员 ${servant.toLocaleString("zh-CN")} 元` };
    },
  },
  byConclusion("gov-10"),
  { item: "gov-11", judge: exchange },
  ratio("gov-14", "allocated", "plan", 50, "优质高中名额分配"),
  { item: "gov-15", judge: migrant },
  ratio("qual-2", "enrolled", "children", 95, "残疾儿童少年入学率"),
  { item: "qual-9", judge: monitoring },
  { item: "recognition", judge: recognition },
  {
    item: "veto",
    judge: (data) => {
      if (VETO_FIELDS.some((key) => typeof data[key] !== "boolean")) return MISSING;
      const found = VETO_FIELDS.filter((key) => data[key] === true).length;
      return { met: found === 0, value: found, text: found === 0 ? "未发现经查实的一票否决情形" : `经查实 ${found} 项一票否决情形` };
    },
  },
];
