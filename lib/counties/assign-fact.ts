import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { itemTitle } from "./group-items";
import { assertFresh, assertMayDo, findFact, type FactKey } from "./find-fact";
import { logged, pagesOf, type Stored } from "./store-fact";

export type Assignment = FactKey & { version: number; unitId: string | null };

/** The bureau says which 科室 or unit enters an item (null: itself); what was typed so far goes along. */
export async function assignFact(tx: Tx, actor: Actor, input: Assignment) {
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  assertMayDo(fact, "edit");
  const unit = input.unitId === null ? null : await tx.unit.findUnique({ where: { id: input.unitId, divisionCode: fact.code, retiredAt: null }, select: { name: true } });
  if (input.unitId !== null && !unit) throw new AppError("invalid", undefined, { unitId: "请从名单中选择填报单位。" });
  const key = { divisionCode: fact.code, year: fact.year, item: fact.item };
  if (fact.version === 0) await tx.countyFact.create({ data: { ...key, data: {}, state: "draft", unitId: input.unitId, enteredBy: actor.userId } });
  else await tx.countyFact.update({ where: { divisionCode_year_item: key }, data: { unitId: input.unitId, version: { increment: 1 } } });
  if (input.unitId !== null) await addNotice(tx, actor, { divisionCode: fact.code, unitId: input.unitId }, { kind: "assigned", title: `县级指标“${itemTitle(fact.item)}”由本单位填报`, href: `/d/${fact.code}/items?year=${fact.year}#${fact.item}`, entity: "county_fact", entityId: `${fact.code}/${fact.year}/${fact.item}` });
  const value: Stored = { version: fact.version + 1, state: "draft" };
  const message = unit ? `已交由${unit.name}填报。` : "已改由教育行政部门自己填报。";
  return { value, message, audit: logged(actor, fact, "assign", { unit: { from: fact.unitId, to: input.unitId } }), changed: pagesOf(fact) };
}
