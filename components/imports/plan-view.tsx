import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { written, type ImportPlan, type PlannedSchool } from "@/lib/exchange/planned";
import { valueText } from "@/lib/forms/value-text";
import { ProblemList } from "./problem-list";

const fresh = (school: PlannedSchool) => school.changes.filter(({ from }) => from === null).length;
const over = (school: PlannedSchool) => school.changes.length - fresh(school);

function act(school: PlannedSchool) {
  if (school.blocked) return <StatusTag tone="neutral">{school.blocked}</StatusTag>;
  if (school.changes.length > 0) return <StatusTag tone="pending">将写入</StatusTag>;
  return school.unchanged > 0 ? <StatusTag tone="pass">一致</StatusTag> : <StatusTag tone="neutral">表中空白</StatusTag>;
}

/** What is not written is not counted as new or overwritten. */
const unless = (school: PlannedSchool, count: number) => (school.blocked ? "—" : count);

const COLUMNS: Column<PlannedSchool>[] = [
  { key: "name", header: "学校", cell: (school) => school.name },
  { key: "row", header: "行", numeric: true, cell: (school) => school.row },
  { key: "act", header: "处理", cell: act },
  { key: "new", header: "新填", numeric: true, cell: (school) => unless(school, fresh(school)) },
  { key: "over", header: "覆盖", numeric: true, cell: (school) => unless(school, over(school)) },
  { key: "same", header: "一致", numeric: true, cell: (school) => school.unchanged },
  { key: "details", header: "不同的数据", cell: (school) => (school.changes.length === 0 ? "—" : (
    <details><summary className="cursor-pointer text-brand">{school.changes.length} 项</summary>
      <ul className="mt-1">{school.changes.map(({ section, key, label, from, to }) => <li key={`${section}.${key}`}>{label}：{from === null ? "" : <><del className="text-muted">{valueText(from)}</del> → </>}{valueText(to)}</li>)}</ul>
    </details>)) },
];

function sentence(plan: ImportPlan): string {
  const schools = written(plan);
  const blocked = plan.schools.filter(({ blocked }) => blocked !== null).length;
  const left = blocked > 0 ? `；${blocked} 所学校的自评已提交、已审定或正在更正，不作改动` : "";
  if (schools.length === 0) return `没有需要写入的内容${left}。`;
  return `将写入 ${schools.length} 所学校：新填 ${schools.reduce((sum, school) => sum + fresh(school), 0)} 项，覆盖 ${schools.reduce((sum, school) => sum + over(school), 0)} 项${left}。`;
}

/** What an import would do, school by school, before anything is written. */
export function PlanView({ plan }: { plan: ImportPlan }) {
  const failed = plan.problems.some(({ severity }) => severity === "error");
  return (
    <div className="space-y-3">
      {failed ? null : <p className="font-medium">{sentence(plan)}</p>}
      <ProblemList problems={plan.problems} />
      {plan.schools.length > 0 ? <DataTable caption="导入预览" columns={COLUMNS} rows={plan.schools} rowKey={({ filingId }) => filingId} /> : null}
    </div>
  );
}
