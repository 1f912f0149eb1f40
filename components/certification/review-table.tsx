import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { ReviewLine } from "@/lib/certification/load-review";
import { OPINION_NAME, OPINION_TONE } from "@/lib/certification/review-items";
import { BODY } from "@/lib/certification/stages";
import { ReviewTrace } from "./review-trace";

/** One group of items for those who read: what was computed and what each level that has decided found. */
export function ReviewTable({ code, year, lines }: { code: string; year: number; lines: ReviewLine[] }) {
  return (
    <DataTable caption="逐项审核意见" rows={lines} rowKey={({ key }) => key} columns={[
      { key: "title", header: "项目", className: "sm:w-64", cell: ({ number, title }) => `${number}. ${title}` },
      { key: "computed", header: "平台计算（报送数据）", cell: ({ key, computed }) => <>{computed.met === null ? null : <StatusTag tone={computed.met ? "pass" : "fail"}>{computed.met ? "达标" : "未达标"}</StatusTag>} {computed.text}<ReviewTrace code={code} year={year} item={key} /></> },
      { key: "opinions", header: "审核意见", cell: ({ own, others }) => {
        const all = [...others.map((one) => ({ ...one, name: BODY[one.level] })), ...(own ? [{ ...own, name: "本级" }] : [])];
        return all.length === 0 ? <span className="text-muted">尚未公开</span> : <ul className="space-y-1">{all.map((one) => <li key={one.name}>{one.name} <StatusTag tone={OPINION_TONE[one.opinion]}>{OPINION_NAME[one.opinion]}</StatusTag>{one.note ? <span className="block text-muted">{one.note}</span> : null}</li>)}</ul>;
      } },
    ]} />
  );
}
