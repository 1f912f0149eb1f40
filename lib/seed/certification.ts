import type { ClientBase } from "pg";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { conditionsOf } from "@/lib/certification/conditions";
import { drawSchools } from "@/lib/certification/draw";
import { OUTCOME, leadsTo, type Outcome } from "@/lib/certification/outcomes";
import { computedItem } from "@/lib/certification/computed-items";
import { REVIEW_ITEMS, isVeto } from "@/lib/certification/review-items";
import { computeSnapshot, type SnapshotInputs, type SnapshotResults } from "@/lib/certification/snapshot";
import { HOLDER, holderCode, type Level, type Stage } from "@/lib/certification/stages";
import { fingerprintOf } from "@/lib/certification/take-snapshot";
import { readInputs } from "@/lib/results/recompute-county";
import { DUTY_NAME, bodyTitle, dutyAccount, expertAccount, expertName } from "./certification-accounts";
import { actAs, insertRows, type Row } from "./insert";
import { resultsTime } from "./results-time";

const FIGURES = 2025;
export const DEADLINES = {
  2026: { nomination: "2026-03-31", cultivation: "2026-04-30", candidacy: "2026-06-30", self: "2026-10-31", city: "2027-01-31", province: "2027-06-30", nation: "2027-12-31", verdict: "2028-03-31" },
  2027: { nomination: "2027-03-31", cultivation: "2027-04-30", candidacy: "2027-06-30", self: "2027-10-31", city: "2028-01-31", province: "2028-06-30", nation: "2028-12-31", verdict: "2029-03-31" },
} as const;
const batchOf = (year: keyof typeof DEADLINES): Row => ({ id: String(year), year, figures_year: year - 1, name: `${year} 年国家认定（演示）`, steps: STEPS_OF[2025], deadlines: DEADLINES[year], document_number: "", updated_by: "demo" });

/** A county's course so far: what was signed and when, in order; then it stands. */
type Course = { county: string; balanced: number; signed: readonly (readonly [Outcome, string])[] };
/** 登封 in 市级复核; 崇明, where there is none, before the nation (seeds: D5, C1). The rest of their ways is for whoever tries the demonstration. */
const COURSES: readonly Course[] = [
  { county: "410185", balanced: 2016, signed: [["nominate", "2026-03-18"], ["admit", "2026-04-22"], ["list", "2026-06-16"], ["apply", "2026-10-20"]] },
  { county: "310151", balanced: 2014, signed: [["nominate", "2026-03-10"], ["admit", "2026-04-15"], ["list", "2026-05-28"], ["apply", "2026-08-20"], ["recommend", "2026-11-06"]] },
];
const WORDS: Partial<Record<Outcome, string>> = { nominate: "创建基础具备，自愿申报。", admit: "同意列为培育对象。", list: "同意列入省级候选。", apply: "县级自评已完成，报送自评报告和申报表，申请评估。", recommend: "经评估，同意推荐申报国家认定。" };
const at = (day: string, hour: number) => `${day}T0${hour}:00:00Z`;

type Case = { id: string; county: string; round: number };

function decisionRow({ id, county, round }: Case, level: Level, stage: Stage, outcome: Outcome, day: string, number: number, basis: string): Row {
  const issuer = level === "county" ? county : level === "city" ? county.slice(0, 4) : level === "province" ? county.slice(0, 2) : "cn";
  const hand = (duty: "handler" | "reviewer" | "signer") => ({ [`${duty}_id`]: `u-${dutyAccount(duty, issuer)}`, [`${duty}_name`]: `${bodyTitle(issuer)}${DUTY_NAME[duty]}（演示）` });
  return {
    id: `${id}-${number}`, case_id: id, division_code: county, issuer_code: issuer, issuer_name: bodyTitle(issuer), round, stage, outcome, opinion: `${WORDS[outcome] ?? "同意。"}（演示）`, document_number: `演示〔${day.slice(0, 4)}〕${number}号`,
    basis, state: "signed", ...hand("handler"), drafted_at: at(day, 1), ...hand("reviewer"), checked_at: at(day, 2), ...hand("signer"), signed_at: at(day, 3), version: 3,
  };
}

const eventRow = ({ id, county }: Case, issuer: string, number: string, act: string, from: Stage, to: Stage, text: string, documentNumber: string, when: string): Row => ({
  id: `${id}-e${number}`, case_id: id, division_code: county, issuer_code: issuer, by_name: bodyTitle(issuer), user_id: `u-${dutyAccount("handler", issuer)}`, act, from_stage: from, to_stage: to, text, document_number: documentNumber, at: when,
});

