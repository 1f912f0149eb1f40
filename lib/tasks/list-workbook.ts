import writeExcelFile from "write-excel-file/node";
import { groupByUnit } from "./group-by-unit";
import type { TaskItem } from "./load-board";
import { TASK_STATE_NAME } from "./rules";

const HEADER = ["单位", "分工", "序号", "任务", "分组", "责任岗位", "配合单位", "完成时限", "状态", "逾期"];
const WIDTHS = [18, 8, 6, 60, 20, 18, 30, 12, 10, 6];

/** The 创建任务清单 by unit as a workbook, with what it is on a second sheet. seed: C6. */
export async function taskListWorkbook(title: string, tasks: TaskItem[], notes: { label: string; text: string }[]): Promise<Buffer> {
  const line = (unit: string, share: string) => (task: TaskItem, at: number) => [
    unit, share, at + 1, task.title, task.group, task.leadPost, [...task.jointUnits, ...(task.allSchools ? ["各义务教育学校"] : [])].join("、"), task.dueOn, TASK_STATE_NAME[task.state], task.overdue ? "是" : "",
  ];
  const rows = groupByUnit(tasks).flatMap((group) => [...group.lead.map(line(group.unit, "牵头")), ...group.joint.map(line(group.unit, "配合"))]);
  const head = HEADER.map((value) => ({ value, type: String, fontWeight: "bold" as const, backgroundColor: "#E8EDF5" }));
  const cell = (value: string | number) => (typeof value === "number" ? { value, type: Number } : { value, type: String, wrap: true });
  return writeExcelFile([
    { data: [head, ...rows.map((row) => row.map(cell))], sheet: "创建任务清单", stickyRowsCount: 1, columns: WIDTHS.map((width) => ({ width })), orientation: "landscape" },
    { data: [{ label: "名称", text: title }, ...notes].map(({ label, text }) => [{ value: label, type: String, fontWeight: "bold" as const }, { value: text, type: String }]), sheet: "说明", columns: [{ width: 14 }, { width: 90 }] },
  ]).toBuffer();
}
