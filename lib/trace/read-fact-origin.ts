import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { COUNTY_FORMS } from "@/lib/counties/form";
import { itemTitle } from "@/lib/counties/group-items";
import { readFact } from "@/lib/counties/fact-data";
import type { FieldSpec, FieldValue } from "@/lib/forms/field";
import { exactText } from "./exact-text";
import { UNFILLED, type Input } from "./form-input";

/** One thing that was done with an item: when, what, by whom, why, and what it changed. */
export type FactEvent = { at: Date; name: string; by: string; reason: string | null; changes: { label: string; from: string; to: string }[] };
export type FactOrigin = { inputs: Input[]; statement: string; enteredBy: string; approvedBy: string; approvedAt: Date | null; version: number; corrections: number; events: FactEvent[] };

const BUREAU = "县级教育行政部门";
/** Above the county only what concerns approved figures is shown; how a draft came about is the county's own. */
const SHOWN = { "county-fact.submit": "提交审核", "county-fact.return": "退回", "county-fact.approve": "审定", "county-fact.correct": "更正" } as const;
const PUBLISHED = ["county-fact.approve", "county-fact.correct"] as const;
const shownAct = z.enum(["county-fact.submit", "county-fact.return", "county-fact.approve", "county-fact.correct"]);

const scalar = z.union([z.number(), z.boolean(), z.string(), z.null()]);
const detail = z.looseObject({ reason: z.string().optional(), changes: z.record(z.string(), z.object({ from: scalar, to: scalar })).default({}) });

/** A value of a county's form in words. */
export function fieldText(field: FieldSpec | undefined, value: FieldValue | undefined): string {
  if (value === undefined || value === null || value === "") return UNFILLED;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return `${exactText(value)} ${field?.unit ?? ""}`.trim();
  return typeof value === "string" ? (field?.options?.find((option) => option.value === value)?.label ?? value) : "";
}

async function readEvents(tx: Tx, entityId: string, acts: readonly string[], nameOf: (userId: string | null, unit: string) => string, fields: FieldSpec[], unit: string): Promise<FactEvent[]> {
  const rows = await tx.auditEvent.findMany({ where: { entity: "county_fact", entityId, act: { in: [...acts] } }, orderBy: { id: "asc" }, select: { at: true, act: true, userId: true, detail: true } });
  return rows.map((row) => {
    const { reason, changes } = detail.parse(row.detail);
    const act = shownAct.parse(row.act);
    const labelled = Object.entries(changes).map(([key, change]) => {
      const field = fields.find((one) => one.key === key);
      return { label: key === "statement" ? "说明" : (field?.label ?? key), from: fieldText(field, change.from), to: fieldText(field, change.to) };
    });
    return { at: row.at, name: SHOWN[act], by: nameOf(row.userId, act === "county-fact.submit" ? unit : BUREAU), reason: reason ?? null, changes: labelled };
  });
}

/**
 * The approved fact of a county on an item: its values with form and field, who entered it, who approved it and when, and what was
 * corrected since (decision 0002). Persons are named to those who manage the county's accounts alone.
 */
export async function readFactOrigin(tx: Tx, actor: Actor, divisionCode: string, year: number, item: string): Promise<FactOrigin | null> {
  const form = COUNTY_FORMS.find((one) => one.item === item);
  const row = form ? await tx.countyFact.findUnique({ where: { divisionCode_year_item: { divisionCode, year, item }, state: "approved" } }) : null;
  if (!form || !row) return null;
  const unit = row.unitId === null ? BUREAU : ((await tx.unit.findUnique({ where: { id: row.unitId }, select: { name: true } }))?.name ?? "县级部门");
  const own = actor.office.level === "county" && actor.office.divisionCode === divisionCode;
  const people = own && can(actor, "account.manage") ? await tx.user.findMany({ where: { divisionCode }, select: { id: true, displayName: true } }) : [];
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const nameOf = (userId: string | null, body: string) => { const name = userId === null ? undefined : names.get(userId); return name ? `${body}（${name}）` : body; };
  const { values } = readFact(row.data);
  const events = await readEvents(tx, `${divisionCode}/${year}/${item}`, own ? Object.keys(SHOWN) : PUBLISHED, nameOf, form.fields, unit);
  return {
    inputs: form.fields.map((field) => ({ label: field.label, value: fieldText(field, values[field.key]), form: `县级指标填报“${itemTitle(item)}”：${field.label}`, source: "县级填报" })),
    statement: row.statement, enteredBy: nameOf(row.enteredBy, unit), approvedBy: nameOf(row.approvedBy, BUREAU), approvedAt: row.approvedAt, version: row.version,
    corrections: events.filter(({ name }) => name === SHOWN["county-fact.correct"]).length, events,
  };
}
