import { AlignmentType, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import { LINE, WIDTH, officialDocument } from "@/lib/documents/official";
import { NOMINATION_STATE_NAME } from "./rules";
import { sheetOf, type SheetSource } from "./sheet";

const LABEL = Math.round(WIDTH * 0.24);
const WIDTHS = [LABEL, WIDTH - LABEL];
/** Room for a signature and a seal on paper; none is drawn. */
const SIGNING = 2400;

const lines = (text: string, font: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT) => text.split("\n").map((part) => new Paragraph({ alignment, spacing: { line: 24 * 20, lineRule: LineRuleType.EXACT }, children: [new TextRun({ text: part, font, size: 28 })] }));
const cell = (at: number, children: Paragraph[]) => new TableCell({ width: { size: WIDTHS[at] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 100, right: 100, top: 60, bottom: 60 }, children });
const row = (label: string, text: string) => new TableRow({ children: [cell(0, lines(label, "黑体", AlignmentType.CENTER)), cell(1, lines(text, "仿宋"))] });
const signing = (label: string) => new TableRow({ cantSplit: true, height: { value: SIGNING, rule: HeightRule.ATLEAST }, children: [cell(0, lines(label, "黑体", AlignmentType.CENTER)), cell(1, lines("\n\n（盖章）\n年　　月　　日", "仿宋", AlignmentType.RIGHT))] });

/** The county's 推荐表 as a Word document, with room for the opinions of every level on its way. */
export async function nominationDocument(source: SheetSource, mark: string | null): Promise<{ name: string; bytes: Buffer }> {
  const { title, note, rows, opinions } = sheetOf(source);
  const table = new Table({ layout: TableLayoutType.FIXED, width: { size: WIDTH, type: WidthType.DXA }, columnWidths: WIDTHS, rows: [...rows.map(({ label, text }) => row(label, text)), ...opinions.map(signing)] });
  const state = new Paragraph({ spacing: LINE, children: [new TextRun({ text: note, font: "仿宋", size: 28 })] });
  return { name: `${source.county}${title}`, bytes: await officialDocument(title, mark, mark ? `${source.county} ${NOMINATION_STATE_NAME[source.row.state]} ${mark}` : null, [state, table]) };
}
