import { randomInt } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { sha256 } from "./hash";
import { isMode, isSurveyState, type Mode, type SurveyState } from "./rules";
import type { AnswerInput } from "./schema";

/** A school's phones share one address: so many answers of one address an hour in the open mode. */
export const ADDRESS_MOST = 300;
/** Counters stand in so many shards. */
const SHARDS = 16;

export type PublicSurvey = { title: string; place: string; mode: Mode; state: SurveyState; opensOn: string; closesOn: string };

/** What a visitor without an account may know of a survey; null: there is none to answer. */
export async function getPublicSurvey(id: string): Promise<PublicSurvey | null> {
  const rows = await prisma().$queryRaw<{ title: string; place: string; mode: string; state: string; opens_on: string; closes_on: string }[]>`SELECT title, place, mode, state, opens_on::text, closes_on::text FROM survey_public(${id})`;
  const row = rows[0];
  return row && isMode(row.mode) && isSurveyState(row.state) ? { title: row.title, place: row.place, mode: row.mode, state: row.state, opensOn: row.opens_on, closesOn: row.closes_on } : null;
}

const REFUSAL: Record<string, string> = {
  closed: "调查没有开放或已经结束。", token: "这个答题码无效，请检查链接或二维码。", used: "这个答题码已经用过，每个码只能答一次。", busy: "这个网络提交的答卷太多，请过一小时再试。",
};

/** Takes one anonymous answer in one statement and one transaction. @throws AppError state. */
export async function answerSurvey(id: string, { group, choices, token }: AnswerInput, address: string): Promise<void> {
  const [row] = await prisma().$queryRaw<{ outcome: string }[]>`
    SELECT answer_survey(${id}, ${group}, ${choices}::smallint[], ${token === undefined ? "" : sha256(token)}, ${sha256(`${id}/${address}`)}, ${ADDRESS_MOST}::int, ${randomInt(SHARDS)}::int, ${shanghaiDay(new Date())}::date) AS outcome`;
  const refusal = REFUSAL[row?.outcome ?? "closed"];
  if (row?.outcome !== "ok") throw new AppError("state", refusal ?? REFUSAL.closed);
}
