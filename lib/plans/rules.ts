/** The 规划表 (seed: S9): who may fill, submit, return, lock and unlock, in which state. Pure. 鲁教基发〔2020〕4号 附件. */
export const FIRST_PLAN_YEAR = 2021;
/** The annex ends with 2030; the national goal ends with 2035. */
export const ANNEX_LAST_YEAR = 2030;
export const LAST_PLAN_YEAR = 2035;

/** 到 2035 年 all counties (seed: M1). */
export const NATIONAL_GOAL = { year: 2035, share: 100 };

export const PLAN_STATES = ["open", "locked"] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STATE_NAME: Record<PlanState, string> = { open: "填报中", locked: "已锁定" };

export const ROW_STATES = ["draft", "submitted", "returned"] as const;
export type RowState = (typeof ROW_STATES)[number];
export const ROW_STATE_NAME: Record<RowState, string> = { draft: "填报中", submitted: "已报送", returned: "已退回" };
export const isRowState = (text: string): text is RowState => ROW_STATES.some((state) => state === text);

export type PlanRole = "city" | "province";
export const ROW_ACTS = {
  place: { label: "列入申报年", by: ["city", "province"], from: ["draft", "returned"], to: null, reason: false },
  note: { label: "填写备注", by: ["city", "province"], from: ["draft", "returned"], to: null, reason: false },
  submit: { label: "报送", by: ["city"], from: ["draft", "returned"], to: "submitted", reason: false },
  return: { label: "退回", by: ["province"], from: ["submitted"], to: "returned", reason: true },
} as const satisfies Record<string, { label: string; by: readonly PlanRole[]; from: readonly RowState[]; to: RowState | null; reason: boolean }>;
export type RowAct = keyof typeof ROW_ACTS;
export const ROW_ACT_KEYS = ["place", "note", "submit", "return"] as const satisfies readonly RowAct[];

export type RowStanding = { plan: PlanState; row: RowState };

const mayBe = (list: readonly string[], text: string) => list.includes(text);

/** Why this level may not do this to a city's row now; null when it may. The province corrects what was submitted, as it merges. */
export function refuseRowAct({ plan, row }: RowStanding, act: RowAct, role: PlanRole | null): string | null {
  const rule = ROW_ACTS[act];
  if (!role || !mayBe(rule.by, role)) return act === "return" ? "退回由省级教育行政部门办理。" : "规划表由市级教育行政部门填报、省级教育行政部门汇总。";
  if (plan === "locked") return "规划表已由省级锁定；确需调整的，请省级教育行政部门说明原因后解锁。";
  const merging = role === "province" && rule.to === null;
  if (!merging && !mayBe(rule.from, row)) return row === "submitted" ? "本市规划已经报送；需要修改的，请省级教育行政部门退回。" : "这个市还没有报送，不需要退回。";
  return null;
}

export const afterRowAct = (row: RowState, act: RowAct): RowState => ROW_ACTS[act].to ?? row;

/** Why the province may not lock (names: cities that have not submitted) or unlock; null when it may. */
export function refuseLock(plan: PlanState, waiting: string[]): string | null {
  if (plan === "locked") return "规划表已经锁定。";
  if (waiting.length > 0) return `还有 ${waiting.length} 个市没有报送（${waiting.slice(0, 3).join("、")}${waiting.length > 3 ? "等" : ""}），全部报送后再汇总锁定。`;
  return null;
}
export const refuseUnlock = (plan: PlanState): string | null => (plan === "locked" ? null : "规划表没有锁定，可以直接修改。");

/**
 * Why a county may not be put into a year: it stands in one year at most. Moving names the year that it leaves.
 * `from` is what the person believes it stands in.
 */
export function refusePlacement(name: string, standing: number | null, from: number | null, to: number | null): string | null {
  if (to !== null && (to < FIRST_PLAN_YEAR || to > LAST_PLAN_YEAR || !Number.isInteger(to))) return `申报年应在 ${FIRST_PLAN_YEAR}—${LAST_PLAN_YEAR} 年之间。`;
  if (from === null && to === null) return "请选择申报年。";
  if (standing !== null && from === null) return `${name}已列入 ${standing} 年；每个县只能列入一个申报年，要调整请点该县改列或移出。`;
  if (standing !== from) return standing === null ? `${name}刚被移出规划表，请刷新后核对。` : `${name}刚被改列到 ${standing} 年，请刷新后核对。`;
  if (from === to) return `${name}已经列入 ${to} 年。`;
  return null;
}

/** The columns of the grid: those of the annex and every later year in use. */
export function planYears(used: number[]): number[] {
  const last = Math.max(ANNEX_LAST_YEAR, ...used);
  return Array.from({ length: last - FIRST_PLAN_YEAR + 1 }, (_, at) => FIRST_PLAN_YEAR + at);
}
