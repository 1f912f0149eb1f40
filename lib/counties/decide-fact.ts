import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { faultsOf } from "./check";
import { changesBetween, withReason } from "./fact-data";
import { assertFresh, assertMayDo, findFact, type FactKey } from "./find-fact";
import type { EntryInput } from "./enter-fact";
import { itemTitle } from "./group-items";
import { logged, merge, pagesOf, resultPagesOf, writeFact, type Stored } from "./store-fact";
import { mayCorrect } from "./states";

const keyOf = ({ code, year, item }: FactKey) => ({ divisionCode_year_item: { divisionCode: code, year, item } });

/** Whoever calls it, a decision belongs to the bureau. */
function assertBureau(actor: Actor): void {
  if (!can(actor, "county-fact.approve")) throw new AppError("forbidden");
}

/** The bureau approves what was submitted; the county's results are computed anew in the same transaction. */
export async function approveFact(tx: Tx, actor: Actor, input: FactKey & { version: number }) {
  assertBureau(actor);
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  assertMayDo(fact, "approve");
  const row = await tx.countyFact.update({ where: keyOf(fact), data: { state: "approved", approvedBy: actor.userId, approvedAt: new Date(), version: { increment: 1 } }, select: { version: true } });
  await recomputeCounty(asQuery(tx), fact.code, fact.year);
  const value: Stored = { version: row.version, state: "approved" };
  return {
    value,
    message: "已审定，本县结果已重新计算。",
    audit: logged(actor, fact, "approve", { from: fact.state, to: "approved", enteredBy: fact.enteredBy, approvedBy: actor.userId }),
    changed: resultPagesOf(fact),
  };
}

/** The bureau returns a submission with a reason, which stays with the draft until it is submitted again. */
export async function returnFact(tx: Tx, actor: Actor, input: FactKey & { version: number; reason: string }) {
  assertBureau(actor);
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  assertMayDo(fact, "return");
  const row = await tx.countyFact.update({ where: keyOf(fact), data: { state: "draft", data: withReason(fact.values, input.reason), updatedAt: new Date(), version: { increment: 1 } }, select: { version: true } });
  if (fact.unitId !== null) await addNotice(tx, actor, { divisionCode: fact.code, unitId: fact.unitId }, { kind: "returned", title: `县级指标“${itemTitle(fact.item)}”被退回：${input.reason}`, href: `/d/${fact.code}/items?year=${fact.year}#${fact.item}`, entity: "county_fact", entityId: `${fact.code}/${fact.year}/${fact.item}` });
  const value: Stored = { version: row.version, state: "draft" };
  return { value, message: "已退回，填报人可按意见修改后再提交。", audit: logged(actor, fact, "return", { from: fact.state, to: "draft", reason: input.reason }), changed: pagesOf(fact) };
}

/** The bureau replaces an approved value in one act with a reason (decision 0002); the results follow at once. */
export async function correctFact(tx: Tx, actor: Actor, input: EntryInput & { reason: string }) {
  assertBureau(actor);
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  if (!mayCorrect(fact.state, fact.completed)) throw new AppError("state", "这一项尚未审定，请按填写、提交、审定办理，不需要更正。");
  const data = merge(fact, input);
  const faults = faultsOf(fact.form, data, input.statement);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", "还不能更正，请按提示填写。", faults);
  const version = await writeFact(tx, actor, fact, { data, statement: input.statement, state: "approved" });
  await recomputeCounty(asQuery(tx), fact.code, fact.year);
  const value: Stored = { version, state: "approved" };
  const changes = changesBetween({ ...fact.values, statement: fact.statement }, { ...data, statement: input.statement });
  return {
    value,
    message: "已更正，本县结果已重新计算。",
    audit: logged(actor, fact, "correct", { from: fact.state, to: "approved", reason: input.reason, replacesEntryOf: fact.enteredBy, yearCompleted: fact.completed, changes }),
    changed: resultPagesOf(fact),
  };
}
