import type { ClientBase } from "pg";
import { GROUPS, QUESTION_COUNT, type Group } from "@/lib/surveys/questionnaire";
import { insertRows, type Row } from "./insert";
import { prng } from "./prng";

const COUNTY = "640422";
const DONE = "sv-640422-2025";
const RUNNING = "sv-640422-2026";
/** Answers of each group in the survey that is over; a group of four shows what is not shown. */
const RETURNED: Record<Group, number> = { student: 412, parent: 538, teacher: 164, principal: 38, deputy: 9, member: 4, other: 57 };
const QUOTA = { student: 450, parent: 600, teacher: 180, principal: 40, deputy: 10, member: 10, other: 60 };
/** Shares of the five choices, in per cent. */
const SPREAD = [46, 42, 7, 3, 2] as const;

function countRows(survey: string): Row[] {
  const counts = new Map<string, number>();
  const random = prng(`survey:${survey}`);
  for (const group of GROUPS)
    for (let answer = 0; answer < RETURNED[group]; answer += 1)
      for (let question = 0; question < QUESTION_COUNT; question += 1) {
        let draw = random.next() * 100;
        const choice = Math.max(0, SPREAD.findIndex((share) => (draw -= share) < 0));
        const key = `${group}/${question}/${choice}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return [...counts].map(([key, n]) => { const [respondents = "", question, choice] = key.split("/"); return { survey_id: survey, respondents, question: Number(question), choice: Number(choice), shard: 0, division_code: COUNTY, n }; });
}

/** A survey that is over, as counts alone, and one that runs by an open link. The caller holds the transaction. */
export async function seedSurveys(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  const common = { division_code: COUNTY, created_by: "demo", version: 3 };
  await insertRows(client, "surveys", [
    { ...common, id: DONE, year: 2025, title: "西吉县 2025 年义务教育社会认可度调查（演示）", mode: "open", state: "closed", opens_on: "2025-11-03", closes_on: "2025-11-16", quotas: QUOTA, opened_at: "2025-11-03T01:00:00Z", closed_at: "2025-11-17T01:00:00Z" },
    { ...common, id: RUNNING, year: 2026, title: "西吉县 2026 年义务教育社会认可度调查（演示）", mode: "open", state: "open", opens_on: "2026-11-02", closes_on: "2027-12-31", quotas: QUOTA, opened_at: "2026-11-02T01:00:00Z", closed_at: null },
  ]);
  await insertRows(client, "survey_counts", countRows(DONE));
}
