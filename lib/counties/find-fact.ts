import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import type { SectionData } from "@/lib/forms/field";
import { readFact } from "./fact-data";
import { COUNTY_FORMS, type CountyItemForm } from "./form";
import { FACT_ACTS, FACT_STATE_NAME, isFactState, mayDo, type FactAct, type FactState } from "./states";

export type FactKey = { code: string; year: number; item: string };
export type StandingFact = FactKey & {
  form: CountyItemForm;
  state: FactState;
  values: SectionData;
  statement: string;
  returnReason: string | null;
  unitId: string | null;
  enteredBy: string | null;
  /** 0: nobody has entered anything that the actor may see. */
  version: number;
  completed: boolean;
};

/** Whose item it is: the bureau's own account any; a section what is its own or nobody's; a unit its own alone. */
export function isOwn(actor: Actor, unitId: string | null): boolean {
  if (can(actor, "county-fact.approve")) return true;
  return unitId === actor.office.unitId || (actor.office.office === "section" && unitId === null);
}

/** The item as it stands in the actor's reach, locked for this transaction; the actor acts only in the own county. */
export async function findFact(tx: Tx, actor: Actor, { code, year, item }: FactKey): Promise<StandingFact> {
  const form = COUNTY_FORMS.find((candidate) => candidate.item === item);
  if (!form || actor.office.level !== "county" || actor.office.divisionCode !== code) throw notFoundError();
  const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode: code, year } }, select: { completedAt: true } });
  if (!calendar) throw notFoundError();
  const common = { code, year, item, form, completed: calendar.completedAt !== null };
  await tx.$queryRaw`SELECT 1 FROM county_facts WHERE division_code = ${code} AND year = ${year} AND item = ${item} FOR UPDATE`;
  const row = await tx.countyFact.findUnique({ where: { divisionCode_year_item: { divisionCode: code, year, item } } });
  if (!row) return { ...common, state: "empty", values: {}, statement: "", returnReason: null, unitId: null, enteredBy: null, version: 0 };
  if (!isFactState(row.state)) throw new AppError("state");
  return { ...common, ...readFact(row.data), state: row.state, statement: row.statement, unitId: row.unitId, enteredBy: row.enteredBy, version: row.version };
}

/** A stale version is refused with what stands now, so that the person sees both and chooses. */
export function assertFresh(fact: StandingFact, version: number): void {
  if (fact.version !== version) throw new AppError("conflict", undefined, {}, { version: fact.version, state: fact.state, values: fact.values, statement: fact.statement });
}

/** Refuses what the state, or a completed year, does not allow, and says when it would be. */
export function assertMayDo(fact: StandingFact, act: FactAct): void {
  if (fact.completed) throw new AppError("state", `${fact.year} 年度已办结，数据已冻结；确需更正的，由县级教育行政部门写明原因后更正。`);
  if (mayDo(fact.state, act)) return;
  const allowed = FACT_ACTS[act].map((state) => FACT_STATE_NAME[state]).join("、");
  throw new AppError("state", `这一项现在是“${FACT_STATE_NAME[fact.state]}”，只有“${allowed}”时才能办理。`);
}
