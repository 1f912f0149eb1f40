import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isMode, isSurveyState, type Mode, type SurveyState } from "./rules";
import { storedQuotas } from "./schema";

export const SURVEY_SELECT = { id: true, divisionCode: true, year: true, title: true, mode: true, state: true, opensOn: true, closesOn: true, quotas: true, openedAt: true, closedAt: true, version: true } as const;
type Raw = { mode: string; state: string; opensOn: Date; closesOn: Date; quotas: unknown };

export function toSurvey<R extends Raw>(row: R): Omit<R, keyof Raw> & { mode: Mode; state: SurveyState; opensOn: string; closesOn: string; quotas: ReturnType<typeof storedQuotas.parse> } {
  if (!isMode(row.mode) || !isSurveyState(row.state)) throw new AppError("state");
  return { ...row, mode: row.mode, state: row.state, opensOn: dayOf(row.opensOn), closesOn: dayOf(row.closesOn), quotas: storedQuotas.parse(row.quotas) };
}

/** A survey in reach. */
export async function findSurvey(tx: Tx, id: string) {
  const row = await tx.survey.findUnique({ where: { id, retiredAt: null }, select: SURVEY_SELECT });
  if (!row) throw notFoundError();
  return toSurvey(row);
}

/** One writer of a survey at a time, and no answer under way when it is closed: answers hold the same lock shared. */
export const holdSurvey = (tx: Tx, id: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`survey:${id}`}, 0))`;

/** The survey, locked, in its own county's hands and at the version that the person saw. @throws AppError notFound, conflict. */
export async function beginSurvey(tx: Tx, actor: Actor, { id, version }: { id: string; version: number }) {
  await holdSurvey(tx, id);
  const survey = await findSurvey(tx, id);
  if (!can(actor, "survey.manage") || survey.divisionCode !== actor.office.divisionCode) throw notFoundError();
  if (survey.version !== version) throw new AppError("conflict", "这项调查刚被他人修改，请刷新后核对。", {}, { version: survey.version });
  return survey;
}

export const surveyPages = (survey: { id: string; divisionCode: string }): string[] => [`/d/${survey.divisionCode}/surveys`, `/d/${survey.divisionCode}/surveys/${survey.id}`, `/survey/${survey.id}`];
export const surveyAudit = (survey: { id: string; divisionCode: string }, act: string, detail: Record<string, unknown>) => ({ act: `survey.${act}`, entity: "survey", entityId: survey.id, divisionCode: survey.divisionCode, detail });
