import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { REPORT_ACTS, isReportState, refuseReportAct, type ReportRole } from "./rules";
import { EMPTY_SECTIONS, storedSections, type ReportInput } from "./schema";

function roleOf(actor: Actor, input: { divisionCode: string; unitId: string }): ReportRole | null {
  if (actor.office.divisionCode !== input.divisionCode) return null;
  if (actor.office.unitId === input.unitId) return "unit";
  return can(actor, "task.manage") ? "bureau" : null;
}

/** 保存, 提交 by the unit; 退回, 采纳 by the bureau. @throws AppError state, conflict, notFound. */
export async function actOnReport(tx: Tx, actor: Actor, input: ReportInput) {
  const { divisionCode, year, unitId, act } = input;
  const role = roleOf(actor, input);
  if (!role) throw notFoundError();
  if (!(await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { year: true } }))) throw notFoundError();
  const unit = await tx.unit.findUnique({ where: { id: unitId, divisionCode }, select: { name: true } });
  if (!unit) throw notFoundError();
  const key = { divisionCode_year_unitId: { divisionCode, year, unitId } };
  await tx.$queryRaw`SELECT 1 FROM self_reports WHERE division_code = ${divisionCode} AND year = ${year} AND unit_id = ${unitId} FOR UPDATE`;
  const row = await tx.selfReport.findUnique({ where: key, select: { state: true, sections: true, version: true } });
  if ((row?.version ?? 0) !== input.version) throw new AppError("conflict", "这份自评刚被他人更新，请刷新后核对再办理。", {}, { version: row?.version ?? 0 });
  const state = row && isReportState(row.state) ? row.state : "missing";
  const standing = row ? storedSections.parse(row.sections) : EMPTY_SECTIONS;
  const sections = role === "unit" && input.sections ? input.sections : standing;
  const county = await tx.countyReport.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { filedAt: true } });
  const refusal = refuseReportAct(state, act, { role, filed: county?.filedAt != null, sections, reason: input.reason });
  if (refusal) throw new AppError("state", refusal);
  const { to, label } = REPORT_ACTS[act];
  const data = { state: to, sections, reason: input.reason || null, updatedAt: new Date(), ...(role === "unit" ? { writtenBy: actor.userId } : { decidedBy: actor.userId }) };
  if (row) await tx.selfReport.update({ where: key, data: { ...data, version: { increment: 1 } } });
  else await tx.selfReport.createMany({ data: [{ divisionCode, year, unitId, ...data, writtenBy: actor.userId }] });
  if (to === "returned") await addNotice(tx, actor, { divisionCode, unitId }, { kind: "returned", title: `${year} 年度自评被退回：${input.reason}`, href: `/d/${divisionCode}/reports?year=${year}`, entity: "self-report", entityId: `${divisionCode}/${year}/${unitId}` });
  return {
    value: { version: input.version + 1, state: to },
    message: `已${label}。`,
    audit: { act: `self-report.${act}`, entity: "self-report", entityId: `${divisionCode}/${year}/${unitId}`, divisionCode, detail: { year, unit: unit.name, from: state, to, reason: input.reason } },
    changed: [`/d/${divisionCode}/reports`],
  };
}
