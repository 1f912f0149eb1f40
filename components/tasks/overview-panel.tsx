import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { POLICY_DOCUMENTS } from "@/lib/standard/tasks";
import type { TaskOverview } from "@/lib/tasks/load-task-overview";
import { TASK_LEVEL_NAME, TASK_LEVELS } from "@/lib/tasks/rules";
import { progressText } from "@/lib/tasks/summarise";
import { TemplateForm } from "./template-form";

/** The work of the counties below, and the tasks that this level has set. */
export function OverviewPanel({ view }: { view: TaskOverview }) {
  const { place, year, totals, templates, documents, publishes } = view;
  const sum = (key: "counties" | "filed" | "tasks" | "done" | "overdue") => totals.reduce((total, row) => total + row[key], 0);
  const late = totals.filter((row) => row.overdue > 0).length;
  return (
    <>
      {year === null || totals.length === 0 ? <Empty title="还没有任务清单">下级开启年度填报后，任务清单自动生成。</Empty> : (
        <Finding tone={sum("overdue") > 0 ? "warn" : "pending"} sentence={`${place.name} ${year} 年度 ${sum("counties")} 个县共 ${sum("tasks").toLocaleString("zh-CN")} 项创建任务，已完成 ${sum("done").toLocaleString("zh-CN")} 项；${sum("filed")} 个县清单已备案，${late > 0 ? `${late} 个${place.level === "city" ? "县" : "下级单位"}有逾期任务` : "没有逾期"}。`} />
      )}
      {totals.length > 0 ? (
        <Card title="各地任务进展">
          <DataTable caption="各地任务进展" rows={totals} rowKey={(row) => row.code} columns={[
            { key: "name", header: "地区", cell: (row) => <Link className="link" href={`/d/${row.code}/tasks${year ? `?year=${year}` : ""}`} prefetch={false}>{row.name}</Link> },
            ...(place.level === "city" ? [] : [{ key: "counties", header: "县数", numeric: true, cell: (row: (typeof totals)[number]) => row.counties }]),
            { key: "filed", header: place.level === "city" ? "清单" : "已备案县", numeric: place.level !== "city", cell: (row) => (place.level === "city" ? <StatusTag tone={row.filed > 0 ? "pass" : "warn"}>{row.filed > 0 ? "已备案" : "未备案"}</StatusTag> : row.filed) },
            { key: "tasks", header: "任务", numeric: true, cell: (row) => row.tasks },
            { key: "done", header: "已完成", numeric: true, cell: (row) => row.done },
            { key: "doing", header: "推进中", numeric: true, cell: (row) => row.doing },
            { key: "waiting", header: "待核验", numeric: true, cell: (row) => row.waiting },
            { key: "idle", header: "未启动", numeric: true, cell: (row) => row.idle },
            { key: "overdue", header: "逾期", numeric: true, cell: (row) => (row.overdue > 0 ? <span className="font-semibold text-fail">{row.overdue}</span> : 0) },
            { key: "progress", header: "加权进度", numeric: true, cell: (row) => progressText(row.progress) },
          ]} />
        </Card>
      ) : null}
      {documents.length > 0 ? (
        <Card title="政策（制度）清单" lead={`按 ${POLICY_DOCUMENTS.length} 份文件的清单统计。`}>
          <DataTable caption="政策（制度）清单" rows={documents} rowKey={(row) => row.code} columns={[
            { key: "name", header: "地区", cell: (row) => <Link className="link" href={`/d/${row.code}/tasks/documents`} prefetch={false}>{row.name}</Link> },
            { key: "issued", header: "已印发", numeric: true, cell: (row) => row.issued },
            { key: "underway", header: "办理中", numeric: true, cell: (row) => row.underway },
            { key: "missing", header: "未起草", numeric: true, cell: (row) => { const missing = POLICY_DOCUMENTS.length - row.issued - row.underway; return missing > 0 ? <span className="font-semibold text-warn">{missing}</span> : 0; } },
          ]} />
        </Card>
      ) : null}
      {templates.length > 0 || publishes ? (
        <Card title={`省、市主要任务 ${templates.length} 项`} lead="布置后自动进入所辖各县的年度清单；被替换的任务，原来的年度保留。">
          {templates.length > 0 ? (
            <DataTable caption="省、市主要任务" rows={templates} rowKey={(row) => row.id} columns={[
              { key: "title", header: "任务", className: "sm:w-1/2", cell: (row) => <>{row.title}<span className="block text-xs text-muted">{TASK_LEVEL_NAME[TASK_LEVELS.find((level) => level === row.level) ?? "province"]} · {row.group}</span></> },
              { key: "quantity", header: "数量目标", cell: (row) => (row.quantityTarget ? `${row.quantityTarget}${row.quantityUnit ?? ""}` : "—") },
              { key: "due", header: "每年完成时限", cell: (row) => `${row.dueMonth} 月底` },
              { key: "years", header: "适用年度", cell: (row) => `${row.firstYear}—${row.lastYear ?? "今后"}` },
            ]} />
          ) : null}
          {publishes ? <TemplateForm year={year ?? new Date().getFullYear()} templates={templates.filter((row) => row.own && row.lastYear === null).map(({ id, title }) => ({ id, title }))} /> : null}
        </Card>
      ) : null}
    </>
  );
}
