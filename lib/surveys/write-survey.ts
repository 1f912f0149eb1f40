import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { sha256 } from "./hash";
import { beginSurvey, surveyAudit, surveyPages } from "./find-survey";
import type { Group } from "./questionnaire";
import { refuseSurveyAct } from "./rules";
import type { SurveyInput } from "./schema";

/** Prepares a survey, or changes one that has not begun; of one that runs the last day may be moved. @throws AppError state, conflict, notFound. */
export async function writeSurvey(tx: Tx, actor: Actor, { id, version, ...input }: SurveyInput) {
  const { divisionCode } = actor.office;
  if (!can(actor, "survey.manage")) throw notFoundError();
  const before = id === null ? null : await beginSurvey(tx, actor, { id, version });
  if (before && before.state !== "draft") throw new AppError("state", "调查开始后不能修改。");
  const key = id ?? randomUUID();
  const data = { year: input.year, title: input.title, mode: input.mode, opensOn: toDate(input.opensOn), closesOn: toDate(input.closesOn), quotas: input.quotas };
  if (before) await tx.survey.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.survey.createMany({ data: { id: key, divisionCode, createdBy: actor.userId, ...data } });
  const survey = { id: key, divisionCode };
  return { value: { id: key, version: (before?.version ?? 0) + 1 }, message: "调查已保存。", audit: surveyAudit(survey, before ? "change" : "create", input), changed: surveyPages(survey) };
}

/** 开始调查 or 结束调查. Closing waits for the answers under way. @throws AppError state, conflict, notFound. */
export async function moveSurvey(tx: Tx, actor: Actor, act: "open" | "close", input: { id: string; version: number }) {
  const survey = await beginSurvey(tx, actor, input);
  const refusal = refuseSurveyAct(survey.state, act);
  if (refusal) throw new AppError("state", refusal);
  await tx.survey.update({ where: { id: survey.id }, data: { state: act === "open" ? "open" : "closed", version: { increment: 1 }, ...(act === "open" ? { openedAt: new Date() } : { closedAt: new Date() }) } });
  return { value: { version: survey.version + 1 }, message: act === "open" ? "调查已开始，可以发放链接或二维码。" : "调查已结束，不再接收答卷。", audit: surveyAudit(survey, act, { from: survey.state }), changed: surveyPages(survey) };
}

/** Draws tokens for a group and returns them once: only their hashes are kept. @throws AppError state, conflict, notFound. */
export async function drawTokens(tx: Tx, actor: Actor, input: { id: string; version: number; group: Group; count: number }) {
  const survey = await beginSurvey(tx, actor, input);
  const refusal = refuseSurveyAct(survey.state, "draw");
  if (refusal) throw new AppError("state", refusal);
  if (survey.mode !== "sample") throw new AppError("state", "公开链接的调查不需要抽样码。");
  const tokens = Array.from({ length: input.count }, () => randomBytes(12).toString("base64url"));
  await tx.surveyToken.createMany({ data: tokens.map((token) => ({ surveyId: survey.id, hash: sha256(token), divisionCode: survey.divisionCode, group: input.group })) });
  await tx.survey.update({ where: { id: survey.id }, data: { version: { increment: 1 } } });
  return { value: { tokens, group: input.group, version: survey.version + 1 }, message: `已生成 ${input.count} 份，离开本页后不再显示。`, audit: surveyAudit(survey, "draw", { group: input.group, count: input.count }), changed: surveyPages(survey) };
}
