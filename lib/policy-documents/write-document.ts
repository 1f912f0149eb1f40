import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { POLICY_DOCUMENTS } from "@/lib/standard/tasks";
import { shanghaiDay } from "@/lib/time";
import { isDocumentState, refuseStep } from "./rules";
import type { DocumentInput } from "./schema";

const OWN_FROM = 100;

/** Enters or moves on a policy document; the template's titles stay as the list names them. */
export async function writeDocument(tx: Tx, actor: Actor, input: DocumentInput) {
  const { divisionCode } = input;
  assertOwnCounty(actor, divisionCode);
  const listed = POLICY_DOCUMENTS.find((entry) => entry.code === input.code);
  const code = input.code ?? randomUUID();
  await tx.$queryRaw`SELECT 1 FROM policy_documents WHERE division_code = ${divisionCode} AND code = ${code} FOR UPDATE`;
  const row = await tx.policyDocument.findUnique({ where: { divisionCode_code: { divisionCode, code } } });
  if (input.code !== null && !listed && !row) throw notFoundError();
  if ((row?.version ?? 0) !== input.version) throw new AppError("conflict", "这份文件刚被他人更新，请刷新后核对再保存。");
  const from = row && isDocumentState(row.state) ? row.state : "missing";
  // A document that the county had before it came here may enter at any stage.
  const refusal = row ? refuseStep(from, input.state, input, shanghaiDay(new Date())) : refuseStep("reviewing", input.state === "issued" ? "issued" : "drafting", input, shanghaiDay(new Date()));
  if (refusal) throw new AppError("invalid", undefined, { state: refusal });
  if (from === "issued" && row && (row.documentNumber !== input.documentNumber || row.issuedOn?.toISOString().slice(0, 10) !== input.issuedOn)) throw new AppError("invalid", undefined, { documentNumber: "已印发文件的文号和日期不能修改。" });
  const tasks = await tx.task.count({ where: { id: { in: input.taskIds }, divisionCode } });
  if (tasks !== new Set(input.taskIds).size) throw new AppError("invalid", undefined, { taskIds: "请选择本县的任务。" });
  const own = listed ? null : await tx.policyDocument.count({ where: { divisionCode, number: { gte: OWN_FROM } } });
  const data = {
    title: listed?.title ?? input.title, state: input.state, documentNumber: input.documentNumber, issuedOn: input.issuedOn ? toDate(input.issuedOn) : null,
    note: input.note, taskIds: input.taskIds, updatedBy: actor.userId, updatedAt: new Date(),
  };
  await tx.policyDocument.upsert({
    where: { divisionCode_code: { divisionCode, code } },
    create: { divisionCode, code, number: listed?.number ?? OWN_FROM + (own ?? 0), ...data },
    update: { ...data, version: { increment: 1 } },
  });
  return {
    value: { code, version: input.version + 1 },
    message: "已保存。",
    audit: { act: "policy-document.save", entity: "policy-document", entityId: `${divisionCode}/${code}`, divisionCode, detail: { title: data.title, from, to: input.state, documentNumber: input.documentNumber, issuedOn: input.issuedOn } },
    changed: [`/d/${divisionCode}/tasks/documents`],
  };
}
