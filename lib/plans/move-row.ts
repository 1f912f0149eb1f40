import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFresh, findPlan, findRow, holdPlan, planRole } from "./find-plan";
import { logChange, planPages } from "./log-change";
import { ROW_ACTS, afterRowAct, refuseRowAct, type RowAct } from "./rules";

type Input = { divisionCode: string; version: number; note?: string; reason?: string };

/** 备注, 报送 and 退回 of a city's row. @throws AppError state, conflict, notFound. */
export async function moveRow(tx: Tx, actor: Actor, act: Exclude<RowAct, "place">, { divisionCode, version, note, reason }: Input) {
  const role = planRole(actor, divisionCode);
  if (!role) throw notFoundError();
  await holdPlan(tx, divisionCode);
  const row = await findRow(tx, divisionCode);
  const refusal = refuseRowAct({ plan: (await findPlan(tx, divisionCode)).state, row: row.state }, act, role);
  if (refusal) throw new AppError("state", refusal);
  assertFresh(row, version, "本市的规划");
  const data = { state: afterRowAct(row.state, act), note: note ?? row.note, reason: reason ?? (act === "submit" ? "" : row.reason) };
  await tx.planRow.upsert({ where: { divisionCode }, create: { divisionCode, ...data }, update: { ...data, version: { increment: 1 } } });
  await logChange(tx, actor, { divisionCode, act, text: reason ?? (act === "note" ? (note ?? "") : "") });
  return {
    value: { version: version + 1 },
    message: act === "note" ? "备注已保存。" : act === "submit" ? "本市规划已报送省级教育行政部门。" : `已${ROW_ACTS[act].label}。`,
    audit: { act: `plan.${act}`, entity: "plan-row", entityId: divisionCode, divisionCode, detail: { from: row.state, to: data.state, ...(note === undefined ? {} : { note: { from: row.note, to: note } }), ...(reason ? { reason } : {}) } },
    changed: planPages(divisionCode),
  };
}
