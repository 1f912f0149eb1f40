import Form from "next/form";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import type { SchoolsView } from "@/lib/results/load-schools";
import { SCHOOL_COLUMNS, SORT_KEYS, sortText } from "@/lib/results/school-filters";
import { STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { SCHOOL_KIND_LABEL, SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";
import { COLUMN_NAME, SORT_NAME } from "./column-names";

const FIELD = "ml-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm";

/** The filters, the order (the only way to it on a phone) and the columns; all of it lies in the address. */
export function SchoolFilterRow({ view }: { view: Exclude<SchoolsView, { kind: "empty" }> }) {
  const { place, year, filters } = view;
  const path = `/d/${place.code}/schools`;
  const inCounty = place.level === "county";
  return (
    <Form key={JSON.stringify(filters)} action={path} scroll={false} className="no-print mb-3 flex flex-wrap items-end gap-x-2.5 gap-y-3 text-sm">
      <input type="hidden" name="year" value={year} />
      <label>学段<select name="stage" defaultValue={filters.stage ?? ""} className={FIELD}><option value="">全部</option>{STAGES.map((stage) => <option key={stage} value={stage}>{STAGE_NAME[stage]}</option>)}</select></label>
      <label>办学类型<select name="kind" defaultValue={filters.kind ?? ""} className={`${FIELD} w-32`}><option value="">全部</option>{SCHOOL_KINDS.filter((kind) => stagesOf(kind).length > 0).map((kind) => <option key={kind} value={kind}>{SCHOOL_KIND_LABEL[kind]}</option>)}</select></label>
      <label>结论<select name="verdict" defaultValue={filters.verdict ?? ""} className={FIELD}><option value="">全部</option><option value="unmet">未达标</option><option value="met">达标</option><option value="open">数据不全</option></select></label>
      <label>学校<input name="q" defaultValue={filters.q ?? ""} maxLength={40} placeholder="校名或标识码" className={`${FIELD} w-36`} /></label>
      <label>排序<select name="sort" defaultValue={sortText(filters.sort)} className={`${FIELD} w-40`}>
        {SORT_KEYS.filter((key) => key !== "county" || !inCounty).flatMap((key) => [false, true].map((descending) => <option key={sortText({ key, descending })} value={sortText({ key, descending })}>{SORT_NAME[key]}{descending ? " 降序" : " 升序"}</option>))}
      </select></label>
      {/* On a narrow screen the choices open in the form, so that they neither leave the screen nor cover 查询. */}
      <details className="open:basis-full sm:relative sm:open:basis-auto">
        <summary className={buttonClass("plain", "cursor-pointer list-none")}>显示的列</summary>
        <fieldset className="mt-1 rounded-md border border-line bg-surface p-2 sm:absolute sm:left-0 sm:z-30 sm:w-44 sm:shadow-lg">
          <legend className="sr-only">显示的列</legend>
          {SCHOOL_COLUMNS.filter((column) => column !== "county" || !inCounty).map((column) => (
            <label key={column} className="flex min-h-8 items-center gap-2 px-1"><input type="checkbox" name="cols" value={column} defaultChecked={filters.cols.includes(column)} />{COLUMN_NAME[column]}</label>
          ))}
        </fieldset>
      </details>
      <button type="submit" className={buttonClass("primary")}>查询</button>
      <Link href={`${path}?year=${year}`} className={buttonClass()}>重置</Link>
    </Form>
  );
}
