import type { FileAnswer } from "@/lib/access/file-answer";
import type { Actor } from "@/lib/access/actor";
import { DEMO_NOTICE, demoNotice } from "@/lib/access/demo-notice";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { AppError, notFoundError } from "@/lib/errors";
import { baseTableWorkbook, type TableNotes } from "@/lib/exchange/write-table";
import { getStandard } from "@/lib/results/get-standard";
import { yearName } from "@/lib/results/years";
import { standardText } from "@/lib/standard/in-force";
import { STANDARD_NAME } from "@/lib/standard/indicators";
import { dateTimeText } from "@/lib/time";
import { getTableExport } from "./get-table-export";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BASIS = { approved: "审定数据", live: "实时数据（未审定）" } as const;

type Asked = { code: string; year: number; content: "approved" | "live" | "template" };

/** The base table of a county as a workbook: approved, live (the county's own people only) or the empty template. */
export async function exportTable(tx: Tx, actor: Actor, { code, year, content }: Asked): Promise<FileAnswer> {
  const place = await getPlace(tx, actor, code);
  if (place.level !== "county" || !place.years.some((entry) => entry.year === year)) throw notFoundError();
  if (content === "live" && actor.office.level !== "county") throw new AppError("invalid", "实时数据只供本县使用，请导出审定数据。");
  const demo = await tx.school.count({ where: { divisionCode: code, demo: true } });
  const mark = demo > 0 ? DEMO_NOTICE : await demoNotice();
  const name = `${place.name}${yearName(year)}基础数据表`;
  if (content === "template") {
    const lines = [
      { label: "填写", text: "每行一所学校，表头不要改动；学校标识码为 10 位数字，按文本填写。" },
      { label: "空白", text: "没有数据请留空，确实没有请填 0；空白不等于 0。" },
      { label: "标准版本", text: STANDARD_NAME },
    ];
    return { name: `${name}（模板）.xlsx`, mime: XLSX, bytes: await baseTableWorkbook([], { title: `${name}（模板）`, mark, lines }) };
  }
  const { schools } = await getTableExport(tx, code, year, content);
  const notes: TableNotes = {
    title: name,
    mark,
    lines: [
      { label: "数据基准", text: BASIS[content] },
      { label: "导出时间", text: dateTimeText(new Date()) },
      { label: "标准版本", text: STANDARD_NAME },
      { label: "口径", text: standardText(await getStandard(asQuery(tx), code, year)) },
      { label: "学校", text: `${schools.length} 所，空白为未填报` },
    ],
  };
  return { name: `${name}（${content === "live" ? "实时" : "审定"}）.xlsx`, mime: XLSX, bytes: await baseTableWorkbook(schools, notes) };
}
