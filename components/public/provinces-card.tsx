import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { ProvinceLine } from "@/lib/certification/group-lists";

/** Published counties by province, in the order of codes. */
export const ProvincesCard = ({ lines }: { lines: ProvinceLine[] }) => (
  <Card title="各地已公布的县级单位" lead="按行政区划代码排列，不分先后；只列已公布名单的省级单位。">
    <DataTable caption="各地已公布的县级单位" rows={lines} rowKey={({ code }) => code} columns={[
      { key: "name", header: "省级单位", cell: ({ name }) => name },
      { key: "recognised", header: "优质均衡发展县", unit: "个", numeric: true, cell: ({ recognised }) => recognised },
      { key: "pioneer", header: "先行创建县", unit: "个", numeric: true, cell: ({ pioneer }) => pioneer },
    ]} />
  </Card>
);
