import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { NominationsView } from "@/lib/nominations/load-nominations";
import { NOMINATION_STATE_NAME, NOMINATION_STATE_TONE } from "@/lib/nominations/rules";
import { BeginButton } from "./begin-button";
import { PublishForm } from "./publish-form";
import { RankForm, ReportForm } from "./rank-form";
import { nominationSentence } from "./summarise";

/** A call for 先行创建县 as a place sees it: its own 推荐表, or those below in the order of codes. */
export function NominationsPanel({ view }: { view: NominationsView }) {
  const { place, batch, batches, lines, lists, late, reportedBefore, may } = view;
  const setUp = place.code === "cn" && may.publish ? <Link className={buttonClass("plain")} href={`/d/cn/nominations/batch${batch ? `?batch=${batch.id}` : ""}`} prefetch={false}>{batch ? "名额、期限和推荐表栏目" : "设立批次"}</Link> : null;
  if (!batch) return <Empty page title="还没有先行创建推荐批次">由教育部设立批次，规定每省名额、报送期限和推荐表栏目。{setUp}</Empty>;
  const quota = { min: batch.quotaMin, max: batch.quotaMax };
  const candidates = lines.filter(({ state }) => state === "province").map(({ id, county, rank, version }) => ({ id, county, rank, version }));
  const reported = lines.filter(({ state }) => state === "reported");
  const edition = lines.map(({ id, version }) => `${id}.${version}`).join();
  return (
    <>
      <Finding tone={late ? "warn" : "pending"} sentence={nominationSentence(view)}>
        {batch.name}{batch.documentNumber ? `（${batch.documentNumber}）` : ""}：每省可推荐 {quota.min}—{quota.max} 个，省级报送期限 {batch.dueOn}{late ? "，已过期限，补报须说明原因" : ""}。
        <span className="no-print mt-2 flex flex-wrap items-center gap-3">{batches.length > 1 ? batches.map(({ id, name }) => <Link key={id} className="link" aria-current={id === batch.id ? "page" : undefined} href={`/d/${place.code}/nominations?batch=${id}`} prefetch={false}>{name}</Link>) : null}{setUp}</span>
        {may.begin ? <BeginButton code={place.code} batchId={batch.id} /> : null}
      </Finding>
      {lines.length > 0 ? (
        <Card title={`推荐表 ${lines.length} 份`} lead="按行政区划代码排列。">
          <DataTable caption="先行创建推荐表" rows={lines} rowKey={(row) => row.id} columns={[
            { key: "county", header: "县级单位", cell: (row) => <Link className="link" href={`/d/${place.code}/nominations/${row.id}`} prefetch={false}>{row.county}</Link> },
            { key: "state", header: "进展", cell: (row) => <span className="flex flex-wrap gap-1"><StatusTag tone={NOMINATION_STATE_TONE[row.state]}>{NOMINATION_STATE_NAME[row.state]}</StatusTag>{row.late ? <StatusTag tone="warn">补报</StatusTag> : null}</span> },
            { key: "rank", header: "推荐顺序", numeric: true, cell: (row) => row.rank ?? "—" },
            { key: "review", header: "教育部意见", cell: (row) => (row.review ? `${row.review.decision === "admit" ? "同意列入" : "本批不列入"}：${row.review.reason}` : "—") },
          ]} />
        </Card>
      ) : null}
      {may.rank && candidates.length > 0 ? <Card title="排序" className="no-print"><RankForm key={edition} batchId={batch.id} candidates={candidates} first={reportedBefore + 1} quota={quota} /></Card> : null}
      {may.rank && candidates.some(({ rank }) => rank !== null) ? <Card title={late ? "补报教育部" : "报送教育部"} className="no-print"><ReportForm key={edition} batchId={batch.id} candidates={candidates} late={late} quota={quota} /></Card> : null}
      {may.publish && reported.length > 0 ? <Card title="公布名单" className="no-print"><PublishForm batchId={batch.id} admitted={reported.filter(({ review }) => review?.decision === "admit").map(({ county }) => county)} declined={reported.filter(({ review }) => review?.decision === "decline").length} open={reported.filter(({ review }) => review === null).length} /></Card> : null}
      {lists.map((list) => <Card key={list.id} title={list.title} lead={`${list.documentNumber}，${list.publishedOn} 公布`}><p className="text-sm">{list.counties.length > 0 ? list.counties.join("、") : "名单见公开页面。"} <Link className="link" href="/public" prefetch={false}>公开页面</Link></p></Card>)}
    </>
  );
}