/** Opinions of a level as its people might have written them: with the computed verdict where there is one. */
function reviewRows(one: Case, level: Level, issuer: string, results: SnapshotResults, published: boolean, keep: (at: number) => boolean): Row[] {
  return REVIEW_ITEMS.filter((_, index) => keep(index)).map(({ key }) => {
    const met = computedItem(results, key).met !== false || published;
    return { case_id: one.id, round: one.round, level, item: key, division_code: one.county, issuer_code: issuer, opinion: isVeto(key) ? "none" : met ? "met" : "mend", note: isVeto(key) || met ? "查阅材料属实（演示）" : "请按标准整改后补报材料（演示）", published, user_id: `u-${dutyAccount("handler", issuer)}` };
  });
}

/** An expert of the body at a visit: with an opinion where it is done, still at work where it is not. */
async function seedExpert(client: ClientBase, one: Case, visitId: string, issuer: string, day: string, done: boolean, school: string): Promise<void> {
  const own = { visit_id: visitId, case_id: one.id, division_code: one.county, issuer_code: issuer, user_id: `u-${expertAccount(issuer, 1)}`, name: expertName(issuer, 1) };
  await insertRows(client, "certification_experts", [{ id: `${visitId}-expert-1`, ...own, task: "办学条件和师资核查", from_on: day, until_on: done ? day : DEADLINES[2026].city, appointed_by: `u-${dutyAccount("handler", issuer)}`, by_name: bodyTitle(issuer), appointed_at: at(day, 4) }]);
  if (done) await insertRows(client, "certification_expert_opinions", [{ ...own, text: "所抽学校报送数据与现场一致，资料齐全（演示）。", schools: { [school]: "功能室使用记录完整（演示）。" }, state: "submitted", updated_at: at(day, 5) }]);
}

async function seedEvaluation(client: ClientBase, one: Case, level: Level, stage: Stage, day: string, balanced: number, inputs: SnapshotInputs, done: boolean): Promise<void> {
  const issuer = holderCode(stage, one.county);
  const results = computeSnapshot(inputs);
  const handler = `u-${dutyAccount("handler", issuer)}`;
  await actAs(client, issuer);
  const conditions = conditionsOf({ assessedYear: 2026, basicBalanceYear: balanced, basicProblemsOpen: 0, results });
  const base = { case_id: one.id, round: one.round, division_code: one.county, issuer_code: issuer };
  await insertRows(client, "certification_acceptances", [{ ...base, level, conditions, note: "按程序受理（演示）", user_id: handler, by_name: bodyTitle(issuer), at: at(day, 4) }]);
  await insertRows(client, "certification_events", [eventRow(one, issuer, `${level}-accept`, "accept", stage, stage, "按程序受理（演示）", "", at(day, 4))]);
  if (level === "nation") {
    await insertRows(client, "certification_steps", STEPS_OF[2025].slice(0, 2).map(({ key }) => ({ case_id: one.id, round: one.round, step: key, division_code: one.county, issuer_code: issuer, result: "passed", note: "（演示）", user_id: handler })));
    return;
  }
  await insertRows(client, "certification_reviews", reviewRows(one, level, issuer, results, done, (index) => done || index < 22));
  const pool = [...new Set(results.evaluation.sections.map(({ code }) => code))];
  const seed = `${one.county}${day.replaceAll("-", "")}`;
  const drawn = drawSchools(seed, pool, 4);
  await insertRows(client, "certification_visits", [{ id: `${one.id}-${level}-visit`, ...base, level, planned_on: day, team: "教育督导专家 3 人、学校建设专家 1 人（演示）", seed, pool: pool.length, drawn, state: done ? "done" : "planned", findings: done ? "查看所抽学校，数据属实（演示）。" : "", done_on: done ? day : null, user_id: handler }]);
  await seedExpert(client, one, `${one.id}-${level}-visit`, issuer, day, done, drawn[0] ?? "");
  const [first] = results.evaluation.sections.filter(({ code, compliant }) => drawn.includes(code) && compliant).flatMap(({ code }) => inputs.rows.filter((row) => row.code === code && row.multimedia_rooms !== null));
  if (!done && first)
    await insertRows(client, "certification_site_values", [{ by_name: `${bodyTitle(issuer)}${DUTY_NAME.handler}（演示）`, visit_id: `${one.id}-${level}-visit`, school_code: first.code, field: "multimedia_rooms", case_id: one.id, division_code: one.county, issuer_code: issuer, filed: first.multimedia_rooms ?? 0, found: 0, note: "多媒体设备均停用待修（演示）", user_id: handler }]);
}

