import Link from "next/link";
import { Card } from "@/components/ui/card";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { BAND_NAME, bandOf, BANDS, type Band } from "@/lib/results/bands";
import type { CountyStandingRow } from "@/lib/results/list-county-standings";

const TONE: Record<Band, Tone> = { met: "pass", resource: "warn", near: "warn", far: "fail", open: "pending" };
const MANY = 24;

function Counties({ rows, year, open }: { rows: CountyStandingRow[]; year: number; open: boolean }) {
  const list = (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
      {rows.map((row) => (
        <li key={row.code} className="whitespace-nowrap"><Link className="link" prefetch={false} href={`/d/${row.code}/indicators?year=${year}`}>{row.name}</Link>{open ? <span className="text-muted tabular-nums">（{row.expected === 0 ? "未开始" : `${row.reported}／${row.expected}`}）</span> : null}</li>
      ))}
    </ul>
  );
  return rows.length > MANY ? <details><summary className="link cursor-pointer text-sm">查看 {rows.length} 个县</summary>{list}</details> : list;
}

/** Counties in 分档 with how whole their data is, each band in the order of codes: no ranking. */
export function BandCard({ counties, year }: { counties: CountyStandingRow[]; year: number }) {
  const whole = counties.filter((row) => bandOf(row) !== "open").length;
  return (
    <Card title={`${counties.length} 个县级单位分档，${whole} 个数据完整`} lead="按审定数据分档，档内按行政区划代码排列，不排名；括号内为已审定／应报的学校。">
      <ul className="divide-y divide-line/70 text-sm">
        {BANDS.map((band) => ({ band, rows: counties.filter((row) => bandOf(row) === band) })).filter(({ rows }) => rows.length > 0).map(({ band, rows }) => (
          <li key={band} className="py-2"><p className="flex flex-wrap items-center gap-2"><StatusTag tone={TONE[band]}>{rows.length} 个</StatusTag><span className="font-medium">{BAND_NAME[band]}</span></p><Counties rows={rows} year={year} open={band === "open"} /></li>
        ))}
      </ul>
    </Card>
  );
}
