import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { compareResults, type Difference } from "./compare-results";
import { findWritableVisit } from "./find-visit";
import type { siteValueInput } from "./schema";
import { refuseSiteValue, siteField } from "./site-fields";
import { computeSnapshot, withSiteValues, type SnapshotInputs } from "./snapshot";
import { getSnapshot } from "./take-snapshot";
import { caseAudit, casePages } from "./write-event";

/** What all figures found on a case's visits of a round change of the verdicts. */
export async function compareOnSite(tx: Tx, caseId: string, round: number, inputs: SnapshotInputs): Promise<Difference[]> {
  const visits = await tx.certificationVisit.findMany({ where: { caseId, round }, select: { id: true } });
  const values = await tx.certificationSiteValue.findMany({ where: { visitId: { in: visits.map(({ id }) => id) } }, orderBy: { updatedAt: "asc" }, select: { schoolCode: true, field: true, found: true } });
  return values.length === 0 ? [] : compareResults(computeSnapshot(inputs), computeSnapshot(withSiteValues(inputs, values)));
}

/** 核实口径: a figure found on site beside the filed one; the verdicts are computed anew with it at once. The filed figure stays. */
export async function enterSiteValue(tx: Tx, actor: Actor, input: z.infer<typeof siteValueInput>) {
  const { row, visit, issuerCode } = await findWritableVisit(tx, actor, input.visitId);
  const field = siteField(input.field);
  if (!field || !visit.drawn.includes(input.schoolCode)) throw new AppError("invalid", undefined, { schoolCode: "请从抽取的学校和核实项目中选择。" });
  const fault = refuseSiteValue(field, input.found);
  if (fault) throw new AppError("invalid", undefined, { found: fault });
  const { inputs } = await getSnapshot(tx, row.id, row.round);
  const school = inputs.rows.find(({ code }) => code === input.schoolCode);
  const filed = school ? field.read(school) : null;
  if (filed === null) throw new AppError("invalid", undefined, { schoolCode: "这所学校没有报送这一项，不能核实。" });
  const found = Number(input.found);
  if (found !== filed && input.note === "") throw new AppError("invalid", undefined, { note: "与报送数据不一致的，请写明核实依据。" });
  const where = { visitId: visit.id, schoolCode: input.schoolCode, field: field.key };
  const before = await tx.certificationSiteValue.findUnique({ where: { visitId_schoolCode_field: where }, select: { found: true, version: true } });
  if ((before?.version ?? 0) !== input.version) throw new AppError("conflict", "这个核实值刚被同事修改，请刷新后核对。", {}, { found: before?.found, version: before?.version ?? 0 });
  const data = { filed, found, note: input.note, userId: actor.userId, byName: actor.displayName, updatedAt: new Date() };
  if (before) await tx.certificationSiteValue.updateMany({ where: { ...where, version: before.version }, data: { ...data, version: { increment: 1 } } });
  else await tx.certificationSiteValue.createMany({ data: { ...where, ...data, caseId: row.id, divisionCode: row.divisionCode, issuerCode } });
  const differences = await compareOnSite(tx, row.id, row.round, inputs);
  return {
    value: { version: input.version + 1, differences },
    message: differences.length === 0 ? "核实值已保存，按核实口径各项结论不变。" : `核实值已保存，按核实口径有 ${differences.length} 项结论变化。`,
    audit: caseAudit(row, "site-value", { visitId: visit.id, school: input.schoolCode, field: field.key, filed, from: before?.found ?? null, to: found, note: input.note }), changed: [...casePages(row), `/visits/${visit.id}`],
  };
}
