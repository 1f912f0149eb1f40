import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { readUpload } from "@/lib/exchange/read-upload";
import { shanghaiDay } from "@/lib/time";
import { holdSchools, listTaken } from "./find-schools";
import { listListed } from "./list-listed";
import { planRosterTable, type RosterPlan } from "./plan-roster";
import type { confirmRosterInput, rosterImportInput } from "./schema";
import { readRosterTable } from "./table";
import { columnsOf, rosterAudit, rosterPages } from "./write-school";

/** At most so many schools in one table. */
const MOST = 3000;

/** Reads the table and says what it would do. The token names exactly what is shown. */
export async function planRoster(tx: Tx, actor: Actor, { divisionCode, file }: z.infer<typeof rosterImportInput>): Promise<{ plan: RosterPlan; token: string }> {
  assertOwnCounty(actor, divisionCode);
  const { rows, problems } = readRosterTable(await readUpload(file));
  if (rows.length > MOST) throw new AppError("invalid", undefined, { file: `一次最多 ${MOST} 所学校。` });
  const taken = await listTaken(tx, rows.map(({ fields }) => fields.code));
  const plan = planRosterTable(rows, await listListed(tx, divisionCode), new Set([...taken].flatMap(([code, own]) => (own ? [] : [code]))), shanghaiDay(new Date()));
  const whole = { ...plan, problems: [...problems, ...plan.problems].sort((a, b) => a.row - b.row) };
  return { plan: whole, token: createHash("sha256").update(JSON.stringify(whole.entries)).digest("hex") };
}

/** Writes what the person has just seen; when the roster changed meanwhile, nothing is written. @throws AppError invalid, conflict. */
export async function importRoster(tx: Tx, actor: Actor, input: z.infer<typeof confirmRosterInput>) {
  const { divisionCode } = input;
  assertOwnCounty(actor, divisionCode);
  const known = await holdSchools(tx, divisionCode);
  const { plan, token } = await planRoster(tx, actor, input);
  if (plan.problems.some(({ severity }) => severity === "error")) throw new AppError("invalid", "表中有错误，没有导入；请改正后重新预览。");
  const entries = plan.entries.filter(({ act }) => act !== "same");
  if (entries.length > 0 && token !== input.token) throw new AppError("conflict", "预览之后学校名录发生了变化；没有导入，请重新预览后再确认。");
  const ids = new Map([...known.map(({ code, id }) => [code, id] as const), ...entries.flatMap(({ before, fields }) => (before ? [] : [[fields.code, randomUUID()] as const]))]);
  const row = (fields: (typeof entries)[number]["fields"]) => ({ ...columnsOf(fields, known), parentSchoolId: fields.parentCode === null ? null : (ids.get(fields.parentCode) ?? null) });
  // A school that another files for follows it.
  const added = entries.filter(({ act }) => act === "add").sort((a, b) => Number(a.fields.parentCode !== null) - Number(b.fields.parentCode !== null));
  const { count } = await tx.school.createMany({ data: added.map(({ fields }) => ({ id: ids.get(fields.code) ?? randomUUID(), divisionCode, ...row(fields) })), skipDuplicates: true });
  if (count < added.length) throw new AppError("conflict", "表中有标识码刚由别的县列入；没有导入，请重新预览后核对。");
  for (const { before, fields } of entries) if (before) await tx.school.updateMany({ where: { id: before.id, version: before.version }, data: { ...row(fields), version: { increment: 1 } } });
  const changed = entries.length - added.length;
  return {
    value: { added: added.length, changed }, message: entries.length === 0 ? "名录与表一致，没有需要写入的内容。" : `已列入 ${added.length} 所学校，修改 ${changed} 所。`,
    audit: entries.map(({ act, fields, before, changes }) => rosterAudit(divisionCode, before?.id ?? ids.get(fields.code) ?? "", act === "add" ? "add" : "change", act === "add" ? fields : { changes })),
    changed: rosterPages(divisionCode),
  };
}
