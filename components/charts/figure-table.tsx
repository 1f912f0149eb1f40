"use client";

import { useState } from "react";

export type Figure = string | number;
type Props = { caption: string; head: string[]; rows: Figure[][]; links?: (string | null)[] };

/** The figures of a chart as a table, one key away; built when it is opened. On a phone each row is a card. */
export function FigureTable({ caption, head, rows, links }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-2 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link no-print cursor-pointer">数据表：{caption}</summary>
      {open ? (
        <div className="relative -mx-2 mt-2 max-h-96 overflow-auto px-2" tabIndex={0} role="region" aria-label={caption}>
          <table className="data-table w-full border-collapse">
            <caption className="sr-only">{caption}</caption>
            <thead><tr className="border-b border-line text-muted">{head.map((name, at) => <th key={name} scope="col" className={`px-2 py-1.5 font-medium whitespace-nowrap ${at === 0 ? "text-left" : "text-right"}`}>{name}</th>)}</tr></thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={String(row[0])} className="border-b border-line/70 last:border-0">
                  {row.map((cell, at) => (at === 0
                    ? <th key={head[at]} scope="row" className="px-2 py-1.5 text-left font-normal">{links?.[index] ? <a className="link" href={links[index]}>{cell}</a> : cell}</th>
                    : <td key={head[at]} data-label={head[at]} className="num px-2 py-1.5">{typeof cell === "number" ? cell.toLocaleString("zh-CN") : cell}</td>))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}
