import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { answerSurvey, getPublicSurvey } from "@/lib/surveys/answer-survey";
import { fillFact } from "@/lib/surveys/fill-fact";
import { loadSurvey, loadSurveys } from "@/lib/surveys/load-surveys";
import type { Group } from "@/lib/surveys/questionnaire";
import { surveyInput } from "@/lib/surveys/schema";
import { drawTokens, moveSurvey, writeSurvey } from "@/lib/surveys/write-survey";
import { shanghaiDay } from "@/lib/time";
import { as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, NEIGHBOUR] = ["420102", "420103"];
const YEAR = 2026;
const person = castOf(COUNTY);
const bureau = person("t-sv-bureau");
const supervision = person("t-sv-supervision", { office: "supervision" });
const neighbour = person("t-sv-neighbour", { divisionCode: NEIGHBOUR });
const city = person("t-sv-city", { level: "city", divisionCode: "4201" });
const today = shanghaiDay(new Date());
const ALL_WELL = [0, 0, 1, 1, 2, 0];
let owner: pg.Client;

const make = async (mode: "open" | "sample", more: Record<string, unknown> = {}) => {
  const input = surveyInput.parse({ id: "", version: 0, year: YEAR, title: `测试调查 ${mode}`, mode, opensOn: today, closesOn: today, quotas: { parent: 40 }, ...more });
  return (await as(bureau, (tx) => writeSurvey(tx, bureau, input))).value.id;
};
const move = (id: string, act: "open" | "close", version: number) => as(bureau, (tx) => moveSurvey(tx, bureau, act, { id, version }));
const send = (id: string, group: Group, choices = ALL_WELL, more: { token?: string; address?: string } = {}) => answerSurvey(id, { group, choices, token: more.token }, more.address ?? "10.0.0.1");
const said = (promise: Promise<unknown>) => promise.then(() => "ok", (error: unknown) => (error instanceof AppError ? error.message : String(error)));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, NEIGHBOUR].map((code) => ({ code, years: [YEAR], schools: 2, open: { year: YEAR, play: "roster" } })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["survey_answers", "survey_counts", "survey_tokens", "surveys"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  await owner.query("DELETE FROM county_facts WHERE division_code = $1 AND item = 'recognition'", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("an open survey", () => {
  it("takes answers between its days and states only, counts each exactly, and lets nobody read one", async () => {
    const id = await make("open");
    expect(await getPublicSurvey(id)).toBeNull();
    expect(await said(send(id, "parent"))).toBe("调查没有开放或已经结束。");
    expect(await said(send("no-such-survey", "parent"))).toBe("调查没有开放或已经结束。");
    await move(id, "open", 1);
    await Promise.all(Array.from({ length: 60 }, (_, at) => send(id, at % 3 === 0 ? "teacher" : "parent", at % 4 === 0 ? [4, 4, 4, 4, 4, 4] : at % 5 === 0 ? [3, 3, 3, 3, 3, 3] : ALL_WELL, { address: `10.0.1.${at % 7}` })));
    const { rows: [held] } = await owner.query("SELECT count(*)::int AS n FROM survey_answers WHERE survey_id = $1", [id]);
    expect(held.n).toBe(60);
    const { result } = await loadSurvey(city, COUNTY, id);
    expect(result.total).toEqual({ returned: 60, valid: 45, satisfied: 36, withheld: null });
    expect(result.groups.find((group) => group.group === "teacher")).toMatchObject({ returned: 20, wanted: null, hidden: false });
    expect(await said(as(bureau, (tx) => tx.$queryRaw`SELECT * FROM survey_answers`))).toMatch(/permission denied/);
    expect(await said(as(bureau, (tx) => tx.$queryRaw`SELECT hash FROM survey_tokens`))).toMatch(/permission denied/);
    expect(await said(as(bureau, (tx) => tx.$executeRaw`UPDATE survey_counts SET n = 0`))).toMatch(/permission denied/);
    await move(id, "close", 2);
    expect(await said(send(id, "parent"))).toBe("调查没有开放或已经结束。");
  });

  it("is limited per address and hour, and by its days", async () => {
    const id = await make("open");
    await move(id, "open", 1);
    await owner.query("INSERT INTO survey_addresses SELECT $1, hash, date_trunc('hour', now()), 299 FROM (SELECT translate(encode(sha256(convert_to($1 || '/10.9.9.9', 'UTF8')), 'base64'), '+/=', '-_') AS hash) AS one", [id]);
    expect(await said(send(id, "other", ALL_WELL, { address: "10.9.9.9" }))).toBe("ok");
    expect(await said(send(id, "other", ALL_WELL, { address: "10.9.9.9" }))).toBe("这个网络提交的答卷太多，请过一小时再试。");
    expect(await said(send(id, "other", ALL_WELL, { address: "10.9.9.8" }))).toBe("ok");
    await owner.query("UPDATE surveys SET closes_on = opens_on - 1, opens_on = opens_on - 2 WHERE id = $1", [id]);
    expect(await said(send(id, "other"))).toBe("调查没有开放或已经结束。");
  });

  it("ends exactly: what comes while it closes is either counted or refused", async () => {
    const id = await make("open");
    await move(id, "open", 1);
    const coming = Array.from({ length: 40 }, (_, at) => said(send(id, "parent", ALL_WELL, { address: `10.2.0.${at}` })));
    const closing = move(id, "close", 2);
    const outcomes = await Promise.all(coming);
    await closing;
    const accepted = outcomes.filter((outcome) => outcome === "ok").length;
    expect(outcomes.filter((outcome) => outcome !== "ok").every((outcome) => outcome === "调查没有开放或已经结束。")).toBe(true);
    expect((await loadSurvey(bureau, COUNTY, id)).result.total.returned).toBe(accepted);
  });
});

describe("a sample", () => {
  it("takes one answer a drawn token, whoever is first, in the group that it was drawn for", async () => {
    const id = await make("sample");
    const { value } = await as(bureau, (tx) => drawTokens(tx, bureau, { id, version: 1, group: "student", count: 6 }));
    await move(id, "open", 2);
    const [first = "", second = ""] = value.tokens;
    expect(await said(send(id, "parent"))).toBe("这个答题码无效，请检查链接或二维码。");
    expect(await said(send(id, "parent", ALL_WELL, { token: "made-up" }))).toBe("这个答题码无效，请检查链接或二维码。");
    const race = await Promise.all(Array.from({ length: 8 }, () => said(send(id, "parent", ALL_WELL, { token: first }))));
    expect(race.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(race.filter((outcome) => outcome === "这个答题码已经用过，每个码只能答一次。")).toHaveLength(7);
    await send(id, "parent", ALL_WELL, { token: second });
    const { result, shares } = await loadSurvey(bureau, COUNTY, id);
    expect(result.groups.find((group) => group.group === "student")).toMatchObject({ drawn: 6, returned: 2, hidden: true });
    expect(result.groups.find((group) => group.group === "parent")?.returned).toBe(0);
    expect(shares).toEqual([]);
  });
});

describe("who plays", () => {
  it("is the county's bureau; others read what has begun; nothing is opened twice or changed while it runs", async () => {
    const id = await make("open");
    expect(await refusal(as(supervision, (tx) => moveSurvey(tx, supervision, "open", { id, version: 1 })))).toMatch(/^notFound/);
    expect(await refusal(as(neighbour, (tx) => moveSurvey(tx, neighbour, "open", { id, version: 1 })))).toMatch(/^notFound/);
    expect(await refusal(loadSurvey(city, COUNTY, id))).toMatch(/^notFound/);
    expect((await loadSurveys(city, "4201")).surveys.map((survey) => survey.id)).not.toContain(id);
    const both = await Promise.all([said(move(id, "open", 1)), said(move(id, "open", 1))]);
    expect(both.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(await refusal(as(bureau, (tx) => writeSurvey(tx, bureau, surveyInput.parse({ id, version: 2, year: YEAR, title: "改名不行", mode: "open", opensOn: today, closesOn: today }))))).toBe("state: 调查开始后不能修改。");
    expect(await refusal(as(bureau, (tx) => fillFact(tx, bureau, { id, version: 2 })))).toBe("state: 调查现在是“调查中”，不能填入县级指标。");
    for (let at = 0; at < 4; at += 1) await send(id, "parent");
    const tooFew = await make("open");
    await move(tooFew, "open", 1);
    for (let at = 0; at < 4; at += 1) await send(tooFew, "parent");
    expect((await loadSurvey(bureau, COUNTY, tooFew)).result.total.withheld).toBe("收回不足 5 份，暂不显示结果");
    await move(tooFew, "close", 2);
    expect(await refusal(as(bureau, (tx) => fillFact(tx, bureau, { id: tooFew, version: 3 })))).toBe("state: 收回不足 5 份，暂不显示结果，不能填入县级指标。");
    await send(id, "parent", [3, 3, 3, 3, 3, 3]);
    await move(id, "close", 2);
    const { message } = await as(bureau, (tx) => fillFact(tx, bureau, { id, version: 3 }));
    expect(message).toContain("有效问卷 5 份、满意 4 份");
    const { rows: [fact] } = await owner.query("SELECT data, state FROM county_facts WHERE division_code = $1 AND year = $2 AND item = 'recognition'", [COUNTY, YEAR]);
    expect(fact).toEqual({ data: { valid: 5, satisfied: 4 }, state: "draft" });
  });
});
