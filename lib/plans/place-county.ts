import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { cityOf, findPlan, findRow, holdPlan, planRole } from "./find-plan";
import { logChange, planPages } from "./log-change";
import { refusePlacement, refuseRowAct } from "./rules";
import type { PlaceInput } from "./schema";

const yearText = (year: number | null) => (year === null ? "未列入" : `${year} 年`);

/** Puts a county into an 申报年, moves it or takes it out. @throws AppError state, invalid, conflict, notFound. */
export async function placeCounty(tx: Tx, actor: Actor, { divisionCode, from, to, version }: PlaceInput) {
  const role = planRole(actor, divisionCode);
  if (!role) throw notFoundError();
  const county = await tx.division.findUnique({ where: { code: divisionCode, level: "county" }, select: { name: true } });
  if (!county) throw new AppError("invalid", undefined, { divisionCode: "请从列表中选择县（市、区）。" });
  await holdPlan(tx, divisionCode);
  const standing = { plan: (await findPlan(tx, divisionCode)).state, row: (await findRow(tx, cityOf(divisionCode))).state };
  const refusal = refuseRowAct(standing, "place", role);
  if (refusal) throw new AppError("state", refusal);
  const cell = await tx.planCell.findUnique({ where: { divisionCode } });
  const placement = refusePlacement(county.name, cell?.year ?? null, from, to);
  if (placement) throw new AppError((cell?.version ?? 0) === version ? "invalid" : "conflict", placement, { to: placement }, { year: cell?.year ?? null, version: cell?.version ?? 0 });
  if ((cell?.version ?? 0) !== version) throw new AppError("conflict", `${county.name}的申报年刚被他人修改，现为“${yearText(cell?.year ?? null)}”，请刷新后核对。`, {}, { year: cell?.year ?? null, version: cell?.version ?? 0 });
  await tx.planCell.upsert({ where: { divisionCode }, create: { divisionCode, year: to }, update: { year: to, version: { increment: 1 } } });
  await logChange(tx, actor, { divisionCode, act: "place", fromYear: from, toYear: to });
  return {
    value: { version: version + 1 },
    message: to === null ? `${county.name}已移出规划表。` : from === null ? `${county.name}已列入 ${to} 年。` : `${county.name}已由 ${from} 年改列到 ${to} 年。`,
    audit: { act: "plan.place", entity: "plan-cell", entityId: divisionCode, divisionCode, detail: { year: { from, to } } },
    changed: planPages(divisionCode),
  };
}
