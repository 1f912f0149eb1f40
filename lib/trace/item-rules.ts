import type { ReadingKey } from "@/lib/standard/readings";

type ItemRule = { rule: string; /** Readings that can change the verdict. */ readings: readonly ReadingKey[] };

const OF_SCHOOLS = "有一所学校未达标，本项即未达标；有数据不全而没有未达标的，不作结论。";
const bySchool = (rule: string, readings: readonly ReadingKey[] = []): ItemRule => ({ rule: `逐校判定：${rule}${OF_SCHOOLS}`, readings });
const byCounty = (rule: string): ItemRule => ({ rule, readings: [] });
const STATED = "按学校自评结论和说明逐校判定，没有写明依据的视为未填。";
const CONCLUDED = "按县级自评结论判定，须在说明中写明依据。";

/** How each of the 15 + 9 + 1 items and the veto is decided, in the words of lib/items. 教督〔2017〕6号 */
const ITEM_RULES: Record<string, ItemRule> = {
  "gov-1": byCounty(CONCLUDED),
  "gov-2": byCounty(CONCLUDED),
  "gov-3": bySchool("应有间数 = 班级数 ÷ 12，向上取整；音乐教室每间不小于 96 ㎡、美术教室每间不小于 90 ㎡的才计数，两类各不少于应有间数（口径选定合计的，两类相加）。", ["musicArtRooms", "relaxations"]),
  "gov-4": bySchool("义务教育在校生不超过 2,000 人，九年、十二年一贯制学校不超过 2,500 人。", ["relaxations"]),
  "gov-5": bySchool("每个班级分别判定，小学不超过 45 人，初中不超过 50 人，不看平均班额。"),
  "gov-6": { rule: "在校生不足 100 人的学校，上年度拨付公用经费不少于 100 × 生均公用经费基准定额（有小学的学校用小学定额，其他用初中定额）；有一所不足即未达标。", readings: ["smallSchoolFunds"] },
  "gov-7": byCounty("上年度特殊教育公用经费 ÷ 特殊教育学生数，不低于 8,000 元；没有特殊教育学生的视为达标。"),
  "gov-8": byCounty("义务教育教师年平均工资收入不低于当地公务员，且绩效工资总量足额核定。"),
  "gov-9": bySchool("近 5 年培训满 360 学时的专任教师不少于义务教育阶段专任教师总数。"),
  "gov-10": byCounty(CONCLUDED),
  "gov-11": byCounty("实际交流教师 ÷ 符合交流条件的教师不低于 10%，其中骨干教师 ÷ 实际交流教师不低于 20%。"),
  "gov-12": bySchool("持有教师资格证的专任教师不少于义务教育阶段专任教师总数。"),
  "gov-13": { rule: "城区、镇区公办非寄宿制学校的划片范围内在校生之和 ÷ 在校生之和：小学 100%，初中不低于 95%；有一所学校未填的，不作结论。", readings: [] },
  "gov-14": byCounty("分配到初中的名额 ÷ 优质高中招生名额总数，不低于 50%。"),
  "gov-15": byCounty("（公办学校就读 + 政府购买服务的民办学校就读）÷ 符合条件的随迁子女不低于 85%，且留守儿童关爱体系健全。"),
  "qual-1": { rule: "初中三年巩固率 =（毕业生 − 转入 + 转出）之和 ÷（三年前初一在校生 − 死亡）之和，不低于 95%；有一所学校未填全的，不作结论。", readings: [] },
  "qual-2": byCounty("已入学人数 ÷ 适龄残疾儿童少年数，不低于 95%。"),
  "qual-3": bySchool(`${STATED}没有制定章程的学校为未达标。`),
  "qual-4": bySchool("教师培训经费预算不低于学校公用经费预算总额的 5%。"),
  "qual-5": bySchool(STATED),
  "qual-6": bySchool(STATED),
  "qual-7": bySchool(STATED),
  "qual-8": bySchool(STATED),
  "qual-9": byCounty("国家义务教育质量监测的相关学科均达到Ⅲ级以上，且校际差异率低于 0.15；由国家计算，县级据反馈结果填报。"),
  recognition: byCounty("满意问卷 ÷ 有效问卷不低于 85%；有实地走访的，走访的满意比例也不低于 85%。"),
  veto: byCounty("六种情形均未经查实；有一种经查实的，不予认定。"),
};

export const itemRuleOf = (item: string): ItemRule => ITEM_RULES[item] ?? { rule: "", readings: [] };
