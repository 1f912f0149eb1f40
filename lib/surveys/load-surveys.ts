import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { withScope } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { SURVEY_SELECT, findSurvey, toSurvey } from "./find-survey";
import { isGroup, type Group } from "./questionnaire";
import { distribution, tally, type Count, type SurveyResult } from "./rules";

type Sums = { counts: Count[]; drawn: Partial<Record<Group, number>> };

/** The counters of surveys, summed over their shards: as many rows as there are choices, whatever the number of answers. Two queries. */
async function readSums(tx: Tx, ids: string[]): Promise<Map<string, Sums>> {
  const counts = await tx.$queryRaw<{ id: string; respondents: string; question: number; choice: number; n: number }[]>`
    SELECT survey_id AS id, respondents, question::int, choice::int, sum(n)::int AS n FROM survey_counts WHERE survey_id = ANY (${ids}) GROUP BY 1, 2, 3, 4`;
  const drawn = await tx.$queryRaw<{ id: string; respondents: string; n: number }[]>`SELECT survey_id AS id, respondents, count(*)::int AS n FROM survey_tokens WHERE survey_id = ANY (${ids}) GROUP BY 1, 2`;
  return new Map(ids.map((id) => [id, {
    counts: counts.flatMap((row) => (row.id === id && isGroup(row.respondents) ? [{ group: row.respondents, question: row.question, choice: row.choice, n: row.n }] : [])),
    drawn: Object.fromEntries(drawn.filter((row) => row.id === id).map((row) => [row.respondents, row.n])),
  }]));
}
const resultOf = (survey: { quotas: Partial<Record<Group, number>> }, sums: Sums | undefined): SurveyResult => tally(sums?.counts ?? [], survey.quotas, sums?.drawn ?? {});

/** The surveys of a county, or of all counties below a place, the newest first. */
export async function loadSurveys(actor: Actor, code: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const [low, high] = codeRange(code);
    const rows = await tx.survey.findMany({ where: { divisionCode: { gte: low, lt: high }, retiredAt: null, ...(actor.office.divisionCode === code && place.level === "county" ? {} : { state: { not: "draft" } }) }, orderBy: [{ year: "desc" }, { divisionCode: "asc" }, { opensOn: "desc" }], take: 300, select: SURVEY_SELECT });
    const names = new Map((await tx.division.findMany({ where: { code: { in: rows.map((row) => row.divisionCode) } }, select: { code: true, name: true } })).map((row) => [row.code, row.name]));
    const sums = await readSums(tx, rows.map((row) => row.id));
    const surveys = rows.map(toSurvey).map((survey) => ({ ...survey, place: names.get(survey.divisionCode) ?? "", result: resultOf(survey, sums.get(survey.id)) }));
    return { place, surveys, manages: place.level === "county" && actor.office.divisionCode === code && can(actor, "survey.manage") };
  });
}
export type SurveysView = Awaited<ReturnType<typeof loadSurveys>>;

/** One survey with its live result. */
export async function loadSurvey(actor: Actor, code: string, id: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const survey = await findSurvey(tx, id);
    if (survey.divisionCode !== code) throw notFoundError();
    const own = actor.office.divisionCode === code;
    if (survey.state === "draft" && !own) throw notFoundError();
    const sums = (await readSums(tx, [id])).get(id);
    const result = resultOf(survey, sums);
    const fact = await tx.countyFact.findUnique({ where: { divisionCode_year_item: { divisionCode: code, year: survey.year, item: "recognition" } }, select: { version: true, state: true } });
    return {
      place, survey, result, today: shanghaiDay(new Date()), manages: own && can(actor, "survey.manage"), fact: fact ?? { version: 0, state: "empty" },
      shares: result.groups.flatMap(({ group }) => { const found = distribution(sums?.counts ?? [], group, result); return found ? [{ group, rows: found }] : []; }),
    };
  });
}
export type SurveyView = Awaited<ReturnType<typeof loadSurvey>>;

/** The form: empty for this year, or a survey that has not begun. */
export async function loadSurveyDraft(actor: Actor, code: string, id: string | null) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county" || actor.office.divisionCode !== code) throw notFoundError();
    const survey = id === null ? null : await findSurvey(tx, id);
    if (survey && (survey.divisionCode !== code || survey.state !== "draft")) throw notFoundError();
    const today = shanghaiDay(new Date());
    return { place, survey, today, year: place.years[0]?.year ?? Number(today.slice(0, 4)) };
  });
}
