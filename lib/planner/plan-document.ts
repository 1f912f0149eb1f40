import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import { LINE, WIDTH, heading, officialDocument, paragraph } from "@/lib/documents/official";
import type { Cell, Proposal, Table as Rows } from "./plan-tables";

/** The whole table of schools is in the workbook; a document stays readable. */
const MOST_ROWS = 400;
const WIDEST = 9;

const shown = (value: Cell): string => (value === null ? "—" : typeof value === "number" ? String(Math.round(value * 10_000) / 10_000) : value);

function row(values: Cell[], widths: number[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head, cantSplit: true,
    children: values.map((value, at) => new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 60, right: 60 },
      children: [new Paragraph({ alignment: head ? AlignmentType.CENTER : typeof value === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text: shown(value), font: head ? "黑体" : "仿宋", size: 21 })] })],
    })),
  });
}

/** Wide columns for words, narrow ones for figures. */
function widthsOf({ header, rows }: Rows): number[] {
  const weights = header.map((name, at) => Math.min(16, Math.max(4, name.length * 0.7, ...rows.slice(0, 50).map((cells) => shown(cells[at] ?? null).length))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((WIDTH * weight) / whole));
}

function tableOf(rows: Rows): Table {
  const widths = widthsOf(rows);
  return new Table({ layout: TableLayoutType.FIXED, width: { size: WIDTH, type: WidthType.DXA }, columnWidths: widths, rows: [row(rows.header, widths, true), ...rows.rows.slice(0, MOST_ROWS).map((cells) => row(cells, widths, false))] });
}

const ORDINALS = "一二三四五六七八九十";

/** The proposal as a Word document with the calculation shown. */
export async function planDocument({ title, lead, proof, facts, reasons, open, method, tables }: Proposal, mark: string | null): Promise<Buffer> {
  const parts: (Paragraph | Table)[] = [paragraph(`${lead}${proof}（测算）`)];
  const sections: { title: string; content: (Paragraph | Table)[] }[] = [
    { title: "依据", content: facts.map(({ label, text }) => paragraph(`${label}：${text}`)) },
    ...tables.filter(({ header }) => header.length <= WIDEST).map((table) => ({ title: table.title, content: [paragraph(table.note), tableOf(table), new Paragraph({ spacing: LINE, children: [] })] })),
    { title: "理由", content: reasons.map((text) => paragraph(text)) },
    ...(open.length > 0 ? [{ title: "仍未达到的", content: open.map((text) => paragraph(text)) }] : []),
    { title: "测算方法", content: method.map((text) => paragraph(text)) },
  ];
  for (const [at, section] of sections.entries()) parts.push(heading(`${ORDINALS[at] ?? at + 1}、${section.title}`), ...section.content);
  return officialDocument(title, mark, mark ? `测算 ${mark}` : null, parts);
}
