import type { PlanGrid, PlanGridRow, PlannedCounty } from "@/lib/plans/list-plan";
import type { PlanRole } from "@/lib/plans/rules";
import { RowActs } from "./row-acts";

type Props = { grid: PlanGrid; role: PlanRole | null; locked: boolean; mayPlace: (row: PlanGridRow) => boolean; onChoose: (choice: { county: PlannedCounty | null; city: string; year: string }) => void };

const chip = "rounded bg-brand-soft px-1 py-0.5 text-left text-brand";

/** Cities against 申报年, the names of counties in the cells, totals below. On a phone each city is a card. */
export function PlanTable({ grid, role, locked, mayPlace, onChoose }: Props) {
  const { years, rows, totals, total } = grid;
  const cell = (row: PlanGridRow, year: number | null) => {
    const here = row.counties.filter((county) => county.year === year);
    const may = mayPlace(row);
    if (here.length === 0 && !may) return <span className="text-muted">—</span>;
    return (
      <ul className="flex flex-wrap justify-end gap-1 sm:justify-start">
        {here.map((county) => (
          <li key={county.code}>{may ? <button type="button" className={chip} onClick={() => onChoose({ county, city: row.name, year: year === null ? "" : String(year) })}>{county.name}</button> : <span className={chip}>{county.name}</span>}</li>
        ))}
        {may && year !== null ? <li><button type="button" className="rounded border border-dashed border-line px-1.5 py-0.5 text-muted" aria-label={`向${row.name} ${year} 年列入县`} onClick={() => onChoose({ county: null, city: row.name, year: String(year) })}>＋</button></li> : null}
      </ul>
    );
  };
  return (
    <div className="relative -mx-2 overflow-x-auto px-2" tabIndex={0} role="region" aria-label="规划表">
      <table className="data-table w-full border-collapse text-sm">
        <caption className="sr-only">规划创建申报县（市、区）名单</caption>
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="px-2 py-2 text-left font-medium sm:sticky sm:left-0 sm:z-10 sm:bg-surface">市</th>
            <th scope="col" className="px-2 py-2 text-left font-medium">状态</th>
            {years.map((year) => <th key={year} scope="col" className="min-w-20 px-2 py-2 text-left font-medium whitespace-nowrap">{year} 年</th>)}
            <th scope="col" className="min-w-20 px-2 py-2 text-left font-medium">未列入</th>
            <th scope="col" className="min-w-28 px-2 py-2 text-left font-medium">备注</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.divisionCode} className="border-b border-line/70 align-top">
              <th scope="row" className="px-2 py-2 text-left font-medium whitespace-nowrap sm:sticky sm:left-0 sm:z-10 sm:bg-surface">{row.name}</th>
              <td data-label="状态" className="px-2 py-2"><RowActs key={row.version} row={row} role={role} locked={locked} /></td>
              {years.map((year) => <td key={year} data-label={`${year} 年`} className="px-2 py-2">{cell(row, year)}</td>)}
              <td data-label="未列入" className="px-2 py-2">{cell(row, null)}</td>
              <td data-label="备注" className="px-2 py-2">{row.note || <span className="text-muted">—</span>}</td>
            </tr>
          ))}
          <tr className="font-medium">
            <th scope="row" className="px-2 py-2 text-left sm:sticky sm:left-0 sm:z-10 sm:bg-surface">合计（个）</th>
            <td className="hidden px-2 py-2 sm:table-cell" />
            {years.map((year) => <td key={year} data-label={`${year} 年`} className="px-2 py-2 tabular-nums">{totals[year] ?? 0}</td>)}
            <td data-label="未列入" className="px-2 py-2 tabular-nums">{total.counties - total.planned}</td>
            <td data-label="备注" className="px-2 py-2">列入 {total.planned} 个</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
