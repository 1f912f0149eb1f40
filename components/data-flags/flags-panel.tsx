import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { FLAG_RULES, FLAG_RULE_KEYS } from "@/lib/data-flags/detect-rules";
import type { FlagItem, FlagsView, FlagTotals } from "@/lib/data-flags/load-flags";
import { FLAG_STATES, FLAG_STATE_NAME, FLAG_STATE_TONE } from "@/lib/data-flags/rules";
import { dateText, dateTimeText } from "@/lib/time";
import { FlagActs, ScanButton } from "./flag-acts";

const NOTE = "疑点由规则自动提示，只是核对的线索，不代表数据有误；只有经查实的才按弄虚作假处理。";

function FlagRow({ flag, code, year }: { flag: FlagItem; code: string; year: number }) {
  const title = `${flag.schoolName ?? "全县"} ${FLAG_RULES[flag.rule].name}`;
  return (
    <li className="py-3 text-sm first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2">{flag.schoolId ? <Link className="link font-medium" href={`/s/${flag.schoolId}/filing/${year}`} prefetch={false}>{flag.schoolName}</Link> : <span className="font-medium">全县</span>}<StatusTag tone={FLAG_STATE_TONE[flag.state]}>{FLAG_STATE_NAME[flag.state]}</StatusTag><span className="text-muted">{FLAG_RULES[flag.rule].name}</span></p>
      <p className="mt-1">{flag.sentence}。</p>
      {flag.answer ? <p className="mt-1 rounded-md bg-page px-3 py-2"><span className="text-muted">县级说明{flag.answeredAt ? `（${dateText(flag.answeredAt)}）` : ""}：</span>{flag.answer}</p> : null}
      {flag.judgement ? <p className="mt-1 rounded-md bg-page px-3 py-2"><span className="text-muted">核查意见{flag.judgedAt ? `（${dateText(flag.judgedAt)}）` : ""}：</span>{flag.judgement}</p> : null}
      <FlagActs key={flag.version} divisionCode={code} year={year} flagKey={flag.key} version={flag.version} acts={flag.acts} title={title} />
    </li>
  );
}

/** 数据疑点 of a county, or counted for the places below. */
export function FlagsPanel({ view }: { view: FlagsView }) {
  const { place, year, county, totals, filters } = view;
  if (year === null) return <><Finding tone="pending" sentence={`${place.name}还没有填报年度。`} /><Empty title="没有可检查的数据">开启填报年度并审定数据后再检查。</Empty></>;
  if (county === null) return <Totals place={place} year={year} totals={totals} />;
  const standing = county.all.filter((flag) => flag.state !== "gone");
  const waiting = standing.filter((flag) => flag.state === "open").length;
  const confirmed = standing.filter((flag) => flag.state === "confirmed").length;
  const field = "rounded-md border border-line bg-surface px-2 py-1.5";
  return (
    <>
      <Finding tone={confirmed > 0 ? "fail" : waiting > 0 ? "warn" : county.scan ? "pass" : "neutral"} sentence={county.scan ? `${place.name} ${year} 年度数据疑点 ${standing.length} 条，${waiting > 0 ? `${waiting} 条待说明` : "没有待说明的"}${confirmed > 0 ? `，${confirmed} 条经查实` : ""}。` : `${place.name} ${year} 年度数据还没有检查。`}>
        {NOTE}{county.scan ? `检查于 ${dateTimeText(county.scan.scannedAt)}，共 ${county.scan.schools} 所学校。` : ""}
        {county.mayScan ? <ScanButton divisionCode={place.code} year={year} /> : null}
      </Finding>
      <Card title={`疑点 ${county.flags.length} 条`}>
        <form className="no-print mb-3 flex flex-wrap items-center gap-2 text-sm" role="search" aria-label="筛选疑点">
          <input type="hidden" name="year" value={year} />
          <select name="rule" defaultValue={filters.rule ?? ""} aria-label="规则" className={field}><option value="">全部规则</option>{FLAG_RULE_KEYS.map((rule) => <option key={rule} value={rule}>{FLAG_RULES[rule].name}</option>)}</select>
          <select name="state" defaultValue={filters.state ?? ""} aria-label="状态" className={field}><option value="">全部状态</option>{FLAG_STATES.map((state) => <option key={state} value={state}>{FLAG_STATE_NAME[state]}</option>)}</select>
          <Button type="submit">筛选</Button>
        </form>
        {county.flags.length === 0 ? <Empty title="没有疑点">{county.scan ? "按现有规则没有发现需要核对的数据。" : "点“检查数据”，按规则核对本年度审定数据。"}</Empty> : <ul className="divide-y divide-line">{county.flags.map((flag) => <FlagRow key={flag.key} flag={flag} code={place.code} year={year} />)}</ul>}
      </Card>
      <Card title="检查规则"><dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_1fr]">{FLAG_RULE_KEYS.map((rule) => <div key={rule} className="contents"><dt className="font-medium">{FLAG_RULES[rule].name}</dt><dd className="text-muted">{FLAG_RULES[rule].help}</dd></div>)}</dl></Card>
    </>
  );
}

function Totals({ place, year, totals }: { place: FlagsView["place"]; year: number; totals: FlagTotals[] }) {
  const sum = (key: "counties" | "scanned" | "open" | "confirmed") => totals.reduce((all, row) => all + row[key], 0);
  if (totals.length === 0) return <><Finding tone="neutral" sentence={`${place.name}还没有可检查的数据。`} /><Empty title="等待下级填报">下级审定数据并检查后，在这里汇总。</Empty></>;
  return (
    <>
      <Finding tone={sum("confirmed") > 0 ? "fail" : sum("open") > 0 ? "warn" : "neutral"} sentence={`${place.name} ${year} 年度 ${sum("counties")} 个县中 ${sum("scanned")} 个已检查数据，待说明的疑点 ${sum("open")} 条，经查实 ${sum("confirmed")} 条。`}>{NOTE}</Finding>
      <Card title="各地数据疑点">
        <DataTable caption="各地数据疑点" rows={totals} rowKey={(row) => row.code} columns={[
          { key: "name", header: "地区", cell: (row) => <Link className="link" href={`/d/${row.code}/flags?year=${year}`} prefetch={false}>{row.name}</Link> },
          ...(place.level === "city" ? [] : [{ key: "counties", header: "县数", numeric: true, cell: (row: FlagTotals) => row.counties }]),
          { key: "scanned", header: place.level === "city" ? "检查" : "已检查县", numeric: place.level !== "city", cell: (row) => (place.level === "city" ? (row.scanned > 0 ? "已检查" : "未检查") : row.scanned) },
          { key: "schools", header: "检查学校", unit: "所", numeric: true, cell: (row) => (row.scanned === 0 ? "—" : row.schools) },
          ...(["open", "answered", "cleared", "confirmed"] as const).map((state) => ({ key: state, header: FLAG_STATE_NAME[state], unit: "条", numeric: true, cell: (row: FlagTotals) => (row.scanned === 0 ? "—" : row[state]) })),
        ]} />
      </Card>
    </>
  );
}
