"use client";

import clsx from "clsx";
import type { BoardView, Tone } from "@/lib/board/schema";
import { useFigures, type Trouble } from "./use-figures";

const EDGE: Record<Tone, string> = { pass: "border-l-pass", fail: "border-l-fail", warn: "border-l-warn", pending: "border-l-brand", neutral: "border-l-line" };
const INK: Record<Tone, string> = { pass: "text-pass", fail: "text-fail", warn: "text-warn", pending: "text-muted", neutral: "text-ink" };

const COLUMNS: Record<number, string> = { 2: "lg:grid-cols-2", 3: "lg:grid-cols-3", 4: "lg:grid-cols-4", 5: "lg:grid-cols-5", 6: "lg:grid-cols-6", 7: "lg:grid-cols-7" };
/** With few places each is read from farther away. */
const FEW = 21;
/** With more tiles than these a count of two numbers would break in two. */
const MANY = 6;
const SAY: Record<Exclude<Trouble, null>, string> = { unreachable: "暂时连接不上平台", signedOut: "登录已到期，请重新登录" };

function Head({ view, trouble, code }: { view: BoardView; trouble: Trouble; code: string }) {
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-[1em] border-b-2 border-brand pb-[0.3em]">
      <p className="text-[1.15em] font-semibold text-brand"><a href={`/d/${code}/overview`} className="no-underline" title="返回总览">{view.place}</a>义务教育优质均衡 · {view.year}</p>
      <p role="status" className={clsx("text-[0.8em]", trouble ? "bg-fail-soft px-[0.5em] font-semibold text-fail" : "text-muted")}>
        {trouble ? `${SAY[trouble]}，下面是 ${view.at} 的数据` : `数据读取于 ${view.at}，每分钟更新`}
      </p>
    </header>
  );
}

function Tiles({ tiles }: Pick<BoardView, "tiles">) {
  return (
    <ul className="grid grid-cols-2 gap-[0.5em] lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {tiles.map((tile) => (
        <li key={tile.label} className={clsx("card border-l-4 px-[0.7em] py-[0.35em]", EDGE[tile.tone])}>
          <p className="text-[0.8em] text-muted">{tile.label}</p>
          <p className={clsx(tiles.length > MANY ? "text-[1.4em] whitespace-nowrap" : "text-[2em]", "leading-tight font-semibold tabular-nums", INK[tile.tone])}>{tile.value}</p>
          <p className="text-[0.75em] text-muted">{tile.note}</p>
        </li>
      ))}
    </ul>
  );
}

function Cells({ cellsTitle, columns, cells }: Pick<BoardView, "cellsTitle" | "columns" | "cells">) {
  const large = cells.length <= FEW;
  return (
    <section aria-label={cellsTitle} className="flex min-h-0 flex-1 flex-col">
      <h2 className="mb-[0.25em] text-[0.85em] font-semibold">{cellsTitle}</h2>
      <ul className={clsx("grid min-h-0 flex-1 auto-rows-fr grid-cols-2 gap-[0.3em]", COLUMNS[columns] ?? "lg:grid-cols-8")}>
        {cells.map((cell) => (
          <li key={cell.name} className={clsx("card flex min-h-0 flex-col justify-center overflow-hidden border-l-4 px-[0.5em] py-[0.15em]", EDGE[cell.tone])}>
            <p className={clsx("truncate text-muted", large ? "text-[0.8em]" : "text-[0.72em]")} title={cell.name}>{cell.name}</p>
            <p className={clsx(large ? "text-[1.7em]" : "text-[1.2em]", "leading-tight font-semibold tabular-nums", INK[cell.tone])}>{cell.value}{cell.word ? <span className="ml-[0.4em] text-[0.5em] font-normal">{cell.word}</span> : null}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A wall screen: the answer, the figures and what to look at, in letters that are read from across a room; it refreshes by itself. */
export function Board({ code, first }: { code: string; first: BoardView }) {
  const { view, trouble } = useFigures(code, first);
  return (
    <main className="board flex min-h-dvh flex-col gap-[0.6em] p-[0.9em] leading-snug lg:h-dvh lg:overflow-hidden">
      <Head view={view} trouble={trouble} code={code} />
      <h1 className="text-[1.35em] leading-snug font-semibold text-balance">{view.headline.text}</h1>
      <Tiles tiles={view.tiles} />
      <Cells cellsTitle={view.cellsTitle} columns={view.columns} cells={view.cells} />
      {view.findings.length > 0 ? (
        <section aria-label="要点">
          <ol className="list-decimal space-y-[0.1em] pl-[1.4em] text-[0.9em]">{view.findings.map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>
        </section>
      ) : null}
    </main>
  );
}
