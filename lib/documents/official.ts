import { AlignmentType, Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, Table, TextRun } from "docx";

/** GB/T 9704—2012: A4, margins 37／35／28／26 mm, 仿宋 三号 with 28 pt lines, headings 黑体; sizes are half points, lengths twentieths of a point. Loaded where a file is asked for, not with a page. */
const MM = 56.7;
const PAGE = { size: { width: Math.round(210 * MM), height: Math.round(297 * MM) }, margin: { top: Math.round(37 * MM), bottom: Math.round(35 * MM), left: Math.round(28 * MM), right: Math.round(26 * MM) } };
const BODY = { font: "仿宋", size: 32 };
export const LINE = { line: 28 * 20, lineRule: LineRuleType.EXACT };
export const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

export const paragraph = (text: string, indent = true) => new Paragraph({ spacing: LINE, indent: indent ? { firstLine: 640 } : undefined, children: [new TextRun({ text, ...BODY })] });
export const heading = (text: string) => new Paragraph({ spacing: LINE, indent: { firstLine: 640 }, keepNext: true, children: [new TextRun({ text, font: "黑体", size: 32 })] });

/** A document of the house: title, what it is where it is no official figure (`mark`), parts, numbered pages. */
export async function officialDocument(title: string, mark: string | null, head: string | null, parts: (Paragraph | Table)[]): Promise<Buffer> {
  const opening = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 33 * 20, lineRule: LineRuleType.EXACT, after: 280 }, children: [new TextRun({ text: title, font: "方正小标宋简体", size: 44 })] }),
    ...(mark ? [new Paragraph({ alignment: AlignmentType.CENTER, spacing: LINE, children: [new TextRun({ text: mark, font: "黑体", size: 28, color: "9A1B1B" })] })] : []),
  ];
  const foot = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: "宋体", size: 28, children: ["— ", PageNumber.CURRENT, " —"] })] });
  const document = new Document({
    title, creator: "优均", styles: { default: { document: { run: BODY } } },
    sections: [{ properties: { page: PAGE }, headers: head ? { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: head, font: "宋体", size: 21 })] })] }) } : undefined, footers: { default: new Footer({ children: [foot] }) }, children: [...opening, ...parts] }],
  });
  return Packer.toBuffer(document);
}
