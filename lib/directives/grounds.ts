/** What the data of a place give as a reason to press: sentences with their figures, computed on the day. Pure. */
export const GROUND_KEYS = ["behind", "ledger", "tasks", "flags", "requests"] as const;
export type GroundKey = (typeof GROUND_KEYS)[number];
export type Ground = { key: GroundKey; sentence: string; page: string };

export type Standing = {
  code: string; county: boolean;
  /** Counties behind their plan in the place, and for a county the reasons. */
  behind: { counties: number; reasons: string[] };
  overdueEntries: number; openEntries: number; overdueTasks: number; openFlags: number; lateRequests: number;
};

/** Only what there is; nothing is said about what is in order. */
export function groundsOf({ code, county, behind, overdueEntries, openEntries, overdueTasks, openFlags, lateRequests }: Standing): Ground[] {
  const found: (Ground | null)[] = [
    behind.counties === 0 ? null : { key: "behind", sentence: county ? `进度落后于规划：${behind.reasons.slice(0, 3).join("；")}${behind.reasons.length > 3 ? `等 ${behind.reasons.length} 条` : ""}` : `${behind.counties} 个县进度落后于规划`, page: `/d/${code}/plan${county ? "" : "/behind"}` },
    overdueEntries === 0 ? null : { key: "ledger", sentence: `整改台账逾期 ${overdueEntries} 项（未销号 ${openEntries} 项）`, page: `/d/${code}/ledger` },
    overdueTasks === 0 ? null : { key: "tasks", sentence: `创建任务逾期 ${overdueTasks} 项`, page: `/d/${code}/tasks` },
    openFlags === 0 ? null : { key: "flags", sentence: `数据疑点 ${openFlags} 条未说明`, page: `/d/${code}/flags` },
    lateRequests === 0 ? null : { key: "requests", sentence: `下级提请的困难问题 ${lateRequests} 件逾期未答复`, page: `/d/${code}/requests` },
  ];
  return found.filter((ground): ground is Ground => ground !== null);
}
