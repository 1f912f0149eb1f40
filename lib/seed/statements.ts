import type { SectionData, Statement } from "@/lib/forms/field";
import type { Prng } from "./prng";

/** Words of a school about itself, by field; two or three ways to say the same. */
const WORDS: Record<string, [string, ...string[]]> = {
  managementStatement: [
    "学校章程经教职工大会讨论通过并备案，学籍、考勤、资产、教学常规均在平台上管理。",
    "依章程办学，校务公开；排课、备课、评价和后勤报修已实现线上办理。",
    "章程每年修订情况向教职工通报，管理与教学数据互通。",
  ],
  technologyStatement: [
    "教师均完成信息技术应用能力培训，多媒体设备周均使用 20 节以上，有使用登记。",
    "常态化开展互动教学和集体备课，设备完好率和利用率按月统计。",
    "骨干教师带动全员应用，实验、功能教室使用记录完整。",
  ],
  moralStatement: [
    "德育课程、活动、实践成体系，校园文化有主题、有载体，县级评估为良好以上。",
    "班主任例会和家校沟通制度健全，劳动教育与社会实践有计划、有记录。",
    "以养成教育为重点，每学期开展主题活动，师生满意度较高。",
  ],
  curriculumStatement: [
    "严格执行国家课程方案，课程表公示，综合实践活动每周安排到位。",
    "音乐、体育、美术、科学、劳动课程全部开齐开足，教学常规每月检查。",
    "课程开设与课时符合规定，教学秩序规范，综合实践有课程纲要和成果。",
  ],
  workloadStatement: [
    "作业总量公示并审核，课后服务应开尽开，未组织统一排名考试。",
    "书面作业时间控制在规定以内，每学期向家长问卷了解负担情况。",
    "落实作业管理制度，睡眠、手机、读物管理均有办法和检查记录。",
  ],
};

const UNMET = "自查发现落实还不到位，已列入整改台账，明确责任岗位和完成时间。";

/** The conclusions of 教育质量 3 and 5–8; a school in trouble admits one. */
export function statementsOf(troubled: boolean, random: Prng): SectionData {
  const keys = Object.keys(WORDS);
  const weak = troubled ? random.int(0, keys.length - 1) : -1;
  return Object.fromEntries(
    Object.entries(WORDS).map(([key, words], at): [string, Statement] => [key, at === weak ? { conclusion: "unmet", text: UNMET } : { conclusion: "met", text: random.pick(words) }]),
  );
}
