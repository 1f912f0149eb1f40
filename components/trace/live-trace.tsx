import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { yearName } from "@/lib/results/years";
import { dateTimeText } from "@/lib/time";
import type { LiveOriginView, LiveSource } from "@/lib/trace/load-live-origin";
import { BackLink } from "./back-link";
import { FoldedTable } from "./folded-table";

const FROM: Record<LiveSource["from"], { name: string; tone: Tone }> = { draft: { name: "草稿", tone: "warn" }, submitted: { name: "已提交，未审定", tone: "pending" }, approved: { name: "已审定", tone: "pass" }, none: { name: "没有填报", tone: "neutral" } };

function sourceText({ from, draftAt, number, submittedAt }: LiveSource): string {
  if (from === "draft") return `${number === null ? "尚未提交" : `第 ${number} 次报送后修改中`}${draftAt ? `，最近保存 ${dateTimeText(draftAt)}` : ""}`;
  return from === "none" ? "没有草稿和报送，各项按缺数处理，不按零计算" : `第 ${number} 次报送${submittedAt ? `，${dateTimeText(submittedAt)}` : ""}`;
}

/** Where 实时 figures come from: nothing of them is approved or stored, so they have no derivation to be held against. */
export function LiveTrace({ view: { place, year, schools, items } }: { view: LiveOriginView }) {
  const count = (from: LiveSource["from"]) => schools.filter((school) => school.from === from).length;
  return (
    <>
      <Finding tone="pending" sentence={`${place.name}${yearName(year)}实时数据未经审定：取自 ${count("draft")} 所学校的草稿、${count("submitted")} 所学校待审的报送和 ${count("approved")} 所学校已审定的报送${count("none") > 0 ? `，${count("none")} 所没有填报` : ""}。`}>
        <BackLink href={`/d/${place.code}/overview?year=${year}&basis=live`}>返回</BackLink>
      </Finding>
      <Card title="实时数据怎样算出来" lead="打开页面时按各校最新的数计算，不存储，只对本县和本县学校开放。公式、标准与审定数据相同；逐校逐项的来历（填报栏目、审定人和时间、与存储结果的核对）只有审定数据才有，审定后即可从各页的数字点开。">
        <p className="text-sm">县级指标 {items.all} 项有填报，其中 {items.approved} 项已审定；其余按草稿或待审的数计算。</p>
      </Card>
      <Card title={`${schools.length} 所学校取自哪一稿`} lead="正在填写或更正的取草稿，否则取最近一次报送。">
        <FoldedTable caption="各校取自哪一稿" rows={schools} rowKey={(row) => row.id} columns={[
          { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.id}/filing/${year}`}>{row.name}</Link> },
          { key: "from", header: "取自", cell: (row) => <StatusTag tone={FROM[row.from].tone}>{FROM[row.from].name}</StatusTag> },
          { key: "text", header: "情况", cell: (row) => sourceText(row) },
        ]} />
      </Card>
    </>
  );
}
