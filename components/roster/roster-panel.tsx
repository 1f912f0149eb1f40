import Link from "next/link";
import type { ReactNode } from "react";
import { Pager } from "@/components/ui/pager";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { RosterFilters, RosterView } from "@/lib/roster/load-roster";
import { AREA_TYPE_LABEL, OPERATOR_TYPE_LABEL, SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import { ClosingDesk, EnlistDesk } from "./closing-forms";
import { RosterImport } from "./roster-import";
import { SchoolForm } from "./school-form";

function addressOf(code: string, filters: Partial<RosterFilters>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) if (value !== "" && value !== "open" && value !== 1) query.set(key, String(value));
  return `/d/${code}/roster${query.size > 0 ? `?${query}` : ""}`;
}

type Row = RosterView["rows"][number];
const remarkOf = ({ fields, parent, closedOn, closedReason, mergedInto }: Row): string =>
  [fields.boarding ? "寄宿制" : "", fields.counted ? "" : "不计校数", parent ? `由${parent}填报` : "", fields.openedOn ? `${fields.openedOn} 开办` : "", closedOn ? `${closedOn} ${mergedInto ? `并入${mergedInto}` : "停办"}：${closedReason || "未写原因"}` : ""].filter(Boolean).join("；") || "—";

function EditCard({ view: { place, edited, parents, today } }: { view: RosterView }) {
  if (!edited) return null;
  const school = { divisionCode: place.code, schoolId: edited.id, version: edited.version, name: edited.name };
  return (
    <Card title={edited.closedOn ? `${edited.name}已停办` : `修改${edited.name}`} lead="各年度已审定的数据不受影响。">
      <div className="space-y-4">
        {edited.closedOn ? null : <SchoolForm key={`${edited.id}-${edited.version}`} divisionCode={place.code} given={edited} parents={parents} />}
        <ClosingDesk key={edited.id} {...school} closed={edited.closedOn !== null} into={parents.filter(({ code }) => code !== edited.code)} today={today} />
      </div>
    </Card>
  );
}

const Folded = ({ title, open, children }: { title: string; open: boolean; children: ReactNode }) => (
  <details className="card no-print px-5 py-4" open={open}><summary className="cursor-pointer font-semibold">{title}</summary><div className="mt-3">{children}</div></details>
);

/** The schools that a county keeps: what the roster of each filing year is drawn from. */
export function RosterPanel({ view }: { view: RosterView }) {
  const { place, filters, rows, total, pages, counts, missing, parents, edited } = view;
  const left = missing?.names.length ?? 0;
  const none = counts.open + counts.closed === 0;
  return (
    <>
      <Finding tone={counts.open === 0 || left > 0 ? "warn" : "neutral"} sentence={counts.open === 0 ? `${place.name}还没有列入学校：先建立学校名录，再开启填报。` : left > 0 ? `${place.name}在办学校 ${counts.open} 所；9 月 1 日在办的学校中有 ${left} 所没有列入${missing?.year}学年初应报名册。` : `${place.name}在办学校 ${counts.open} 所，停办、撤并 ${counts.closed} 所。`}>
        每年开启填报时，按 9 月 1 日在办的学校形成应报名册；此后开办、停办不影响当年名册。
      </Finding>
      {missing ? <EnlistDesk divisionCode={place.code} year={missing.year} names={missing.names} /> : null}
      <EditCard view={view} />
      {edited ? null : (
        <>
          <Folded title="列入一所学校" open={none}><SchoolForm divisionCode={place.code} given={null} parents={parents} /></Folded>
          <Folded title="从表格导入" open={none}><RosterImport divisionCode={place.code} /></Folded>
        </>
      )}
      {counts.open + counts.closed > 0 ? (
        <Card title={`${filters.state === "open" ? "在办学校" : "停办、撤并的学校"} ${total} 所`}>
          <form className="no-print mb-3 flex flex-wrap items-end gap-3 text-sm" role="search" aria-label="查找学校">
            <label>名称或标识码<input name="q" defaultValue={filters.q} className="mt-1 block rounded-md border border-line bg-surface px-3 py-1.5" /></label>
            <label>状态<select name="state" defaultValue={filters.state} className="mt-1 block rounded-md border border-line bg-surface px-3 py-1.5"><option value="open">在办</option><option value="closed">停办、撤并</option></select></label>
            <Button type="submit">查找</Button>
          </form>
          {rows.length === 0 ? <Empty title="没有符合条件的学校">换一个名称或状态再找。</Empty> : (
            <DataTable caption="学校名录" rows={rows} rowKey={(row) => row.id} columns={[
              { key: "name", header: "学校", cell: ({ id, fields }) => <Link className="link" prefetch={false} href={`/s/${id}/overview`}>{fields.name}</Link> },
              { key: "code", header: "学校标识码", cell: ({ fields }) => <span className="tabular-nums">{fields.code}</span> },
              { key: "kind", header: "办学类型", cell: ({ fields }) => SCHOOL_KIND_LABEL[fields.kind] },
              { key: "area", header: "城乡类型", cell: ({ fields }) => (fields.areaType ? AREA_TYPE_LABEL[fields.areaType] : "—") },
              { key: "operator", header: "举办者类型", cell: ({ fields }) => (fields.operatorType ? OPERATOR_TYPE_LABEL[fields.operatorType] : "—") },
              { key: "remark", header: "备注", cell: remarkOf, className: "sm:min-w-48" },
              { key: "act", header: "办理", cell: ({ id, fields }) => <Link className="link whitespace-nowrap" prefetch={false} aria-label={`修改${fields.name}`} href={addressOf(place.code, { ...filters, school: id })}>{filters.state === "open" ? "修改、停办" : "恢复在办"}</Link> },
            ]} />
          )}
          <Pager label="学校名录的页" page={filters.page} pages={pages} href={(page) => addressOf(place.code, { ...filters, school: "", page })} />
        </Card>
      ) : null}
    </>
  );
}
