import { DataTable, type Column } from "@/components/ui/data-table";

const FIRST = 25;

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

/** A table of which the first rows are open; the rest, in the same order, is one key away. */
export function FoldedTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  const rest = rows.slice(FIRST);
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rest.length > 0 ? rows.slice(0, FIRST) : rows} rowKey={rowKey} />
      {rest.length > 0 ? <details className="mt-2"><summary className="link no-print cursor-pointer text-sm">其余 {rest.length} 行</summary><div className="mt-2"><DataTable caption={`${caption}（其余）`} columns={columns} rows={rest} rowKey={rowKey} /></div></details> : null}
    </>
  );
}
