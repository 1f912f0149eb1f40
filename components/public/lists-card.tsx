import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { KIND_NAME, type PublicList } from "@/lib/certification/group-lists";

/** One published list, by province in the order of codes. */
export function PublicListCard({ list }: { list: PublicList }) {
  return (
    <Card title={list.title} lead={`${KIND_NAME[list.kind]}，${list.count} 个；${list.documentNumber}，${list.publishedOn} 公布。`} aside={list.demo ? <StatusTag tone="warn">演示数据</StatusTag> : undefined}>
      <dl className="space-y-2 text-sm">{list.provinces.map(({ code, name, counties }) => (
        <div key={code} className="gap-3 sm:grid sm:grid-cols-[10rem_1fr]"><dt className="font-medium">{name}（{counties.length} 个）</dt><dd>{counties.join("、")}</dd></div>
      ))}</dl>
    </Card>
  );
}
