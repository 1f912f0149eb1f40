import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** Stands on a line of its own below the header. */
  unit?: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Address that sorts by this column, and the order it has now. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  className?: string;
};

/** The first column stays in sight while a wide table is moved sideways. */
const STAYS = "sm:sticky sm:left-0 sm:z-10 sm:bg-surface";
const ARROW = { ascending: "↑", descending: "↓" } as const;

function Heading<Row>({ column: { header, sorted, unit } }: { column: Column<Row> }) {
  return <>{header}{sorted ? ` ${ARROW[sorted]}` : ""}{unit ? <span className="block text-xs">（{unit}）</span> : null}</>;
}

/** The one table: first column as row header, which stays in sight, cards on a phone (each cell named by its column). */
export function DataTable<Row>({ caption, columns, rows, rowKey }: { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string }) {
  return (
    <div className="relative -mx-2 overflow-x-auto px-2" tabIndex={0} role="region" aria-label={caption}>
      <table className="data-table w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sorted} className={clsx("px-2 py-2 align-bottom font-medium whitespace-nowrap", column === columns[0] && STAYS, column.numeric ? "text-right" : "text-left")}>
                {column.sortHref ? <Link href={column.sortHref} scroll={false} prefetch={false} className="hover:text-brand hover:underline"><Heading column={column} /></Link> : <Heading column={column} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line/70 align-top last:border-0 hover:bg-page">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={clsx("px-2 py-2 text-left font-normal", STAYS, column.className)}>{column.cell(row)}</th>
                ) : (
                  <td key={column.key} data-label={typeof column.header === "string" ? `${column.header}${column.unit ? `（${column.unit}）` : ""}` : undefined} className={clsx("px-2 py-2", column.numeric && "num", column.className)}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
