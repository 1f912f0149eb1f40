import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

/** Tables in and out of a county's filings. */
export function TableCard({ code, year, mayImport, mayLive }: { code: string; year: number; mayImport: boolean; mayLive: boolean }) {
  const file = (content: string) => `/d/${code}/filings/export?year=${year}&content=${content}`;
  return (
    <div className="no-print flex flex-wrap items-center gap-2" role="group" aria-label="基础数据表">
      {mayImport ? <Link className={buttonClass("primary")} href={`/d/${code}/filings/import?year=${year}`} prefetch={false}>导入基础数据表</Link> : null}
      <a className={buttonClass()} href={file("approved")} download>导出审定数据</a>
      {mayLive ? <a className={buttonClass()} href={file("live")} download>导出实时数据</a> : null}
      <a className={buttonClass()} href={file("template")} download>下载模板</a>
    </div>
  );
}
