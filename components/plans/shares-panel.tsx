import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { formatShare } from "@/lib/evaluation/format";
import { count } from "@/lib/findings/finding";
import { targetPercent, type Reached } from "@/lib/plans/list-shares";
import type { SharesView } from "@/lib/plans/load-plan";
import { NATIONAL_GOAL } from "@/lib/plans/rules";
import { OUTCOME_NAME, OUTCOME_TONE, shareOutcome, shareText } from "@/lib/targets/rules";
import { ShareForm } from "./share-form";

const NONE = "文件未规定";
const AS_OF = "实际按各县学年初审定数据的结论统计，是“达到标准（按审定数据）”，不是认定；认定结果由国家公布。";

const inYear = (rows: Reached[], year: number | null) => rows.find((row) => row.year === year && row.reported > 0);

/** Shares of counties by year against what the stored verdicts say; of the nation or of a province. */
export function SharesPanel({ view }: { view: SharesView }) {
  const { place, year, shares, whole, children, provinces, manages } = view;
  const nation = place.level === "nation";
  const last = inYear(whole, year);
  const total = provinces.reduce((sum, row) => sum + row.counties, 0);
  // A province's share stands beside its target and is cut like it; the nation's goal is all of them.
  const shareNow = (met: number) => (nation ? formatShare(met, total) : shareText((100 * met) / Math.max(1, total)));
  const done = last ? `${last.year}学年初审定数据中 ${count(last.met)} 个县达到标准，占 ${count(total)} 个县的 ${shareNow(last.met)}` : "还没有完整的审定数据";
  const own = shares.filter((share) => share.divisionCode === place.code);
  const next = own.find((share) => !last || share.year >= last.year);
  return (
    <>
      <Finding tone="pending" sentence={nation ? `全国到 ${NATIONAL_GOAL.year} 年全部县（市、区）达到优质均衡；${done}。` : `${place.name}${next ? ` ${next.year} 年目标 ${targetPercent(next)}` : `的分年度目标${NONE}`}；${done}。`}>{AS_OF}</Finding>
      {nation ? (
        <Card title="各省份目标与进展" lead={`${NONE}的省份，由省级教育行政部门在本省页面填写。`}>
          <DataTable caption="各省份目标与进展" rows={provinces} rowKey={(row) => row.code} columns={[
            { key: "name", header: "省份", cell: (row) => <Link className="link" href={`/d/${row.code}/plan`} prefetch={false}>{row.name}</Link> },
            { key: "counties", header: "县级单位", numeric: true, cell: (row) => count(row.counties) },
            { key: "targets", header: "分年度目标", cell: (row) => { const list = shares.filter((share) => share.divisionCode === row.code); return list.length > 0 ? list.map((share) => `${share.year} 年 ${targetPercent(share)}`).join("；") : <span className="text-muted">{NONE}</span>; } },
            { key: "met", header: "达到标准（按审定数据）", numeric: true, cell: (row) => { const reached = inYear(children.filter((child) => child.code === row.code), year); return reached ? `${count(reached.met)}（${reached.year}学年初）` : "—"; } },
            { key: "planned", header: "列入规划表", numeric: true, cell: (row) => (row.planned > 0 ? count(row.planned) : "—") },
          ]} />
        </Card>
      ) : (
        <>
          <Card title="分年度目标" lead={own.length === 0 ? `${NONE}：可由省级教育行政部门填写。` : undefined}>
            {own.length > 0 ? (
              <DataTable caption="分年度目标" rows={own} rowKey={(row) => String(row.year)} columns={[
                { key: "year", header: "年份", cell: (row) => `${row.year} 年` },
                { key: "target", header: "目标比例", cell: (row) => targetPercent(row) },
                { key: "need", header: "折合县数", numeric: true, cell: (row) => count(Math.ceil((row.shareMin * total) / 100)) },
                { key: "actual", header: "实际", cell: (row) => {
                  const reached = whole.find((one) => one.year === row.year);
                  const { actual, outcome } = shareOutcome(row.shareMin, { met: reached?.met ?? 0, reported: reached?.reported ?? 0, counties: total });
                  return <span className="inline-flex flex-wrap items-center gap-2"><span className="tabular-nums">{reached && actual !== null ? `${count(reached.met)} 个，${shareText(actual)}` : "尚无审定数据"}</span>{actual === null ? null : <StatusTag tone={OUTCOME_TONE[outcome]}>{OUTCOME_NAME[outcome]}</StatusTag>}</span>;
                } },
                { key: "note", header: "依据", cell: (row) => row.note || "—" },
                ...(manages ? [{ key: "act", header: "操作", cell: (row: (typeof own)[number]) => <ShareForm divisionCode={place.code} share={row} /> }] : []),
              ]} />
            ) : null}
            {manages ? <div className="mt-3"><ShareForm divisionCode={place.code} share={null} /></div> : null}
          </Card>
          <Card title="各市进展">
            <DataTable caption="各市进展" rows={provinces} rowKey={(row) => row.code} columns={[
              { key: "name", header: "市", cell: (row) => <Link className="link" href={`/d/${row.code}/plan`} prefetch={false}>{row.name}</Link> },
              { key: "counties", header: "县级单位", numeric: true, cell: (row) => count(row.counties) },
              { key: "planned", header: "列入规划表", numeric: true, cell: (row) => count(row.planned) },
              { key: "met", header: "达到标准（按审定数据）", numeric: true, cell: (row) => { const reached = inYear(children.filter((child) => child.code === row.code), year); return reached ? `${count(reached.met)}（${reached.year}学年初）` : "—"; } },
            ]} />
          </Card>
        </>
      )}
    </>
  );
}
