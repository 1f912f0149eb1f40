import pg from "pg";
import { sha256 } from "@/lib/surveys/hash";
import type { Line } from "./measure";

const COUNTY = "640422";
const ID = "bench-survey";
const SECONDS = 10;
const HANDS = 8;
const GOAL = 100;

/** Tokens enough for both rounds: an address is limited, a token is not. */
const TOKENS = 60_000;
const tokenOf = (round: string, hand: number, turn: number) => `${round}-${hand}-${turn}`;

/** Posts answers from several hands for some seconds; resolves to how many were taken and how long it took. */
async function post(base: string, round: string, withPage: boolean): Promise<{ taken: number; refused: number; seconds: number }> {
  let [taken, refused] = [0, 0];
  const start = performance.now();
  const until = start + SECONDS * 1000;
  await Promise.all(Array.from({ length: HANDS }, async (_, hand) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      if (withPage) await (await fetch(`${base}/survey/${ID}`)).arrayBuffer();
      const answer = await fetch(`${base}/api/survey/${ID}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ group: "parent", choices: [0, 1, 2, 3, 4, turn % 5], token: tokenOf(round, hand, turn) }) });
      await answer.arrayBuffer();
      if (answer.ok) taken += 1; else refused += 1;
    }
  }));
  return { taken, refused, seconds: (performance.now() - start) / 1000 };
}

async function clear(client: pg.Client): Promise<void> {
  for (const table of ["survey_answers", "survey_counts", "survey_tokens"]) await client.query(`DELETE FROM ${table} WHERE survey_id = $1`, [ID]);
  await client.query("DELETE FROM surveys WHERE id = $1", [ID]);
}

/** 社会认可度: answers a second through the portal and into the counters, none lost; then the same with the form loaded before each answer. */
export async function benchSurveys(base: string, databaseUrl: string): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await clear(client);
    await client.query("INSERT INTO surveys (id, division_code, year, title, mode, state, opens_on, closes_on, created_by) VALUES ($1, $2, 2026, '演示', 'sample', 'open', '2020-01-01', '2099-12-31', 'bench')", [ID, COUNTY]);
    const rounds = ["alone", "whole"];
    const hashes = rounds.flatMap((round) => Array.from({ length: TOKENS / rounds.length }, (_, at) => sha256(tokenOf(round, at % HANDS, Math.floor(at / HANDS)))));
    await client.query("INSERT INTO survey_tokens (survey_id, hash, division_code, respondents) SELECT $1, hash, $2, CASE WHEN at % 3 = 0 THEN 'student' ELSE 'parent' END FROM unnest($3::text[]) WITH ORDINALITY AS t(hash, at)", [ID, COUNTY, hashes]);
    const alone = await post(base, "alone", false);
    const whole = await post(base, "whole", true);
    const { rows } = await client.query<{ answers: number; counted: number }>("SELECT (SELECT count(*)::int FROM survey_answers WHERE survey_id = $1) AS answers, (SELECT sum(n)::int FROM survey_counts WHERE survey_id = $1 AND question = 5) AS counted", [ID]);
    const [held] = rows;
    const exact = held?.answers === alone.taken + whole.taken && held.counted === held.answers;
    const line = (what: string, { taken, refused, seconds }: typeof alone): Line => ({ what, figure: `${(taken / seconds).toFixed(0)} 份/秒，${taken} 份，拒绝 ${refused}，计数${exact ? "一致" : "不一致"}`, goal: `≥ ${GOAL} 份/秒，一份不少`, met: taken / seconds >= GOAL && exact && refused === 0 });
    return [line("问卷：提交", alone), line("问卷：打开再提交", whole)];
  } finally {
    await clear(client);
    await client.end();
  }
}
