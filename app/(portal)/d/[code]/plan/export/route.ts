import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode } from "@/lib/api/shapes";
import { getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { findPlan } from "@/lib/plans/find-plan";
import { listPlan } from "@/lib/plans/list-plan";
import { ANNEX_TITLE, planWorkbook } from "@/lib/plans/plan-workbook";
import { PLAN_STATE_NAME } from "@/lib/plans/rules";
import { dateTimeText } from "@/lib/time";

/** The 规划表 of a province or a city as a workbook in the annex's layout. */
export const GET = defineRoute({
  act: "plan.read",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params: { code } }) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "province" && place.level !== "city") throw notFoundError();
    const plan = await findPlan(tx, code);
    const mark = await demoNotice();
    const title = `${place.name}${ANNEX_TITLE}`;
    const lines = [
      { label: "名称", text: title },
      { label: "依据", text: "鲁教基发〔2020〕4号 附件的格式；所列为申报年，不是认定年" },
      { label: "状态", text: PLAN_STATE_NAME[plan.state] },
      { label: "导出时间", text: dateTimeText(new Date()) },
      ...(plan.note ? [{ label: "说明", text: plan.note }] : []),
      ...(mark ? [{ label: "提示", text: mark }] : []),
    ];
    const unit = place.level === "city" ? `${place.name}教育（教体）局` : `${place.name}教育行政部门（汇总）`;
    return { file: { name: `${title}.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await planWorkbook(await listPlan(tx, code), { unit, mark, lines }) } };
  },
});
