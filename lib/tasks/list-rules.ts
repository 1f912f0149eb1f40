/** The yearly task list: drafted, filed (备案), frozen, changed by 变更备案. Pure. seed: X16. */
export type ListStanding = { number: number; state: "open" | "filed" } | null;

/** Null before the first filing: the list is still a draft. */
export type ListState = "draft" | "filed" | "changing";
export const LIST_STATE_NAME: Record<ListState, string> = { draft: "拟定中", filed: "已备案", changing: "变更中" };

export const listState = (last: ListStanding): ListState => (last === null ? "draft" : last.state === "filed" ? "filed" : last.number === 1 ? "draft" : "changing");

/** Why titles, units, days and quantities may not be changed now; null when they may. */
export const frozenReason = (last: ListStanding): string | null => (listState(last) === "filed" ? "年度任务清单已备案，不能直接修改；确需修改的，请先办理变更备案。" : null);

/** What a filed list says of each task; the difference of two filings is a difference of these. */
export type ListedTask = { id: string; title: string; group: string; leadPost: string; leadUnit: string; jointUnits: string[]; dueOn: string; weight: number; quantity: string };
export type ListChange = { id: string; title: string; change: "added" | "removed" | "changed"; fields: string[] };

const FIELD_NAME: Record<keyof Omit<ListedTask, "id">, string> = { title: "名称", group: "分组", leadPost: "责任岗位", leadUnit: "牵头单位", jointUnits: "配合单位", dueOn: "完成时限", weight: "权重", quantity: "数量目标" };
const FIELDS = Object.keys(FIELD_NAME) as (keyof typeof FIELD_NAME)[];

/** What a 变更备案 changed against the filing before. */
export function changesOf(before: ListedTask[], after: ListedTask[]): ListChange[] {
  const old = new Map(before.map((task) => [task.id, task]));
  const now = new Set(after.map((task) => task.id));
  return [
    ...after.flatMap((task): ListChange[] => {
      const was = old.get(task.id);
      if (!was) return [{ id: task.id, title: task.title, change: "added", fields: [] }];
      const fields = FIELDS.filter((field) => String(was[field]) !== String(task[field])).map((field) => FIELD_NAME[field]);
      return fields.length > 0 ? [{ id: task.id, title: task.title, change: "changed", fields }] : [];
    }),
    ...before.filter((task) => !now.has(task.id)).map((task): ListChange => ({ id: task.id, title: task.title, change: "removed", fields: [] })),
  ];
}
