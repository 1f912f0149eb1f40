/** The 社会认可度 questionnaire as data: one set of questions a respondent group. Pure; used by the page, the route and the results. 教督〔2017〕6号 社会认可度, 附件表 VI */
export const GROUPS = ["student", "parent", "teacher", "principal", "deputy", "member", "other"] as const;
export type Group = (typeof GROUPS)[number];
export const GROUP_NAME: Record<Group, string> = { student: "学生", parent: "家长", teacher: "教师", principal: "校长", deputy: "人大代表", member: "政协委员", other: "其他群众" };
export const isGroup = (text: string): text is Group => GROUPS.some((group) => group === text);

export const CHOICES = ["非常满意", "满意", "基本满意", "不满意", "不了解"] as const;
/** 满意 in 表 VI: the first two; 基本满意 is shown and not counted as satisfied. */
export const SATISFIED = [0, 1] as const;
/** Whoever does not know has given no valid answer to the question. */
export const UNKNOWN = 4;

const COUNTY_WIDE = ["学校的校舍、操场和教学设备", "教师的配备和教学水平", "学校的管理和校园安全", "入学安排的公平和便利", "学生的作业、睡眠和课后服务"] as const;
/** The last question of every group is the one that 表 VI counts. */
const OVERALL = "总的来说，对本县义务教育";

export const QUESTIONS: Record<Group, readonly string[]> = {
  student: ["教室、操场和实验、音乐、美术教室", "老师上课和对同学的关心", "学校里的安全和秩序", "学校的活动和课后服务", "作业多少和睡眠时间", "总的来说，对自己的学校"],
  parent: ["孩子学校的校舍、操场和教学设备", "孩子学校教师的教学水平和责任心", "孩子学校的管理和校园安全", "孩子入学的公平和便利", "孩子的作业、睡眠和课后服务", OVERALL],
  teacher: ["学校的办学条件和教学设备", "教师的编制配备和待遇保障", "教师的培训、教研和专业发展", "校长教师交流轮岗的安排", "教师负担和工作环境", OVERALL],
  principal: ["学校的办学条件和经费保障", "教师的编制配备和调配", "办学自主权和部门协同", "控辍保学和特殊群体关爱", "督导评估的公正和实效", OVERALL],
  deputy: [...COUNTY_WIDE, OVERALL],
  member: [...COUNTY_WIDE, OVERALL],
  other: [...COUNTY_WIDE, OVERALL],
};
export const QUESTION_COUNT = 6;
export const OVERALL_INDEX = QUESTION_COUNT - 1;
