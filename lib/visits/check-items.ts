/** What a visit looks at; keys are kept in the rows. Ordinary duties of 责任督学 and the parts of the creation work (seed: X11, X16). */
export const CHECK_ITEMS = [
  { key: "self-check", label: "学校自查和整改", hint: "自查是否逐项、整改是否到人到期" },
  { key: "standard", label: "标准化建设一校一册", hint: "缺口、措施与实际是否一致" },
  { key: "tasks", label: "年度创建任务落实", hint: "备案清单中学校承担的任务" },
  { key: "class-size", label: "班额和学校规模", hint: "有无超标准班额、大班额" },
  { key: "teachers", label: "教师配备和交流轮岗", hint: "体育、艺术教师和交流人员是否到岗" },
  { key: "rooms", label: "专用教室和仪器设备使用", hint: "音乐、美术、实验室是否正常使用" },
  { key: "experiments", label: "实验教学", hint: "应开、已开实验" },
  { key: "teaching", label: "课程开设和课堂教学", hint: "课程开齐开足，课堂教学规范" },
  { key: "workload", label: "作业、睡眠、体质健康", hint: "“双减”和体育锻炼" },
  { key: "safety", label: "校园安全四个100%", hint: "保安员、封闭管理、报警监控、护学岗" },
  { key: "mental", label: "心理健康教育", hint: "专职教师、辅导室" },
  { key: "care", label: "控辍保学和关爱帮扶", hint: "只看工作，不记学生个人信息" },
  { key: "canteen", label: "食堂、宿舍和卫生", hint: "寄宿制学校重点查看" },
] as const;
export type CheckKey = (typeof CHECK_ITEMS)[number]["key"];
export const CHECK_KEYS: readonly CheckKey[] = CHECK_ITEMS.map(({ key }) => key);
export const isCheckKey = (text: string): text is CheckKey => CHECK_KEYS.some((key) => key === text);
export const checkLabel = (key: CheckKey): string => CHECK_ITEMS.find((item) => item.key === key)?.label ?? "";

export const RESULTS = ["good", "problem", "unseen"] as const;
export type CheckResult = (typeof RESULTS)[number];
export const RESULT_NAME: Record<CheckResult, string> = { good: "符合要求", problem: "发现问题", unseen: "本次未看" };
