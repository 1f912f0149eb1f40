import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import type { AssignInput } from "./schema";
import { officeName } from "./write-entry";

const LOG = `INSERT INTO ledger_events (id, entry_id, division_code, user_id, by_name, act, from_state, to_state, text)
  SELECT gen_random_uuid()::text, e.id, e.division_code, $2, $3, 'assign', e.state, e.state, $4 FROM ledger_entries e WHERE e.id = ANY ($1::text[])`;

/** Gives entries that are still open somebody who mends them, a due day, a planned year, or several of these. Two statements for any number. */
export async function assignEntries(tx: Tx, actor: Actor, input: AssignInput) {
  const { divisionCode, entryIds, owner, unitId, dueOn, plannedYear } = input;
  assertOwnCounty(actor, divisionCode);
  if (owner === null && dueOn === null && plannedYear === null) throw new AppError("invalid", "请选择责任单位、整改期限或计划年度。");
  if (dueOn !== null && toDate(dueOn) < startOfToday()) throw new AppError("invalid", undefined, { dueOn: "整改期限不能早于今天。" });
  const unit = owner === "unit" && unitId !== null ? await tx.unit.findUnique({ where: { id: unitId, divisionCode, retiredAt: null }, select: { name: true } }) : null;
  if (owner === "unit" && !unit) throw new AppError("invalid", undefined, { unitId: "请从本县的单位名单中选择。" });
  const entries = await tx.ledgerEntry.findMany({ where: { id: { in: entryIds }, divisionCode, retiredAt: null }, select: { id: true, schoolId: true, state: true, problem: true, owner: true, unitId: true } });
  if (entries.length !== new Set(entryIds).size) throw notFoundError();
  const closed = entries.find((entry) => entry.state === "closed");
  if (closed) throw new AppError("state", `“${closed.problem}”已销号，请先取消选择。`);
  if (owner === "school" && entries.some((entry) => entry.schoolId === null)) throw new AppError("invalid", undefined, { owner: "县级问题不能由学校整改，请先取消选择。" });
  await tx.ledgerEntry.updateMany({
    where: { id: { in: entryIds }, divisionCode },
    data: { ...(owner === null ? {} : { owner, unitId: owner === "unit" ? unitId : null }), ...(dueOn === null ? {} : { dueOn: toDate(dueOn) }), ...(plannedYear === null ? {} : { plannedYear }), updatedAt: new Date(), version: { increment: 1 } },
  });
  if (unit) await addNotice(tx, actor, { divisionCode, unitId }, { kind: "assigned", title: `分派整改问题 ${entries.length} 个${dueOn ? `，期限 ${dueOn}` : ""}`, href: `/d/${divisionCode}/ledger`, entity: "ledger", entityId: divisionCode });
  const said = [unit ? `责任单位：${unit.name}` : owner === "bureau" ? "责任单位：教育行政部门" : owner === "school" ? "责任单位：学校" : "", dueOn ? `整改期限：${dueOn}` : "", plannedYear ? `计划年度：${plannedYear}` : ""].filter(Boolean).join("；");
  await asQuery(tx).query(LOG, [entryIds, actor.userId, officeName(actor), said]);
  return {
    value: { count: entries.length }, message: `已更新 ${entries.length} 个问题。`,
    audit: { act: "ledger.assign", entity: "ledger", entityId: divisionCode, divisionCode, detail: { entries: entries.map(({ id, owner: from, unitId: fromUnit }) => ({ id, owner: from, unitId: fromUnit })), owner, unitId, dueOn, plannedYear } },
    changed: [`/d/${divisionCode}/ledger`],
  };
}