/** One county's course as far as it was signed, and the evaluation that is under way then. The caller holds the transaction. */
export async function seedCourse(client: ClientBase, { county, balanced, signed }: Course): Promise<void> {
  await actAs(client, county);
  const { rows } = await client.query<{ skips: boolean }>("SELECT skips_city_review AS skips FROM divisions WHERE code = $1", [county]);
  const skipsCity = rows[0]?.skips ?? false;
  const read = await readInputs(client, county, FIGURES);
  if (read.facts.length === 0) return;
  const inputs: SnapshotInputs = { divisionCode: county, year: FIGURES, rows: read.facts, county: read.county, expected: read.expected, standard: read.standard };
  const fingerprint = fingerprintOf(inputs);
  const one: Case = { id: `c${county}-2026`, county, round: 0 };
  let stage: Stage = "nomination";
  const decisions: { issuer: string; row: Row; event: Row; stage: Stage; day: string }[] = [];
  for (const [index, [outcome, day]] of signed.entries()) {
    const level = OUTCOME[outcome].at[stage];
    if (!level) throw new Error(`${outcome} is not decided at ${stage}`);
    const to = leadsTo(outcome, stage, skipsCity);
    const row = decisionRow(one, level, stage, outcome, day, index + 1, outcome === "apply" ? fingerprint : "");
    const issuer = String(row.issuer_code);
    decisions.push({ issuer, row, stage, day, event: eventRow(one, issuer, String(index + 1), outcome, stage, to, String(row.opinion), String(row.document_number), at(day, 3)) });
    if (outcome === "apply") one.round += 1;
    stage = to;
  }
  const opened = signed[0]?.[1] ?? "2026-03-01";
  await insertRows(client, "certification_cases", [{
    id: one.id, division_code: county, batch_id: "2026", figures_year: FIGURES, stage, skips_city: skipsCity, holder: holderCode(stage, county), due_on: Object.entries(DEADLINES[2026]).find(([key]) => key === stage)?.[1] ?? null, round: one.round,
    statement: "已通过国家基本均衡认定，创建基础具备，自愿申报（演示）。", basic_balance_year: balanced, opened_by: `u-${dutyAccount("handler", county)}`, opened_at: at(opened, 0), updated_at: at(stage === "city" || stage === "nation" ? "2026-11-12" : opened, 4), version: signed.length + 1,
  }]);
  await insertRows(client, "certification_events", [eventRow(one, county, "0", "open", "nomination", "nomination", "已通过国家基本均衡认定，创建基础具备，自愿申报（演示）。", "", at(opened, 0))]);
  await insertRows(client, "certification_snapshots", [{ id: `${one.id}-1`, case_id: one.id, round: 1, division_code: county, year: FIGURES, inputs, results: computeSnapshot(inputs), fingerprint, taken_by: `u-${dutyAccount("signer", county)}`, taken_at: at(signed.find(([outcome]) => outcome === "apply")?.[1] ?? opened, 3), results_at: await resultsTime(client, county, FIGURES) }]);
  for (const { issuer, row, event, stage: from, day } of decisions) {
    await actAs(client, issuer);
    await insertRows(client, "certification_decisions", [row]);
    await insertRows(client, "certification_events", [event]);
    if (from === "province") await seedEvaluation(client, one, "province", from, day, balanced, inputs, true);
  }
  const level = HOLDER[stage];
  if (level !== null && level !== "county") await seedEvaluation(client, one, level, stage, "2026-11-12", balanced, inputs, false);
}

/** The batches of the demonstration and two counties part-way. The caller holds the transaction; what is there stays as people changed it. */
export async function seedCertification(client: ClientBase): Promise<void> {
  await actAs(client, "cn");
  const { rows } = await client.query<{ county: string }>("SELECT division_code AS county FROM certification_cases");
  const present = new Set(rows.map(({ county }) => county));
  await insertRows(client, "certification_batches", [batchOf(2026), batchOf(2027)]);
  for (const course of COURSES) if (!present.has(course.county)) await seedCourse(client, course);
}
