import type { Actor, Office } from "./actor";

/** Everything that a role may do, by name. Pages, actions and routes ask `can`; an unknown pair refuses. */
export const ACTS = {
  "results.read": "查看评估结果",
  "schools.read": "查看学校",
  "filing.read": "查看学校自评",
  "filing.edit": "填写学校自评",
  "filing.submit": "提交学校自评",
  "filing.review": "审核、退回学校自评",
  "filing.correct": "发起更正",
  "filing.import": "导入学校填报数据",
  "filing-year.manage": "管理填报日程",
  "roster.manage": "管理学校名录",
  "county-fact.edit": "填写县级指标",
  "county-fact.approve": "审核县级指标",
  "standard.manage": "提高标准值、选定口径",
  "evidence.read": "查看佐证材料",
  "evidence.edit": "上传、移除佐证材料",
  "task.read": "查看创建任务",
  "task.report": "办理创建任务",
  "task.manage": "管理任务清单",
  "task-template.manage": "布置省、市主要任务",
  "ledger.read": "查看整改台账",
  "ledger.act": "整改、核验",
  "ledger.manage": "自查、登记和分派问题",
  "request.send": "提请上级解决困难问题",
  "request.answer": "答复下级提请的困难问题",
  "interview.edit": "记录座谈走访",
  "plan.read": "查看规划与目标",
  "leading-group.read": "查看领导小组和联席会议",
  "plan.manage": "填写规划与目标",
  "plan.lock": "汇总、锁定规划表",
  "visit.read": "查看督导访校",
  "visit.write": "计划、记录访校",
  "visit.answer": "确认访校记录",
  "visit.manage": "设定进校次数上限",
  "inspection.write": "督查备案任务清单",
  "teacher-record.read": "查看教学质量监测和交流轮岗",
  "teacher-record.edit": "填报教学质量监测和交流轮岗",
  "teacher-record.confirm": "确认教学质量监测和交流轮岗",
  "group.read": "查看学校共同体",
  "group.manage": "管理学校共同体",
  "zone.manage": "列入、撤销功能区",
  "directive.read": "查看督办、通报、约谈",
  "directive.send": "发出督办、通报、约谈",
  "directive.reply": "反馈督办、通报、约谈",
  "flag.read": "查看数据疑点",
  "flag.answer": "说明数据疑点",
  "flag.judge": "核查数据疑点",
  "survey.manage": "组织社会认可度调查",
  "experience.read": "查阅典型经验",
  "experience.write": "撰写、报送典型经验",
  "experience.review": "审核典型经验",
  "guidance.send": "向下级发指导意见",
  "guidance.reply": "答复上级指导意见",
  "nomination.read": "查看先行创建推荐",
  "nomination.write": "填写、报送先行创建推荐表",
  "nomination.review": "遴选、审核先行创建推荐县",
  "certification.read": "查看认定申报",
  "certification.apply": "以县级人民政府名义申报认定",
  "certification.evaluate": "复核、评估、认定",
  "expert.visit": "以专家身份实地核查",
  "account.manage": "管理账号",
  "token.own": "管理自己的接口令牌",
  "office.own": "切换自己的身份",
  "search.use": "搜索",
  "notice.own": "查看待办和通知",
} as const;
export type Act = keyof typeof ACTS;

type Rule = { office: Office["office"]; levels?: Office["level"][]; acts: Act[] };

const READ: Act[] = ["results.read", "schools.read", "evidence.read", "task.read", "plan.read", "leading-group.read", "ledger.read"];

