/** 两个只增不减: 一般公共预算教育支出 逐年只增不减, 按在校学生人数平均 逐年只增不减. Pure; amounts as exact decimal text. seed: C3. */
export type Spending = { year: number; totalWan: string; perPupil: string };
export type Check = "kept" | "fell" | "open";
export const CHECK_NAME: Record<Check, string> = { kept: "没有减少", fell: "减少", open: "缺上年数" };
export const CHECK_TONE = { kept: "pass", fell: "fail", open: "neutral" } as const;

/** An amount with at most two decimals as whole hundredths, so that no double decides. */
export function hundredths(text: string): bigint {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(`${part}00`.slice(0, 2));
}

const compare = (now: string, before: string | undefined): Check => (before === undefined ? "open" : hundredths(now) >= hundredths(before) ? "kept" : "fell");

export type CheckedYear = Spending & { total: Check; pupil: Check; both: Check };

/** Each year against the year before it; a gap in the years leaves the check open, it is never a pass. */
export function checkSpending(rows: Spending[]): CheckedYear[] {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  const byYear = new Map(sorted.map((row) => [row.year, row]));
  return sorted.map((row) => {
    const before = byYear.get(row.year - 1);
    const [total, pupil] = [compare(row.totalWan, before?.totalWan), compare(row.perPupil, before?.perPupil)];
    return { ...row, total, pupil, both: total === "fell" || pupil === "fell" ? "fell" : total === "kept" && pupil === "kept" ? "kept" : "open" };
  });
}

/** The opening sentence over the years that can be compared. */
export function spendingSentence(place: string, rows: CheckedYear[]): { tone: "pass" | "fail" | "neutral"; text: string } {
  const judged = rows.filter((row) => row.both !== "open");
  const fell = judged.filter((row) => row.both === "fell");
  if (judged.length === 0) return { tone: "neutral", text: `${place}还没有可以比较的教育支出数据，填写相邻两年后自动核对“两个只增不减”。` };
  const span = `${judged[0]?.year}—${judged.at(-1)?.year} 年`;
  if (fell.length === 0) return { tone: "pass", text: `${place} ${span}“两个只增不减”均落实：教育支出总量和生均支出都没有减少。` };
  const named = fell.map((row) => `${row.year} 年${[row.total === "fell" ? "总量" : "", row.pupil === "fell" ? "生均" : ""].filter(Boolean).join("、")}`);
  return { tone: "fail", text: `${place} ${span}“两个只增不减”没有全部落实：${named.join("；")}比上年减少。` };
}
