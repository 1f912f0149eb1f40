import { RowForm, type RowField } from "@/components/plans/row-form";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { SpendingRow, SpendingView } from "@/lib/spending/load-spending";
import { CHECK_NAME, CHECK_TONE, spendingSentence, type Check } from "@/lib/spending/rules";
import { saveSpending } from "@/lib/spending/save-spending";

const money = (text: string) => Number(text).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tag = (check: Check) => <StatusTag tone={CHECK_TONE[check]}>{CHECK_NAME[check]}</StatusTag>;

/** 两个只增不减: the two series and the check of every year. seed: C3. */
export function SpendingPanel({ view }: { view: SpendingView }) {
  const { place, rows, manages } = view;
  const { tone, text } = spendingSentence(place.name, [...rows].reverse());
  const form = (row: SpendingRow | null) => {
    const fields: RowField[] = [{ key: "year", label: "年份", type: "number", readOnly: row !== null }, { key: "totalWan", label: "一般公共预算教育支出（万元）", type: "number" }, { key: "perPupil", label: "按在校学生人数平均（元）", type: "number" }, { key: "note", label: "出处（选填）" }];
    return <RowForm key={row ? `${row.year}-${row.version}` : `new-${rows.length}`} id={`spending-${row?.year ?? "new"}`} label={row ? "修改" : "填写一年的支出"} about={row ? `${row.year} 年` : undefined} fields={fields} save={saveSpending} fixed={{ divisionCode: place.code, version: row?.version ?? 0 }}
      values={{ year: row ? String(row.year) : "", totalWan: row?.totalWan ?? "", perPupil: row?.perPupil ?? "", note: row?.note ?? "" }} />;
  };
  return (
    <>
      <Finding tone={tone} sentence={text}>“两个只增不减”：一般公共预算教育支出逐年只增不减，按在校学生人数平均的一般公共预算教育支出逐年只增不减；由平台逐年比较，缺上年数的不作结论。</Finding>
      <Card title="教育支出逐年比较">
        {rows.length === 0 ? <Empty title="还没有数据">由县级教育行政部门按财政决算填写。</Empty> : (
          <DataTable caption="教育支出逐年比较" rows={rows} rowKey={(row) => String(row.year)} columns={[
            { key: "year", header: "年份", cell: (row) => `${row.year} 年` },
            { key: "total", header: "总量", unit: "万元", numeric: true, cell: (row) => money(row.totalWan) }, { key: "totalCheck", header: "总量比上年", cell: (row) => tag(row.total) },
            { key: "pupil", header: "生均", unit: "元", numeric: true, cell: (row) => money(row.perPupil) }, { key: "pupilCheck", header: "生均比上年", cell: (row) => tag(row.pupil) },
            { key: "note", header: "出处", cell: (row) => row.note || "—" },
            ...(manages ? [{ key: "act", header: "操作", cell: form }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3">{form(null)}</div> : null}
      </Card>
    </>
  );
}
