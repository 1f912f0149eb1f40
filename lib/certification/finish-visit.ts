import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { openEntry } from "@/lib/ledger/open-entry";
import { shanghaiDay } from "@/lib/time";
import { findOwnVisit } from "./find-visit";
import type { FinishInput } from "./schema";
import { getSnapshot } from "./take-snapshot";
import { caseAudit, casePages, logCase } from "./write-event";

/** Ends a visit with its findings; every problem enters the county's ledger with a date to mend it by. */
export async function finishVisit(tx: Tx, actor: Actor, input: FinishInput) {
  const { row, visit } = await findOwnVisit(tx, actor, input.visitId);
  if (visit.version !== input.version) throw new AppError("conflict", "这次实地核查刚被同事办理，请刷新后核对。");
  const today = shanghaiDay(new Date());
  if (input.doneOn > today) throw new AppError("invalid", undefined, { doneOn: "核查日期不能晚于今天。" });
  const late = input.issues.findIndex(({ dueOn }) => dueOn < today);
  if (late >= 0) throw new AppError("invalid", undefined, { [`issues.${late}.dueOn`]: "整改期限不能早于今天。" });
  const strange = input.issues.findIndex(({ schoolCode }) => schoolCode !== "" && !visit.drawn.includes(schoolCode));
  if (strange >= 0) throw new AppError("invalid", undefined, { [`issues.${strange}.schoolCode`]: "请从抽取的学校中选择，县级的问题不选学校。" });
  const { inputs } = await getSnapshot(tx, row.id, row.round);
  const entries: Awaited<ReturnType<typeof openEntry>>[] = [];
  for (const [at, { schoolCode, problem, dueOn }] of input.issues.entries()) {
    const schoolId = inputs.rows.find(({ code }) => code === schoolCode)?.school_id ?? null;
    entries.push(await openEntry(tx, actor, { divisionCode: row.divisionCode, source: "review", sourceKey: `certification/${visit.id}/${at + 1}`, schoolId, problem, owner: schoolId === null ? "bureau" : "school", dueOn }));
  }
  await tx.certificationVisit.updateMany({ where: { id: visit.id, version: visit.version }, data: { state: "done", doneOn: toDate(input.doneOn), findings: input.findings, version: { increment: 1 } } });
  await logCase(tx, actor, row, { act: "visited", toStage: row.stage, text: input.findings });
  return {
    value: { entries: entries.map((entry) => entry.value.id) },
    message: input.issues.length > 0 ? `实地核查已办结，${input.issues.length} 个问题已进入该县整改台账。` : "实地核查已办结。",
    audit: [caseAudit(row, "visited", { visitId: visit.id, findings: input.findings, issues: input.issues.length }), ...entries.map((entry) => entry.audit)],
    changed: [...casePages(row), ...entries.flatMap((entry) => entry.changed)],
  };
}
