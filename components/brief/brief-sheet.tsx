import { TraceAnchor } from "@/components/trace/trace-link";
import { PrintButton } from "@/components/ui/print-button";
import { MARKS, markOf, type BriefFigure, type Mark } from "@/lib/brief/figures";
import type { BriefView } from "@/lib/brief/load-brief";
import { yearName } from "@/lib/results/years";

const LOOK: Record<Mark, string> = { published: "border-ink font-semibold", internal: "border-muted", computed: "border-dashed border-muted italic" };
/** As many as one sheet holds beside the figures. */
const SHOWN = 6;

function Tag({ mark }: { mark: Mark }) {
  return <span className={`inline-block border px-1 text-[0.7em] leading-snug whitespace-nowrap not-italic ${LOOK[mark]}`}>{MARKS[mark]}</span>;
}

function Figures({ figures }: { figures: BriefFigure[] }) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">主要数据及其标记和依据</caption>
      <thead><tr className="border-b border-ink"><th scope="col" className="py-0.5 font-semibold">数据</th><th scope="col" className="py-0.5 font-semibold">数值</th><th scope="col" className="py-0.5 font-semibold">标记</th><th scope="col" className="py-0.5 font-semibold">文号或日期</th></tr></thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.label} className="border-b border-line align-top">
            <th scope="row" className="py-0.5 pr-2 font-normal">{figure.label}</th>
            <td className="py-0.5 pr-2 font-semibold">{figure.trace ? <TraceAnchor href={figure.trace}>{figure.value}</TraceAnchor> : figure.value}</td>
            <td className="py-0.5 pr-2"><Tag mark={figure.mark} /></td>
            <td className="py-0.5 text-muted">{figure.basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 一页纸要情: one A4 page, findings first; every figure says whether it may be quoted. */
export function BriefSheet({ view: { place, year, today, sheet } }: { view: BriefView & { year: number; sheet: NonNullable<BriefView["sheet"]> } }) {
  const { headline, findings, figures } = sheet;
  const rest = findings.length - SHOWN;
  return (
    <article className="brief-sheet card mx-auto max-w-[210mm] px-8 py-6 text-sm leading-snug max-sm:px-4">
      <header className="mb-3 border-b-2 border-ink pb-2">
        <div className="flex items-start justify-between gap-3">
          <p className="text-muted">义务教育优质均衡一页纸要情 · {place.name} · {yearName(year)} · {today} 生成</p>
          <span className="no-print"><PrintButton /></span>
        </div>
        <h1 className="mt-1 text-lg leading-snug font-semibold">{headline.text} <Tag mark="internal" /></h1>
      </header>
      {findings.length > 0 ? (
        <section aria-label="要点" className="mb-3">
          <h2 className="mb-1 font-semibold">要点</h2>
          <ol className="list-decimal space-y-0.5 pl-5">{findings.slice(0, SHOWN).map((finding) => <li key={finding.key}>{finding.sentence} <Tag mark={markOf(finding)} /></li>)}</ol>
          {rest > 0 ? <p className="mt-0.5 text-muted">另有 {rest} 条，见总览。</p> : null}
        </section>
      ) : null}
      <section aria-label="主要数据"><h2 className="mb-1 font-semibold">主要数据</h2><Figures figures={figures} /></section>
      <footer className="mt-2 text-xs text-muted">“{MARKS.published}”可以对外引用，须带文号；“{MARKS.internal}”为审定数据或办理记录，未经批准不得对外；“{MARKS.computed}”为平台推算，不是统计结果，不得作为数据引用。</footer>
    </article>
  );
}
