import clsx from "clsx";
import Link from "next/link";
import type { TaskFilters } from "@/lib/tasks/filters";
import { TASK_KINDS, TASK_KIND_NAME, TASK_STATES, TASK_STATE_NAME } from "@/lib/tasks/rules";

type Props = { path: string; year: number; filters: TaskFilters; units: { id: string; name: string }[]; mine: boolean };

const VIEWS = { table: "表格", board: "看板", timeline: "时间线" } as const;

/** Views as links, filters as a form whose answer is an address. */
export function TaskFilterBar({ path, year, filters, units, mine }: Props) {
  const link = (view: keyof typeof VIEWS) => `${path}?${new URLSearchParams(Object.entries({ ...filters, view, year: String(year) }).flatMap(([key, value]) => (value ? [[key, value]] : [])))}`;
  const field = "rounded-md border border-line bg-surface px-2 py-1.5 text-sm";
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      <nav aria-label="显示方式" className="flex overflow-hidden rounded-md border border-line bg-surface text-sm">
        {Object.entries(VIEWS).map(([view, name]) => (
          <Link key={view} href={link(view === "board" ? "board" : view === "timeline" ? "timeline" : "table")} scroll={false} prefetch={false} aria-current={filters.view === view ? "page" : undefined}
            className={clsx("px-3 py-1.5", filters.view === view ? "bg-brand text-white" : "hover:bg-brand-soft")}>{name}</Link>
        ))}
      </nav>
      <form action={path} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="view" value={filters.view} />
        <select name="kind" aria-label="任务类别" defaultValue={filters.kind ?? ""} className={field}><option value="">全部类别</option>{TASK_KINDS.map((kind) => <option key={kind} value={kind}>{TASK_KIND_NAME[kind]}</option>)}</select>
        <select name="state" aria-label="状态" defaultValue={filters.state ?? ""} className={field}><option value="">全部状态</option>{TASK_STATES.map((state) => <option key={state} value={state}>{TASK_STATE_NAME[state]}</option>)}<option value="overdue">逾期</option></select>
        <select name="unit" aria-label="责任单位" defaultValue={filters.unit ?? ""} className={field}><option value="">全部单位</option><option value="none">未落实牵头单位</option>{units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}</select>
        {mine ? <label className="flex items-center gap-1 text-sm"><input type="checkbox" name="mine" value="1" defaultChecked={filters.mine === "1"} />只看本单位</label> : null}
        <button type="submit" className="rounded-md border border-line bg-surface px-3 py-1.5 text-sm font-medium text-brand hover:bg-brand-soft">筛选</button>
      </form>
    </div>
  );
}
