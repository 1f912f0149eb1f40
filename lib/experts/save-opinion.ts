import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { findExpertVisit } from "./find-expert-visit";
import type { OpinionInput } from "./schema";
import { expertAudit, expertPages } from "./write-appointment";

/** 专家意见: kept as a draft of the expert's own, or submitted to the body that appointed; what was submitted can be taken back to be changed while the visit is open. */
export async function saveOpinion(tx: Tx, actor: Actor, { visitId, version, text, schools, submit }: OpinionInput) {
  const { row, visit } = await findExpertVisit(tx, visitId);
  if (submit && text.length < 2) throw new AppError("invalid", undefined, { text: "请填写专家意见。" });
  const strange = Object.keys(schools).find((code) => !visit.drawn.includes(code));
  if (strange !== undefined) throw new AppError("invalid", undefined, { [`schools.${strange}`]: "只对抽取的学校提出意见。" });
  const words = Object.fromEntries(Object.entries(schools).filter(([, one]) => one !== ""));
  const key = { visitId, userId: actor.userId };
  const before = await tx.certificationExpertOpinion.findUnique({ where: { visitId_userId: key }, select: { version: true, text: true, state: true } });
  if ((before?.version ?? 0) !== version) throw new AppError("conflict", "您在另一处改过这份意见，请刷新后核对。", {}, { version: before?.version ?? 0, text: before?.text ?? "" });
  const state = submit ? "submitted" : "draft";
  const data = { text, schools: words, state, updatedAt: new Date() };
  if (before) await tx.certificationExpertOpinion.updateMany({ where: { ...key, version: before.version }, data: { ...data, version: { increment: 1 } } });
  else await tx.certificationExpertOpinion.createMany({ data: { ...key, ...data, caseId: row.id, divisionCode: row.divisionCode, issuerCode: visit.issuerCode, name: actor.displayName } });
  const message = submit ? "专家意见已提交。" : before?.state === "submitted" ? "专家意见已收回修改，改好后请重新提交。" : "草稿已保存，还没有提交。";
  return {
    value: { version: version + 1 }, message,
    // In the chain of the body that appointed: the county does not read its experts' words there.
    audit: { ...expertAudit(row, "opinion", { id: visitId, ...key }, { state, text, schools: words }), divisionCode: visit.issuerCode }, changed: expertPages(row, visitId),
  };
}
