/** States, acts and who may, of a county's task. Pure. seed: M3, M4, X1, C4. */
export const TASK_STATES = ["idle", "doing", "waiting", "done", "deferred"] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_STATE_NAME: Record<TaskState, string> = { idle: "未启动", doing: "推进中", waiting: "待核验", done: "已完成", deferred: "暂缓" };
export const TASK_STATE_TONE: Record<TaskState, "neutral" | "pending" | "warn" | "pass"> = { idle: "neutral", doing: "pending", waiting: "warn", done: "pass", deferred: "neutral" };
export const isTaskState = (text: string): text is TaskState => TASK_STATES.some((state) => state === text);

export const TASK_KINDS = ["basic", "breakthrough", "province", "measure"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_KIND_NAME: Record<TaskKind, string> = { basic: "基本任务", breakthrough: "攻坚清单", province: "省、市主要任务", measure: "本县措施" };
export const TASK_LEVELS = ["nation", "province", "city", "county"] as const;
export type TaskLevel = (typeof TASK_LEVELS)[number];
export const TASK_LEVEL_NAME: Record<TaskLevel, string> = { nation: "国家", province: "省级", city: "市级", county: "县级" };

/** How a person takes part in a task: 教育行政部门 or 督导机构 of the county, 牵头, 配合, or one of all schools. */
export type TaskRole = "manager" | "supervisor" | "lead" | "joint" | "school";

type Rule = { from: readonly TaskState[]; to: TaskState | null; by: readonly TaskRole[]; reason: boolean; label: string };

/** What may happen to a task; `to: null` leaves the state. */
export const TASK_ACTS = {
  start: { from: ["idle"], to: "doing", by: ["manager", "lead"], reason: false, label: "启动" },
  report: { from: ["doing", "waiting", "done"], to: null, by: ["manager", "supervisor", "lead", "joint", "school"], reason: false, label: "记录进展" },
  submit: { from: ["doing"], to: "waiting", by: ["manager", "lead"], reason: false, label: "报请核验" },
  confirm: { from: ["waiting"], to: "done", by: ["manager", "supervisor"], reason: false, label: "核验完成" },
  return: { from: ["waiting"], to: "doing", by: ["manager", "supervisor"], reason: true, label: "退回" },
  defer: { from: ["idle", "doing"], to: "deferred", by: ["manager"], reason: true, label: "暂缓" },
  resume: { from: ["deferred"], to: "doing", by: ["manager"], reason: false, label: "恢复" },
  reopen: { from: ["done"], to: "doing", by: ["manager"], reason: true, label: "重新打开" },
} as const satisfies Record<string, Rule>;
export type TaskAct = keyof typeof TASK_ACTS;
export const TASK_ACT_KEYS = Object.keys(TASK_ACTS) as [TaskAct, ...TaskAct[]];

const ruleOf = (act: TaskAct): Rule => TASK_ACTS[act];

/** The rounds that a task asks for in a year: 学籍 is checked twice (seed: X7). */
export const roundsOf = (recurrence: string): number => (recurrence === "half-yearly" ? 2 : 1);

export type TaskStanding = { state: TaskState; recurrence: string; roundsDone: number; submittedBy: string | null; measuresMet: boolean | null };

/** Why this person may not do this now, as a sentence; null when they may. */
export function refuseTaskAct(task: TaskStanding, act: TaskAct, by: { role: TaskRole | null; userId: string }): string | null {
  const rule = ruleOf(act);
  if (!by.role || !rule.by.includes(by.role)) return "这件事由牵头单位或县级教育行政部门办理。";
  if (!rule.from.includes(task.state)) return `任务现在是“${TASK_STATE_NAME[task.state]}”，只有“${rule.from.map((state) => TASK_STATE_NAME[state]).join("、")}”时才能${rule.label}。`;
  const rounds = roundsOf(task.recurrence);
  if ((act === "submit" || act === "confirm") && rounds > 1 && task.roundsDone < rounds) return `这项任务每年要做 ${rounds} 次，已记录 ${task.roundsDone} 次。`;
  if (act === "confirm" && task.measuresMet === false) return "平台计算的数据还没有达到目标，不能核验完成；请先看“可衡量的部分”。";
  if (act === "confirm" && task.submittedBy === by.userId) return "报请核验的人不能自己核验，请由另一人办理。";
  return null;
}

/** The state after an allowed act. */
export const afterTaskAct = (state: TaskState, act: TaskAct): TaskState => ruleOf(act).to ?? state;
export const needsReason = (act: TaskAct): boolean => ruleOf(act).reason;

/** 逾期 is a mark beside the state: due before today (Shanghai, YYYY-MM-DD) and neither done nor deferred. */
export const isOverdue = (task: { state: TaskState; dueOn: string }, today: string): boolean => task.dueOn < today && task.state !== "done" && task.state !== "deferred";
/** Days until the due day, negative after it. */
export const daysLeft = (dueOn: string, today: string): number => Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);

/** Weighted progress of a list: done counts whole, waiting and doing by their progress, deferred not at all (null: nothing to count). */
export function weightedProgress(tasks: { state: TaskState; progress: number; weight: number }[]): number | null {
  const counted = tasks.filter((task) => task.state !== "deferred");
  const weight = counted.reduce((sum, task) => sum + task.weight, 0);
  if (weight === 0) return null;
  return counted.reduce((sum, task) => sum + task.weight * (task.state === "done" ? 100 : task.progress), 0) / weight;
}

/** Whether `parentId` for `id` would close a circle; `parentOf` knows the standing parents. */
export function closesCircle(id: string, parentId: string | null, parentOf: (id: string) => string | null): boolean {
  const seen = new Set([id]);
  for (let at = parentId; at !== null; at = parentOf(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
