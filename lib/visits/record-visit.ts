import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { openEntry } from "@/lib/ledger/open-entry";
import { addNotice } from "@/lib/notices/add-notice";
import { shanghaiDay } from "@/lib/time";
import { checkLabel } from "./check-items";
import { assertFreshVisit, findVisit, roleIn, visitAudit, visitPages } from "./find-visit";
import { refuseVisitAct, refuseVisitedDay } from "./rules";
import type { RecordInput } from "./schema";

/** Records a visit, or puts the record right while the school has not yet confirmed it. Every planned item gets a result; issues enter the ledger. seed: X11 */
export async function recordVisit(tx: Tx, actor: Actor, input: RecordInput) {
  const visit = await findVisit(tx, input.visitId, true);
  const act = visit.state === "recorded" ? "amend" : "record";
  const refusal = refuseVisitAct(visit.state, act, roleIn(actor, visit));
  if (refusal) throw new AppError("state", refusal);
  assertFreshVisit(visit, input.version);
  const today = shanghaiDay(new Date());
  const wrongDay = refuseVisitedDay(input.visitedOn, today, visit.year);
  if (wrongDay) throw new AppError("invalid", undefined, { visitedOn: wrongDay });
  const given = new Set(input.results.map(({ item }) => item));
  if (given.size !== input.results.length) throw new AppError("invalid", undefined, { results: "同一项内容只记一个结果。" });
  const open = visit.items.filter((item) => !given.has(item));
  if (open.length > 0) throw new AppError("invalid", `还有 ${open.length} 项没有结果（如“${checkLabel(open[0] ?? "self-check")}”）；没有看的请选“本次未看”。`, Object.fromEntries(open.map((item) => [`result-${item}`, "请选择结果。"])));
  const late = input.issues.findIndex((issue) => issue.dueOn < today);
  if (late >= 0) throw new AppError("invalid", undefined, { [`issues.${late}.dueOn`]: "整改期限不能早于今天。" });
  const issues = [...visit.issues];
  const entries: Awaited<ReturnType<typeof openEntry>>[] = [];
  for (const { problem, measure, dueOn } of input.issues) {
    const entry = await openEntry(tx, actor, { divisionCode: visit.divisionCode, source: "visit", sourceKey: `visit/${visit.id}/${issues.length + 1}`, schoolId: visit.schoolId, problem, measure, owner: "school", dueOn });
    entries.push(entry);
    issues.push({ problem, measure, dueOn, entryId: entry.value.id });
  }
  await tx.visit.update({
    where: { id: visit.id },
    data: { state: "recorded", visitedOn: toDate(input.visitedOn), results: input.results, findings: input.findings, issues, recordedAt: new Date(), updatedAt: new Date(), version: { increment: 1 } },
  });
  if (act === "record") await addNotice(tx, actor, visit, { kind: "reminded", title: `${input.visitedOn} 访校记录请校长确认`, href: `/s/${visit.schoolId}/visits/${visit.id}`, entity: "visit", entityId: visit.id });
  return {
    value: { version: visit.version + 1 },
    message: input.issues.length > 0 ? `访校记录已保存，${input.issues.length} 个问题已进入整改台账，等待学校确认。` : "访校记录已保存，等待学校确认。",
    audit: [visitAudit(visit, act, { visitedOn: input.visitedOn, results: input.results.map(({ item, result }) => ({ item, result })), issues: input.issues.length }), ...entries.map((entry) => entry.audit)],
    changed: [...visitPages(visit), ...entries.flatMap((entry) => entry.changed)],
  };
}
