import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHOICES, GROUPS, OVERALL_INDEX, QUESTIONS, QUESTION_COUNT, UNKNOWN, type Group } from "@/lib/surveys/questionnaire";
import { SMALLEST, SURVEY_ACTS, SURVEY_STATES, distribution, refuseSurveyAct, tally, type Count } from "@/lib/surveys/rules";
import { answerInput, surveyInput } from "@/lib/surveys/schema";

const answer = fc.record({ group: fc.constantFrom(...GROUPS), choices: fc.array(fc.integer({ min: 0, max: CHOICES.length - 1 }), { minLength: QUESTION_COUNT, maxLength: QUESTION_COUNT }) });
/** The counters as the database keeps them. */
function countersOf(answers: { group: Group; choices: number[] }[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { group, choices } of answers)
    choices.forEach((choice, question) => {
      const key = `${group}/${question}/${choice}`;
      const held = counts.get(key);
      if (held) held.n += 1;
      else counts.set(key, { group, question, choice, n: 1 });
    });
  return [...counts.values()];
}

describe("a survey's result", () => {
  it("is what a count of the answers by hand gives, in all and by group", () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
      const { groups, total } = tally(countersOf(answers), {}, {});
      const last = answers.map(({ choices }) => choices[OVERALL_INDEX]);
      expect(total).toEqual({ returned: answers.length, valid: last.filter((choice) => choice !== UNKNOWN).length, satisfied: last.filter((choice) => choice === 0 || choice === 1).length });
      for (const group of groups) expect(group.returned).toBe(answers.filter((one) => one.group === group.group).length);
    }));
  });

  it("never lets a cell of fewer than five be read, not even by taking the rest from the total", () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 80 }), (answers) => {
      const { groups } = tally(countersOf(answers), {}, {});
      for (const group of groups) if (group.returned > 0 && group.returned < SMALLEST) expect(group.hidden).toBe(true);
      const hidden = groups.filter((group) => group.hidden);
      const inHidden = hidden.reduce((sum, group) => sum + group.returned, 0);
      const open = groups.filter((group) => !group.hidden && group.returned > 0);
      // Either nothing is hidden, or what is hidden is at least five together, or nothing at all is shown beside the total.
      expect(hidden.length === 0 || inHidden >= SMALLEST || open.length === 0).toBe(true);
      for (const group of hidden) expect(distribution(countersOf(answers), group.group, tally(countersOf(answers), {}, {}))).toBeNull();
    }));
  });

  it("hides no more than it must", () => {
    const many = (group: Group, n: number) => Array.from({ length: n }, () => ({ group, choices: [0, 0, 0, 0, 0, 0] }));
    const hidden = (answers: { group: Group; choices: number[] }[]) => tally(countersOf(answers), {}, {}).groups.filter((group) => group.hidden).map((group) => group.group);
    expect(hidden([...many("parent", 30), ...many("teacher", 12)])).toEqual([]);
    expect(hidden([...many("parent", 30), ...many("teacher", 12), ...many("deputy", 2)])).toEqual(["teacher", "deputy"]);
    expect(hidden([...many("parent", 30), ...many("member", 3), ...many("deputy", 2)])).toEqual(["deputy", "member"]);
  });
});

describe("the way of a survey", () => {
  it("allows in every state what is written here and nothing else", () => {
    const allowed = SURVEY_STATES.flatMap((state) => (Object.keys(SURVEY_ACTS) as (keyof typeof SURVEY_ACTS)[]).filter((act) => refuseSurveyAct(state, act) === null).map((act) => `${state} ${act}`));
    expect(allowed).toEqual(["draft open", "draft draw", "open close", "open draw", "closed fill"]);
    expect(refuseSurveyAct("closed", "open")).toBe("调查现在是“已结束”，不能开始调查。");
  });
});

describe("what is asked and answered", () => {
  it("has six questions for everybody, the last one about the whole", () => {
    for (const group of GROUPS) expect(QUESTIONS[group]).toHaveLength(QUESTION_COUNT);
    for (const group of GROUPS) expect(QUESTIONS[group][OVERALL_INDEX]).toMatch(/^总的来说/);
  });
  it("takes whole answers only", () => {
    expect(answerInput.safeParse({ group: "parent", choices: [0, 1, 2, 3, 4, 0] }).success).toBe(true);
    for (const choices of [[0, 1, 2], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, -1], [0, 1, 2, 3, 4, 0.5]]) expect(answerInput.safeParse({ group: "parent", choices }).success).toBe(false);
    expect(answerInput.safeParse({ group: "nobody", choices: [0, 0, 0, 0, 0, 0] }).success).toBe(false);
  });
  it("asks for days in order and whole quotas", () => {
    const faults = surveyInput.safeParse({ id: "", version: 0, year: 2026, title: "调查问卷", mode: "open", opensOn: "2026-05-02", closesOn: "2026-05-01", quotas: { parent: "1,200", student: "" } });
    expect(faults.error?.issues.map((issue) => issue.message)).toEqual(["结束日期不能早于开始日期。"]);
    expect(surveyInput.safeParse({ id: "", version: 0, year: 2026, title: "调查问卷", mode: "open", opensOn: "2026-05-01", closesOn: "2026-05-01", quotas: { parent: "1,200", student: "" } }).data?.quotas).toEqual({ parent: 1200 });
  });
});
