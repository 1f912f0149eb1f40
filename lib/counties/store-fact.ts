import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { parseFields } from "@/lib/filings/schema";
import type { SectionData } from "@/lib/forms/field";
import { isOwn, type StandingFact } from "./find-fact";
import type { FactState } from "./states";

export type Entered = { values: Record<string, unknown>; statement: string };

/** The values as they would stand after the entry; a wrong one refuses the whole with a sentence at its field. */
export function merge(fact: StandingFact, entered: Entered): SectionData {
  const { values, errors } = parseFields(fact.form.fields, entered.values);
  if (Object.keys(errors).length > 0) throw new AppError("invalid", undefined, errors);
  return { ...fact.values, ...values };
}

export type Written = { data: SectionData; statement: string; state: Exclude<FactState, "empty"> };

/** Writes the item over the version that was locked. A unit's new row is the unit's; an old row keeps its unit. */
export async function writeFact(tx: Tx, actor: Actor, fact: StandingFact, { data, statement, state }: Written): Promise<number> {
  if (fact.version > 0 && !isOwn(actor, fact.unitId)) throw new AppError("forbidden", "这一项由本县其他科室或单位填报。");
  const now = new Date();
  const approval = state === "approved" ? { approvedBy: actor.userId, approvedAt: now } : {};
  const written = { data, statement, state, enteredBy: actor.userId, updatedAt: now, ...approval };
  const key = { divisionCode: fact.code, year: fact.year, item: fact.item };
  if (fact.version > 0) {
    const row = await tx.countyFact.update({ where: { divisionCode_year_item: key }, data: { ...written, version: { increment: 1 } }, select: { version: true } });
    return row.version;
  }
  const unitId = can(actor, "county-fact.approve") ? null : actor.office.unitId;
  const { count } = await tx.countyFact.createMany({ data: [{ ...key, ...written, unitId }], skipDuplicates: true });
  if (count === 0) throw new AppError("conflict", "这一项已由本县其他科室或单位填报，请与县级教育行政部门核对。");
  return 1;
}

/** What every act on an item comes back with. */
export type Stored = { version: number; state: FactState };

/** Who entered, what changed: the common part of the log. */
export const logged = (actor: Actor, fact: StandingFact, act: string, detail: Record<string, unknown>) => ({
  act: `county-fact.${act}`,
  entity: "county_fact",
  entityId: `${fact.code}/${fact.year}/${fact.item}`,
  divisionCode: fact.code,
  detail: { year: fact.year, item: fact.item, unitId: fact.version > 0 ? fact.unitId : actor.office.unitId, ...detail },
});

export const pagesOf = (fact: StandingFact): string[] => [`/d/${fact.code}/items`];
export const resultPagesOf = (fact: StandingFact): string[] => [`/d/${fact.code}/items`, `/d/${fact.code}/overview`, `/d/${fact.code}/indicators`];
