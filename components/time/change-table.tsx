import { FigureTable } from "@/components/charts/figure-table";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { yearName } from "@/lib/results/years";
import { signed, type ChangeRow, type PrintedChange } from "@/lib/time-series/change-rows";

type Part = { key: string; header: string; text: (row: ChangeRow) => string };

const partsOf = (pick: (row: ChangeRow) => PrintedChange | null): Part[] => {
  const cell = (part: (change: PrintedChange) => string) => (row: ChangeRow) => { const change = pick(row); return change ? part(change) : "—"; };
  return [
    { key: "name", header: "指标", text: ({ stage, key }) => `${STAGE_NAME[stage]}${INDICATORS[key].shortName}` },
    { key: "before", header: "上年", text: cell(({ before }) => before) },
    { key: "after", header: "本年", text: cell(({ after }) => after) },
    { key: "change", header: "变化", text: cell(({ change, decimals }) => signed(change, decimals)) },
    { key: "pupils", header: "在校生变化", text: cell(({ pupils, decimals }) => signed(pupils, decimals)) },
    { key: "resources", header: "资源变化", text: cell(({ resources, decimals }) => signed(resources, decimals)) },
    { key: "roster", header: "学校增减", text: cell(({ roster, decimals }) => signed(roster, decimals)) },
  ];
};

/** Each coefficient and mean: how it changed and which part of it came from pupils, resources and the roster. */
export function ChangeTable({ rows, year, otherReadings }: { rows: ChangeRow[]; year: number; otherReadings: boolean }) {
  const key = (row: ChangeRow) => `${row.stage}.${row.key}`;
  const means = partsOf(({ mean }) => mean);
  const columns = partsOf(({ cv }) => cv).map(({ key: name, header, text }, at): Column<ChangeRow> => ({ key: name, header, numeric: at > 0, cell: text }));
  const note = otherReadings ? `两年口径不同，这里都按${yearName(year)}的口径计算，上年的数可能与当年公布的不同。` : "";
  return (
    <>
      <Card title={`${yearName(year)}与上年相比，差异系数变化的三个来源`} lead={`负数是差异缩小。三个来源相加等于变化；取三者六种先后次序的平均，不推断原因。${note}`}>
        <DataTable caption="差异系数变化" rows={rows} rowKey={key} columns={columns} />
      </Card>
      <Card title="全县平均值变化的三个来源" lead="每百名学生或生均的数；在校生减少、资源不变时平均值上升，列在“在校生变化”。">
        <FigureTable caption="14 项平均值的变化" head={means.map(({ header }) => header)} rows={rows.map((row) => means.map(({ text }) => text(row)))} />
        <p className="mt-2 text-sm text-muted">“学校增减”指只在其中一年参加评估的学校（部）：新开办、停办、合并，教学点跨过 50 人，以及办学类型改变的学校。</p>
      </Card>
    </>
  );
}
