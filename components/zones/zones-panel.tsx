import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { ZonesView } from "@/lib/zones/load-zones";
import { EndZone, ZoneForm } from "./zone-form";

/** Functional zones of a province that are assessed as county-level units. seed: S2 */
export function ZonesPanel({ view: { place, zones, manages } }: { view: ZonesView }) {
  const standing = zones.filter((zone) => zone.ended === null);
  return (
    <>
      <Finding tone="neutral" sentence={`${place.name}列为县级单位的功能区 ${standing.length} 个。`}>经批准设立、财政独立并具有教育管理职能的开发区、高新区、景区，与县（市、区）一样填报、规划和评估。</Finding>
      {zones.length === 0 ? <Empty title="没有功能区">列入后在这里显示依据。</Empty> : (
        <Card title="功能区">
          <DataTable caption="功能区" rows={zones} rowKey={(zone) => zone.code} columns={[
            { key: "name", header: "名称", cell: (zone) => <Link className="link" href={`/d/${zone.code}/overview`} prefetch={false}>{zone.name}</Link> },
            { key: "code", header: "代码", cell: (zone) => zone.code },
            { key: "path", header: "所在市", cell: (zone) => zone.path.split(" / ")[1] ?? "" },
            { key: "basis", header: "批准依据", cell: (zone) => zone.basis ?? "随行政区划数据列入" },
            { key: "day", header: "批准日期", cell: (zone) => zone.approvedOn ?? "—" },
            { key: "state", header: "状态", cell: (zone) => (zone.ended ? `${zone.ended} 撤销` : "在列") },
            ...(manages ? [{ key: "act", header: "办理", cell: (zone: (typeof zones)[number]) => (zone.version > 0 && zone.ended === null ? <EndZone code={zone.code} version={zone.version} name={zone.name} /> : "—") }] : []),
          ]} />
        </Card>
      )}
      {manages ? <Card title="列入功能区"><ZoneForm /></Card> : null}
    </>
  );
}
