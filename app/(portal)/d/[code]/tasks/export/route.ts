import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode, yearQuery } from "@/lib/api/shapes";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { chooseYear } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { LIST_STATE_NAME, listState } from "@/lib/tasks/list-rules";
import { taskListWorkbook } from "@/lib/tasks/list-workbook";
import { listTasks } from "@/lib/tasks/load-board";
import { lastFiling } from "@/lib/tasks/task-list";
import { dateTimeText, shanghaiDay } from "@/lib/time";

/** The yearly task list by unit as a workbook. */
export const GET = defineRoute({
  act: "task.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ year: yearQuery }),
  run: async ({ tx, actor, params: { code }, query }) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, query.year ?? place.years[0]?.year);
    if (year === null) throw notFoundError();
    const { tasks } = await listTasks(tx, actor, code, year, shanghaiDay(new Date()));
    const mark = await demoNotice();
    const title = `${place.name}${year}年度义务教育优质均衡创建任务清单`;
    const notes = [
      { label: "清单状态", text: LIST_STATE_NAME[listState(await lastFiling(tx, code, year))] },
      { label: "依据", text: "教基厅函〔2021〕43号 基本任务、攻坚清单；省、市布置和本县措施" },
      { label: "导出时间", text: dateTimeText(new Date()) },
      ...(mark ? [{ label: "提示", text: mark }] : []),
    ];
    return { file: { name: `${title}.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await taskListWorkbook(title, tasks, notes) } };
  },
});
