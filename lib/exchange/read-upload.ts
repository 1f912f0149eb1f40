import readSheets, { readSheet } from "read-excel-file/node";
import { z } from "zod";
import { IMPORT_BYTES, UNPACKED_BYTES } from "@/lib/access/limits";
import { AppError } from "@/lib/errors";
import type { Cell } from "./columns";
import { decodeText, parseDelimited } from "./csv";
import { fitsLimits, MOST_COLUMNS, MOST_ROWS, textFits } from "./sheet-extent";
import { unpackedSize } from "./unpacked-size";

const isSheet = (name: string) => /\.xlsx$/i.test(name);

/** A table as a person hands it in. */
export const tableFile = z.instanceof(File, { error: "请选择文件。" })
  .refine((file) => file.size > 0, "请选择文件，文件不能是空的。")
  .refine((file) => file.size <= IMPORT_BYTES, `文件不能大于 ${IMPORT_BYTES / 1024 / 1024} MB。`)
  .refine((file) => /\.(xlsx|csv|tsv|txt)$/i.test(file.name), "请选择 .xlsx 或 .csv 文件；.xls 文件请先在表格软件中另存为 .xlsx。");

const unreadable = () => new AppError("invalid", undefined, { file: "文件无法读取，可能已损坏、加了密码或不是表格；请在表格软件中另存为 .xlsx 后重试。" });

const tooLarge = () => new AppError("invalid", undefined, { file: `表格超出 ${MOST_ROWS.toLocaleString("zh-CN")} 行、${MOST_COLUMNS.toLocaleString("zh-CN")} 列：请删除末尾的空行、空列，或把数据复制到新的工作簿后重试。` });

async function bytesOf(file: File): Promise<Buffer> {
  const bytes = Buffer.from(await file.arrayBuffer());
  if (!isSheet(file.name)) return bytes;
  const size = unpackedSize(bytes);
  if (size === null || size > UNPACKED_BYTES) throw unreadable();
  const fits = fitsLimits(bytes, UNPACKED_BYTES);
  if (fits === null) throw unreadable();
  if (!fits) throw tooLarge();
  return bytes;
}

/** The rows of the first sheet of an uploaded table. */
export async function readUpload(file: File): Promise<Cell[][]> {
  const bytes = await bytesOf(file);
  if (!isSheet(file.name)) {
    const text = decodeText(bytes);
    if (!textFits(text)) throw tooLarge();
    return parseDelimited(text);
  }
  try {
    return (await readSheet(bytes)) as Cell[][];
  } catch {
    throw unreadable();
  }
}

export type NamedSheet = { name: string; rows: Cell[][] };

/** All sheets of an uploaded workbook. */
export async function readWorkbook(file: File): Promise<NamedSheet[]> {
  if (!isSheet(file.name)) throw new AppError("invalid", undefined, { file: "统计导出应为 .xlsx 文件，每个学段一张表。" });
  const bytes = await bytesOf(file);
  try {
    return (await readSheets(bytes)).map(({ sheet, data }) => ({ name: sheet, rows: data as Cell[][] }));
  } catch {
    throw unreadable();
  }
}
