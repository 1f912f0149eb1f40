/** One thing that waits for somebody, with the place where it is done; `dueOn` is YYYY-MM-DD. */
export type WorkItem = { key: string; title: string; detail: string; href: string; dueOn: string | null; overdue: boolean };
export type WorkGroup = { title: string; empty?: string; items: WorkItem[]; more: number };

/** What the pages of work show at most of one kind. */
export const WORK_LIMIT = 8;

/** Overdue first, then by due day, then what has none. */
export function sortWork(items: WorkItem[]): WorkItem[] {
  const rank = (item: WorkItem) => (item.overdue ? 0 : item.dueOn ? 1 : 2);
  return [...items].sort((a, b) => rank(a) - rank(b) || (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || a.key.localeCompare(b.key));
}

/** A group of at most WORK_LIMIT items and how many more there are. */
export const toGroup = (title: string, items: WorkItem[]): WorkGroup => ({ title, items: sortWork(items).slice(0, WORK_LIMIT), more: Math.max(0, items.length - WORK_LIMIT) });

/** The answer that opens the page. */
export function summariseWork(groups: WorkGroup[]): { sentence: string; tone: "fail" | "warn" | "pass" } {
  const all = groups.flatMap((group) => group.items);
  const total = all.length + groups.reduce((sum, group) => sum + group.more, 0);
  const overdue = all.filter((item) => item.overdue).length;
  if (total === 0) return { sentence: "没有待办事项。", tone: "pass" };
  const parts = groups.filter((group) => group.items.length > 0).map((group) => `${group.title} ${group.items.length + group.more} 件`);
  return { sentence: `待办 ${total} 件：${parts.join("、")}${overdue > 0 ? `；${overdue} 件逾期` : ""}。`, tone: overdue > 0 ? "fail" : "warn" };
}