/** One row an office; levels left out means every level at which the office exists. */
const RULES: Rule[] = [
  { office: "education", levels: ["county"], acts: [...READ, "filing.read", "filing.review", "filing.correct", "filing.import", "filing-year.manage", "roster.manage", "county-fact.edit", "county-fact.approve", "evidence.edit", "task.report", "task.manage", "plan.manage", "ledger.act", "ledger.manage", "request.send", "request.answer", "interview.edit", "account.manage"] },
  { office: "education", levels: ["nation"], acts: [...READ, "filing.read", "request.answer", "account.manage"] },
  { office: "education", levels: ["province", "city"], acts: [...READ, "filing.read", "standard.manage", "task-template.manage", "plan.manage", "request.send", "request.answer", "account.manage"] },
  { office: "education", levels: ["province"], acts: ["plan.lock", "zone.manage", "evidence.edit"] },
  { office: "supervision", levels: ["county"], acts: [...READ, "filing.read", "task.report", "ledger.act", "interview.edit"] },
  { office: "supervision", levels: ["nation", "province", "city"], acts: [...READ, "filing.read"] },
  { office: "government", acts: [...READ] },
  { office: "section", acts: [...READ, "filing.read", "county-fact.edit", "evidence.edit", "task.report", "ledger.act"] },
  { office: "unit", acts: ["leading-group.read", "county-fact.edit", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act"] },
  { office: "inspector", acts: ["schools.read", "filing.read", "evidence.read", "task.read", "ledger.read", "ledger.act"] },
  { office: "filler", acts: ["schools.read", "filing.read", "filing.edit", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act"] },
  { office: "principal", acts: ["request.send", "schools.read", "filing.read", "filing.edit", "filing.submit", "filing.correct", "evidence.read", "evidence.edit", "task.read", "task.report", "ledger.read", "ledger.act"] },
  { office: "sysadmin", acts: ["account.manage"] },
  { office: "education", levels: ["nation", "province", "city"], acts: ["guidance.send"] },
  { office: "supervision", levels: ["nation", "province", "city"], acts: ["guidance.send"] },
  { office: "education", levels: ["province", "city", "county"], acts: ["guidance.reply"] },
  // Visits, yearly records of teachers and school groups: a county's offices act, the levels above read.
  ...(["education", "supervision", "government", "section"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city", "county"], acts: ["visit.read", "teacher-record.read", "group.read", "experience.read"] })),
  // 督办, 通报, 约谈: those who press and those who answer for a place.
  ...(["education", "supervision", "government"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city", "county"], acts: ["directive.read"] })),
  ...(["education", "supervision"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city"], acts: ["directive.send"] })),
  ...(["education", "supervision", "government"] as const).map((office): Rule => ({ office, levels: ["province", "city", "county"], acts: ["directive.reply"] })),
  // 数据疑点: the county explains, the 政府教育督导机构 above it judge.
  ...(["education", "supervision", "government"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city", "county"], acts: ["flag.read"] })),
  ...(["education", "supervision"] as const).map((office): Rule => ({ office, levels: ["county"], acts: ["flag.answer"] })),
  { office: "supervision", levels: ["nation", "province", "city"], acts: ["flag.judge"] },
  { office: "education", levels: ["county"], acts: ["experience.write", "survey.manage"] },
  { office: "education", levels: ["province", "nation"], acts: ["experience.review"] },
  { office: "education", levels: ["county"], acts: ["visit.write", "visit.manage", "teacher-record.edit", "teacher-record.confirm", "group.manage"] },
  { office: "supervision", levels: ["county"], acts: ["visit.write", "inspection.write", "evidence.edit"] },
  { office: "inspector", acts: ["visit.read", "visit.write", "evidence.edit", "teacher-record.read"] },
  { office: "filler", acts: ["visit.read", "teacher-record.read", "teacher-record.edit"] },
  { office: "principal", acts: ["visit.read", "visit.answer", "teacher-record.read", "teacher-record.edit"] },
  // 先行创建: the 教育行政部门 of every level; the other offices of the line read.
  ...(["education", "supervision", "government", "section"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city", "county"], acts: ["nomination.read"] })),
  { office: "education", levels: ["county"], acts: ["nomination.write"] },
  { office: "education", levels: ["city", "province", "nation"], acts: ["nomination.review"] },
  // Recognition: 县级人民政府 applies, the 政府教育督导机构 evaluate, the other offices of the line read.
  ...(["education", "supervision", "government", "section"] as const).map((office): Rule => ({ office, levels: ["nation", "province", "city", "county"], acts: ["certification.read"] })),
  { office: "government", levels: ["county"], acts: ["certification.apply", "evidence.edit"] },
  { office: "supervision", levels: ["city", "province", "nation"], acts: ["certification.evaluate", "evidence.edit"] },
  // An expert has no other act: what a visit of an own appointment is, the database says.
  { office: "expert", levels: ["city", "province", "nation"], acts: ["expert.visit"] },
];

/** What every office may do: it concerns the person alone. */
const EVERYBODY: Act[] = ["token.own", "office.own", "search.use", "notice.own"];

/** Whether an office may do the act at all; whether on this record is decided by the reach. */
export function allows(office: Pick<Office, "office" | "level">, act: Act): boolean {
  return EVERYBODY.includes(act) || RULES.some((rule) => rule.office === office.office && (rule.levels?.includes(office.level) ?? true) && rule.acts.includes(act));
}

/** Offices whose reach is not their division: an inspector's is a list of schools, an expert's the visits of appointments. */
const apart = ({ office }: Office) => (office === "inspector" || office === "expert" ? office : "");

/** Whether two offices are held at one place with one reach, so that they add up. */
export const samePlace = (a: Office, b: Office) => a.divisionCode === b.divisionCode && a.schoolId === b.schoolId && a.unitId === b.unitId && apart(a) === apart(b);

/** Whether the person may do the act in the active place; offices held at the same place add up (填报人 and 校长). */
export function can(actor: Actor, act: Act): boolean {
  return actor.offices.some((office) => samePlace(office, actor.office) && allows(office, act));
}
