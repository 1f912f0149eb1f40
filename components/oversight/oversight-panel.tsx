import Link from "next/link";
import { ShareText } from "@/components/exchange-years/share-text";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { BACKBONE_SHARE, EXCHANGE_SHARE } from "@/lib/exchange-years/rules";
import type { OversightRow } from "@/lib/oversight/list-oversight";
import type { OversightView } from "@/lib/oversight/load-oversight";
import { coverageText, exchangeOf, experimentText, summariseOversight, visitedText } from "@/lib/oversight/rules";

const count = (value: number) => value.toLocaleString("zh-CN");

/** 督导与队伍 of the places below; a county's name leads to its own page of the subject. */
export function OversightPanel({ view: { place, year, rows } }: { view: OversightView }) {
  if (year === null || rows.length === 0) return <><Finding tone="pending" sentence={`${place.name}还没有督导与队伍数据。`} /><Empty title="等待下级填报">县级开启填报年度并登记访校、教学质量监测、交流轮岗后，在这里汇总。</Empty></>;
  const city = place.level === "city";
  const linkTo = (page: string) => ({ key: "name", header: "地区", cell: (row: OversightRow) => <Link className="link" href={`/d/${row.code}/${city ? page : "oversight"}?year=${year}`} prefetch={false}>{row.name}</Link> });
  const counties = city ? [] : [{ key: "counties", header: "县数", numeric: true, cell: (row: OversightRow) => count(row.counties) }];
  return (
    <>
      <Finding tone="neutral" sentence={summariseOversight(place.name, year, rows)}>只汇总县级已确认的数据；没有填报的不计为零。</Finding>
      <Card title="督导访校" lead="访校次数不含已取消的；到校学校为本年度有访校记录的学校。">
        <DataTable caption="督导访校" rows={rows} rowKey={(row) => row.code} columns={[
          linkTo("visits"), ...counties,
          { key: "inspectors", header: "责任督学", unit: "人", numeric: true, cell: (row) => count(row.inspectors) },
          { key: "visits", header: "列入清单", unit: "次", numeric: true, cell: (row) => count(row.visits) },
          { key: "done", header: "已进校", unit: "次", numeric: true, cell: (row) => count(row.done) },
          { key: "visited", header: "到校／应访学校", unit: "所", numeric: true, cell: (row) => visitedText(row) },
        ]} />
      </Card>
      <Card title="教学质量监测" lead="按各校本周期最近一次确认的记录，统计在岗专任教师的覆盖率。">
        <DataTable caption="教学质量监测" rows={rows} rowKey={(row) => row.code} columns={[
          linkTo("teaching"), ...counties,
          { key: "recorded", header: "已确认学校", unit: "所", numeric: true, cell: (row) => count(row.recorded) },
          { key: "teachers", header: "专任教师", unit: "人", numeric: true, cell: (row) => (row.recorded === 0 ? "—" : count(row.teachers)) },
          { key: "coverage", header: "本周期覆盖率", numeric: true, cell: (row) => coverageText(row) },
          { key: "experiments", header: "实验开出率", numeric: true, cell: (row) => experimentText(row) },
        ]} />
      </Card>
      <Card title="交流轮岗" lead={`上一年度（${year - 1} 年）；有县级确认数的取县级，没有的取各校合计。`}>
        <DataTable caption="交流轮岗" rows={rows} rowKey={(row) => row.code} columns={[
          linkTo("exchange"), ...counties,
          ...(city ? [] : [{ key: "known", header: "已确认县", numeric: true, cell: (row: OversightRow) => count(row.exchangeCounties) }, { key: "met", header: "两项达到要求的县", numeric: true, cell: (row: OversightRow) => count(row.exchangeMet) }]),
          { key: "eligible", header: "符合交流条件", unit: "人", numeric: true, cell: (row) => (row.eligible === null ? "未填报" : count(row.eligible)) },
          { key: "exchanged", header: "实际交流", unit: "人", numeric: true, cell: (row) => (row.exchanged === null ? "未填报" : count(row.exchanged)) },
          { key: "share", header: `${EXCHANGE_SHARE}（应≥10%）`, numeric: true, cell: (row) => { const judged = exchangeOf(row); return judged ? <ShareText share={judged.exchange} /> : "—"; } },
          { key: "backbone", header: `${BACKBONE_SHARE}（应≥20%）`, numeric: true, cell: (row) => { const judged = exchangeOf(row); return judged ? <ShareText share={judged.backbone} /> : "—"; } },
        ]} />
      </Card>
      <Card title="学校共同体、教育集团、学区">
        <DataTable caption="学校共同体" rows={rows} rowKey={(row) => row.code} columns={[linkTo("groups"), ...counties, { key: "groups", header: "现有", unit: "个", numeric: true, cell: (row) => count(row.groups) }]} />
      </Card>
    </>
  );
}
