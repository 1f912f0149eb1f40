import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { StatusTag } from "@/components/ui/status-tag";
import type { PlanView } from "@/lib/plans/load-plan";
import { PLAN_STATE_NAME } from "@/lib/plans/rules";
import { PlanDesk } from "./plan-desk";
import { PlanLock } from "./plan-lock";
import { PlanNote } from "./plan-note";

const RELEASED = "规划的是申报年，不是认定年；每个县至多列入一个申报年。";

/** The 规划表 of a province, or the row of a city: what is planned, the grid, and what may be done with it. */
export function PlanPanel({ view }: { view: PlanView }) {
  const { place, plan, grid, role } = view;
  const { counties, planned } = grid.total;
  const waiting = grid.rows.filter((row) => row.expected && row.state !== "submitted");
  const city = place.level === "city" ? grid.rows[0] : undefined;
  const left = counties - planned;
  const standing = plan.state === "locked" ? "规划表已由省级锁定" : place.level === "city" ? (city?.state === "submitted" ? "已报送，待省级汇总" : city?.state === "returned" ? "已被退回，修改后请再次报送" : "尚未报送") : waiting.length > 0 ? `${waiting.length} 个市尚未报送` : "各市均已报送，可以汇总锁定";
  return (
    <>
      <Finding tone={plan.state === "locked" ? "pass" : "pending"} sentence={`${place.name} ${counties} 个县级单位，已列入申报年 ${planned} 个，未列入 ${left} 个；${standing}。`}>
        <p>{RELEASED}</p>
        {city?.state === "returned" && city.reason ? <p className="text-fail">退回原因：{city.reason}</p> : null}
        <span className="no-print mt-2 flex flex-wrap items-center gap-2">
          <StatusTag tone={plan.state === "locked" ? "pass" : "warn"}>{PLAN_STATE_NAME[plan.state]}</StatusTag>
          <a className={buttonClass("plain")} href={`/d/${place.code}/plan/export`} download>导出规划表</a><PrintButton />
        </span>
      </Finding>
      {role === "province" && place.level === "province" ? <PlanLock key={`lock-${plan.version}`} plan={plan} waiting={waiting.map((row) => row.name)} /> : null}
      <PlanDesk grid={grid} locked={plan.state === "locked"} role={role} level={place.level} />
      {role === "province" && place.level === "province" ? <PlanNote key={`note-${plan.version}`} plan={plan} /> : plan.note ? <Card title="全省说明"><p className="text-sm whitespace-pre-line">{plan.note}</p></Card> : null}
    </>
  );
}
