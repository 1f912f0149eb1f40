import writeExcelFile from "write-excel-file/node";
import type { ListedSchool } from "./plan-roster";
import { fieldText } from "./plan-roster";
import { ROSTER_COLUMNS } from "./table";

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EDF5", alignVertical: "center" } as const;
const blankOr = (text: string) => (text === "未填" ? null : { value: text, type: String });

/** The open schools of a county as the table that comes back by import; codes and years are text. An empty roster is the template. */
export function rosterWorkbook(schools: readonly ListedSchool[], mark: string | null): Promise<Buffer> {
  const header = [...ROSTER_COLUMNS.map(({ name }) => name), ...(mark ? ["数据说明"] : [])];
  const rows = schools.map(({ fields }) => [...ROSTER_COLUMNS.map(({ key }) => blankOr(fieldText(key, fields))), ...(mark ? [{ value: mark, type: String }] : [])]);
  return writeExcelFile([[...header.map((value) => ({ value, type: String, ...HEAD }))], ...rows], { sheet: "学校名录", stickyRowsCount: 1, stickyColumnsCount: 2, columns: header.map((_, at) => ({ width: at === 1 ? 30 : 14 })) }).toBuffer();
}
