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
      expect(total).toMatchObject({ returned: answers.length, valid: last.filter((choice) => choice !== UNKNOWN).length, satisfied: last.filter((choice) => choice === 0 || choice === 1).length });
      for (const group of groups) expect(group.returned).toBe(answers.filter((one) => one.group === group.group).length);
    }));
  });

  it("is not shown while fewer than five have answered, or have a valid answer", () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
      const { groups, total } = tally(countersOf(answers), {}, {});
      if (total.returned > 0 && total.returned < SMALLEST) expect(total.withheld).toBe("收回不足 5 份，暂不显示结果");
      else if (total.returned > 0 && total.valid < SMALLEST) expect(total.withheld).toBe("有效问卷不足 5 份，暂不显示结果");
      if (total.withheld !== null) expect(groups.every((group) => group.hidden)).toBe(true);
      if (total.returned === 0) expect(total.withheld).toBeNull();
    }));
  });

  it("never shows a group of fewer than five valid answers", () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 80 }), (answers) => {
      const counts = countersOf(answers);
      const result = tally(counts, {}, {});
      for (const group of result.groups) if (group.returned > 0 && group.valid < SMALLEST) expect(group.hidden).toBe(true);
      for (const group of result.groups) if (group.hidden) expect(distribution(counts, group.group, result)).toBeNull();
    }));
  });

  it("lets nobody compute a group of one to four answers, not even whoever knows the rule: every display has worlds in which it has another count", () => {
    const seen = new Map<string, { small: Set<string>; counts: Map<string, Set<number>> }>();
    const WORLD: Group[] = ["student", "parent", "teacher", "principal", "deputy"];
    const visit = (sizes: number[], left: number): void => {
      if (sizes.length < WORLD.length) {
        for (let n = 0; n <= left; n += 1) visit([...sizes, n], left - n);
        return;
      }
      const counts = WORLD.flatMap((group, at): Count[] => (sizes[at] ? [{ group, question: OVERALL_INDEX, choice: 0, n: sizes[at] }] : []));
      const { groups, total } = tally(counts, {}, {});
      const key = JSON.stringify([total.withheld ?? total.returned, groups.map((group) => (group.hidden ? "hidden" : group.returned))]);
      const display = seen.get(key) ?? { small: new Set(), counts: new Map() };
      seen.set(key, display);
      WORLD.forEach((group, at) => {
        const n = sizes[at] ?? 0;
        if (n > 0 && n < SMALLEST) display.small.add(group);
        display.counts.set(group, (display.counts.get(group) ?? new Set()).add(n));
      });
    };
    visit([], 19);
    const told = [...seen].flatMap(([key, { small, counts }]) => [...small].filter((group) => counts.get(group)?.size === 1).map((group) => `${group} in ${key}`));
    expect(told).toEqual([]);
    expect(seen.size).toBeGreaterThan(500);
  });

  it("lets the drawn codes tell nothing either: another division of the hidden answers keeps to them", () => {
    const part = fc.record({ returned: fc.integer({ min: 0, max: 14 }), unused: fc.integer({ min: 0, max: 3 }) });
    fc.assert(fc.property(fc.array(part, { minLength: GROUPS.length, maxLength: GROUPS.length }), (parts) => {
      const counts = GROUPS.flatMap((group, at): Count[] => (parts[at]?.returned ? [{ group, question: OVERALL_INDEX, choice: 0, n: parts[at].returned }] : []));
      const { groups, total } = tally(counts, {}, Object.fromEntries(GROUPS.map((group, at) => [group, (parts[at]?.returned ?? 0) + (parts[at]?.unused ?? 0)])));
      if (total.withheld !== null) return;
      const hidden = groups.filter((group) => group.hidden);
      const sumOf = (of: (group: (typeof hidden)[number]) => number) => hidden.reduce((all, group) => all + of(group), 0);
      for (const group of hidden.filter((one) => one.returned < SMALLEST)) {
        const least = Math.max(1, sumOf((one) => one.returned) - (sumOf((one) => one.drawn) - group.drawn));
        const most = Math.min(group.drawn, sumOf((one) => one.returned) - (hidden.length - 1));
        expect(most).toBeGreaterThan(least);
      }
    }), { numRuns: 1000 });
  });

  it("hides no more than it must", () => {
    const many = (group: Group, n: number) => Array.from({ length: n }, () => ({ group, choices: [0, 0, 0, 0, 0, 0] }));
    const hidden = (answers: { group: Group; choices: number[] }[]) => tally(countersOf(answers), {}, {}).groups.filter((group) => group.hidden).map((group) => group.group);
    expect(hidden([...many("parent", 30), ...many("teacher", 12)])).toEqual([]);
    expect(hidden([...many("parent", 30), ...many("teacher", 12), ...many("deputy", 2)])).toEqual(["teacher", "deputy"]);
    expect(hidden([...many("parent", 30), ...many("member", 3), ...many("deputy", 2)])).toEqual(["deputy", "member"]);
    expect(hidden([...many("parent", 30), ...many("teacher", 12), ...many("member", 4), ...many("deputy", 4)])).toEqual(["teacher", "deputy", "member"]);
    expect(tally(countersOf([...many("parent", 30), ...many("deputy", 2)]), {}, {}).total.withheld).toBeNull();
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
