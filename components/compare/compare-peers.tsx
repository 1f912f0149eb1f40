import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { PeersView } from "@/lib/compare/load-peers";
import { MOST, peersHref } from "@/lib/compare/selection";
import { DISTANCE_RULE } from "@/lib/compare/similar";
import { yearName } from "@/lib/results/years";
import { Choose } from "./choose";
import { CompareTabs } from "./compare-tabs";
import { PeerTable } from "./peer-table";

/** “演示〔2026〕8号，2026-01-20 公布，2024学年初数据”. */
export const sourceText = ({ number, day, figuresYear }: { number: string; day: string; figuresYear: number }): string => `${number}，${day} 公布，${yearName(figuresYear)}数据`;

function SimilarCard({ view }: { view: PeersView }) {
  const { place, year, similar, peers } = view;
  const chosen = peers.map(({ code }) => code);
  const add = (code: string, name: string) =>
    chosen.includes(code) ? "已在比较之中" : chosen.length >= MOST ? "已满" : <Link className="link" prefetch={false} href={peersHref(place.code, year, [...chosen, code])} aria-label={`加入${name}`}>加入比较</Link>;
  return (
    <Card title={`与${place.name}条件相近、已公布认定的县`} lead={`${DISTANCE_RULE}本县按${yearName(year)}审定数据，各县按公布的数据。`}>
      <DataTable caption="条件相近的已公布的县" rows={similar} rowKey={(row) => row.code} columns={[
        { key: "name", header: "县级单位", cell: (row) => row.name }, { key: "words", header: `与${place.name}相比`, cell: (row) => row.words },
        { key: "distance", header: "合计", numeric: true, cell: (row) => row.distance.toFixed(2) }, { key: "source", header: "公布", cell: sourceText }, { key: "add", header: "比较", cell: (row) => add(row.code, row.name) },
      ]} />
    </Card>
  );
}

/** A county beside counties whose recognition is published; what is not published of another county is not here. */
export function ComparePeers({ view, add }: { view: PeersView; add: string }) {
  const { place, year, own, peers, similar, published, options, refusal } = view;
  const tabs = <CompareTabs code={place.code} year={year} current="/counties" />;
  if (published === 0) return <>{tabs}<Finding tone="pending" sentence="还没有其他县公布认定。" /><Empty title="还没有可以比较的县">国家公布认定结果后，已认定的县的县级数据在这里与本县并列。</Empty></>;
  const lead = own.figures === null ? `${place.name}${yearName(year)}数据没有全部审定，本县不列数值，也不找条件相近的县。` : `已公布认定的 ${published} 个县中，${similar[0] ? `与${place.name}条件最相近的是${similar[0].name}（${similar[0].words}）。` : `没有可以与${place.name}比较条件的县。`}`;
  return (
    <>
      {tabs}
      <Finding tone={own.figures === null ? "pending" : "neutral"} sentence={lead} />
      {similar.length > 0 ? <SimilarCard view={view} /> : null}
      <Choose code={place.code} path="/counties" year={year} noun="已公布的县级单位" options={options} refusal={refusal} value={add} chosen={peers.map(({ code, name }) => ({ key: code, name }))} />
      {peers.length === 0 ? <Empty title="还没有选择">加入一个以上已公布认定的县，与本县并列。</Empty> : <PeerTable view={view} />}
      <p className="text-sm text-muted">只列国家公布认定的县在公布时的县级数据，取自认定所依据的申报存档；认定撤销后不再列出。其他县未公布的数据和各校数据不对本县开放。</p>
    </>
  );
}
