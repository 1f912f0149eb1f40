import type { Actor } from "@/lib/access/actor";
import { saveFact } from "@/lib/counties/enter-fact";
import { findFact } from "@/lib/counties/find-fact";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { beginSurvey, surveyAudit, surveyPages } from "./find-survey";
import { isGroup } from "./questionnaire";
import { SMALLEST, refuseSurveyAct, tally, type Count } from "./rules";

/** Writes 表 VI of the county from a survey that has ended, as the draft of the county item 社会认可度; visits that were entered stay. @throws AppError state, conflict, notFound. */
export async function fillFact(tx: Tx, actor: Actor, input: { id: string; version: number }) {
  const survey = await beginSurvey(tx, actor, input);
  const refusal = refuseSurveyAct(survey.state, "fill");
  if (refusal) throw new AppError("state", refusal);
  const rows = await tx.$queryRaw<{ respondents: string; question: number; choice: number; n: number }[]>`
    SELECT respondents, question::int, choice::int, sum(n)::int AS n FROM survey_counts WHERE survey_id = ${survey.id} GROUP BY 1, 2, 3`;
  const counts = rows.flatMap((row): Count[] => (isGroup(row.respondents) ? [{ group: row.respondents, question: row.question, choice: row.choice, n: row.n }] : []));
  const { total } = tally(counts, {}, {});
  if (total.valid === 0) throw new AppError("state", "没有有效问卷，不能填入县级指标。");
  if (total.valid < SMALLEST) throw new AppError("state", `${total.withheld ?? "结果不能显示"}，不能填入县级指标。`);
  const fact = await findFact(tx, actor, { code: survey.divisionCode, year: survey.year, item: "recognition" });
  const saved = await saveFact(tx, actor, { code: survey.divisionCode, year: survey.year, item: "recognition", version: fact.version, values: { ...fact.values, valid: total.valid, satisfied: total.satisfied }, statement: fact.statement });
  return {
    value: saved.value, message: `已填入 ${survey.year} 年度社会认可度：有效问卷 ${total.valid} 份、满意 ${total.satisfied} 份，请到县级指标核对后提交。`,
    audit: [surveyAudit(survey, "fill", { year: survey.year, valid: total.valid, satisfied: total.satisfied }), saved.audit], changed: [...surveyPages(survey), ...saved.changed],
  };
}
