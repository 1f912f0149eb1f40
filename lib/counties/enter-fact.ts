import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { faultsOf } from "./check";
import { changesBetween, withReason } from "./fact-data";
import { assertFresh, assertMayDo, findFact, type FactKey } from "./find-fact";
import { logged, merge, pagesOf, writeFact, type Entered, type Stored } from "./store-fact";

export type EntryInput = FactKey & Entered & { version: number };

/** Saves a draft; it may be unfinished, but nothing in it may be wrong. */
export async function saveFact(tx: Tx, actor: Actor, input: EntryInput) {
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  assertMayDo(fact, "edit");
  const data = merge(fact, input);
  const version = await writeFact(tx, actor, fact, { data: fact.returnReason === null ? data : withReason(data, fact.returnReason), statement: input.statement, state: "draft" });
  const value: Stored = { version, state: "draft" };
  const changes = changesBetween({ ...fact.values, statement: fact.statement }, { ...data, statement: input.statement });
  return { value, message: "草稿已保存。", audit: logged(actor, fact, "save", { from: fact.state, to: "draft", changes }), changed: pagesOf(fact) };
}

/** Saves what is typed and hands it to the bureau; whatever is missing or contradicts itself is named at its field. */
export async function submitFact(tx: Tx, actor: Actor, input: EntryInput) {
  const fact = await findFact(tx, actor, input);
  assertFresh(fact, input.version);
  assertMayDo(fact, "submit");
  const data = merge(fact, input);
  const faults = faultsOf(fact.form, data, input.statement);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", "还不能提交，请按提示填写。", faults);
  const version = await writeFact(tx, actor, fact, { data, statement: input.statement, state: "submitted" });
  const value: Stored = { version, state: "submitted" };
  const changes = changesBetween({ ...fact.values, statement: fact.statement }, { ...data, statement: input.statement });
  return { value, message: "已提交，等待县级教育行政部门审核。", audit: logged(actor, fact, "submit", { from: fact.state, to: "submitted", changes }), changed: pagesOf(fact) };
}
