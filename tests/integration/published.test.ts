import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { moveDecision } from "@/lib/certification/move-decision";
import { handInput } from "@/lib/certification/schema";
import { computeSnapshot, type SnapshotInputs } from "@/lib/certification/snapshot";
import { fingerprintOf } from "@/lib/certification/take-snapshot";
import { readBoard } from "@/lib/board/read-board";
import { loadBrief } from "@/lib/brief/load-brief";
import { loadCompare } from "@/lib/compare/load-compare";
import { loadPeers, type PeersView } from "@/lib/compare/load-peers";
import { listNearest } from "@/lib/compare/list-nearest";
import { DISTANCE_SQL, ownFeatures } from "@/lib/compare/nearest";
import { distanceOf, similarTo, type Features } from "@/lib/compare/similar";
import { prisma } from "@/lib/db/client";
import { featuresOf } from "@/lib/results/features";
import { listRecognisedYears } from "@/lib/results/list-recognised-years";
import { loadOverview } from "@/lib/results/load-overview";
import { readInputs, recomputeCounty } from "@/lib/results/recompute-county";
import { shanghaiDay } from "@/lib/time";
import { loadTime } from "@/lib/time-series/load-time";
import { acting, as, castOf } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [OWN, PEER, CLOSED] = ["430102", "320102", "320104"];
const YEAR = 2025;
const BATCH = "t-published";
const CASE = `${BATCH}-${PEER}`;
let owner: pg.Client;
const bureau = castOf(OWN)("t-pf-bureau");
const principal = castOf(OWN)("t-pf-school", { office: "principal", level: "school", schoolId: `s${OWN}001`, schoolName: "学校" });
const province = castOf(OWN)("t-pf-province", { level: "province", divisionCode: "43" });
const ministry = castOf(OWN)("t-pf-moe", { level: "nation", divisionCode: "cn" });
const nation = (duty: string) => castOf(OWN)(`t-pf-${duty}`, { office: "supervision", level: "nation", divisionCode: "cn" });
const peers = async (asked: { chosen: string[]; add: string } = { chosen: [], add: "" }): Promise<PeersView> => {
  const view = await loadPeers(bureau, OWN, YEAR, asked);
  if (view.kind !== "peers") throw new Error(view.kind);
  return view;
};
const inputsOf = async (code: string): Promise<SnapshotInputs> => {
  const { facts, county, expected, standard } = await readInputs(owner, code, YEAR);
  return { divisionCode: code, year: YEAR, rows: facts, county, expected, standard };
};
const decision = (id: string, outcome: string, stage: string) => owner.query(
  `INSERT INTO certification_decisions (id, case_id, division_code, issuer_code, issuer_name, round, stage, outcome, opinion, state, handler_id, handler_name, reviewer_id, reviewer_name, version) VALUES ($1, $2, $3, 'cn', '国家', 1, $4, $5, '同意。', 'checked', 'a', 'a', 'b', 'b', 2)`,
  [id, CASE, PEER, stage, outcome]);
const sign = (id: string, documentNumber: string, publishedOn: string) => { const signer = nation("signer"); return acting(signer, (tx) => moveDecision(tx, signer, handInput.parse({ decisionId: id, act: "sign", version: 2, documentNumber, publishedOn }))); };
const TABLES = ["certification_reviews", "certification_snapshots", "certification_events", "certification_decisions", "certification_cases", "notices"];
const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of TABLES) await owner.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [[PEER, CLOSED]]);
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [OWN, PEER, CLOSED].map((code, at) => ({ code: code ?? "", schools: 10 + 2 * at, years: [YEAR] })));
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, $2, '公布测试批次', $3, '{}', 't') ON CONFLICT (id) DO NOTHING", [BATCH, YEAR, JSON.stringify(STEPS_OF[2025])]);
  await owner.query("INSERT INTO certification_cases (id, division_code, batch_id, figures_year, stage, skips_city, holder, round, opened_by) VALUES ($1, $2, $3, $4, 'verdict', false, 'cn', 1, 't')", [CASE, PEER, BATCH, YEAR]);
  const inputs = await inputsOf(PEER ?? "");
  await owner.query("INSERT INTO certification_snapshots (id, case_id, round, division_code, year, inputs, results, fingerprint, taken_by) VALUES ($1, $1, 1, $2, $3, $4, $5, $6, 't')", [CASE, PEER, YEAR, JSON.stringify(inputs), JSON.stringify(computeSnapshot(inputs)), fingerprintOf(inputs)]);
  await decision(`${CASE}-r`, "recognise", "verdict");
});
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
  await owner.end();
  await prisma().$disconnect();
});

describe("the features of a county", () => {
  it("stored with its results are those of its rows, in this code and in the database's function", async () => {
    for (const code of [OWN, PEER, CLOSED]) {
      const { rows } = await inputsOf(code ?? "");
      const stored = await owner.query<{ pupils: number; urban: number; small: number }>("SELECT pupils, urban_share AS urban, small_schools AS small FROM county_results WHERE division_code = $1 AND year = $2", [code, YEAR]);
      const said = await owner.query<{ pupils: number; urban: number; small: number }>("SELECT pupils, urban_share AS urban, small_schools AS small FROM county_features($1)", [JSON.stringify(rows)]);
      const { pupils, urbanShare, smallSchools } = featuresOf(rows);
      expect([stored.rows[0], said.rows[0]]).toEqual([{ pupils, urban: urbanShare, small: smallSchools }, { pupils, urban: urbanShare, small: smallSchools }]);
      expect(pupils).toBeGreaterThan(0);
    }
  });
});

describe("the counties most like one", () => {
  it("are for the database the same, at the same distances, as for the rule in this code", async () => {
    const { rows } = await owner.query<Features>("SELECT division_code AS code, division_code AS name, pupils, coalesce(urban_share, 0) AS urban, small_schools AS small FROM county_results WHERE year = $1 AND pupils > 0 AND expected > 0 AND reported >= expected", [YEAR]);
    const own = rows.find(({ code }) => code === OWN);
    if (!own) throw new Error("no features");
    expect(rows.length).toBeGreaterThanOrEqual(3);
    const said = await owner.query<{ code: string; distance: number }>(`SELECT division_code AS code, ${DISTANCE_SQL} AS distance FROM county_results WHERE year = $4 AND pupils > 0 AND expected > 0 AND reported >= expected`, [...ownFeatures(own), YEAR]);
    for (const { code, distance } of said.rows) expect([code, distance]).toEqual([code, expect.closeTo(distanceOf(own, rows.find((one) => one.code === code) ?? own), 9)]);
    const near = await as(ministry, (tx) => listNearest(tx, "cn", YEAR, own, 5));
    expect(near.map(({ code, distance }) => [code, distance])).toEqual(similarTo(own, rows, 5).map(({ code, distance }) => [code, distance]));
    expect(near[0]?.name).toMatch(/(省|市|区)./);
    expect(await as(bureau, (tx) => listNearest(tx, "cn", YEAR, own, 5))).toEqual([]);
  });
});

describe("what is published of a county", () => {
  it("is nothing before the signature, nothing before the day, and then the figures of the submission with 文号 and day", async () => {
    expect((await peers({ chosen: [PEER ?? ""], add: "" })).peers).toEqual([]);
    await sign(`${CASE}-r`, "测督〔2026〕31号", "2099-01-20");
    expect((await peers({ chosen: [PEER ?? ""], add: "" })).peers).toEqual([]);
    await owner.query("UPDATE certification_decisions SET published_on = '2026-03-20' WHERE id = $1", [`${CASE}-r`]);
    const view = await peers({ chosen: [PEER ?? ""], add: "" });
    const inputs = await inputsOf(PEER ?? "");
    const { evaluation, items, resourceVerdict, verdict } = computeSnapshot(inputs);
    const { pupils, urbanShare, smallSchools } = featuresOf(inputs.rows);
    expect(view.peers).toHaveLength(1);
    expect(view.peers[0]).toMatchObject({ code: PEER, number: "测督〔2026〕31号", day: "2026-03-20", figuresYear: YEAR, pupils, urban: urbanShare, small: smallSchools });
    expect(view.peers[0]?.figures).toEqual({
      sections: evaluation.sections.length, compliantSections: evaluation.sections.filter(({ compliant }) => compliant).length, resource: resourceVerdict, verdict, items: items.map(({ item, met }) => ({ item, met })),
      stages: Object.fromEntries(Object.entries(evaluation.stages).map(([stage, { sections, indicators }]) => [stage, { sections, indicators: Object.fromEntries(Object.entries(indicators).map(([key, { cv, cvLimit, cvPass }]) => [key, { cv, cvLimit, cvPass }])) }])),
    });
    expect(view.similar.map(({ code }) => code)).toContain(PEER);
    expect(view.own.figures?.sections).toBeGreaterThan(0);
    expect((await peers({ chosen: [], add: view.peers[0]?.name ?? "" })).peers.map(({ code }) => code)).toEqual([PEER]);
    expect((await peers({ chosen: [], add: "没有这个县" })).refusal).toContain("没有找到");
  });

  it("is counted as recognised at every level, in the year of its publication, with the same number on the wall and in the brief", async () => {
    const before = { since: expect.any(Number), places: [{ place: "", year: 2026, n: 1, lost: 0 }] };
    for (const code of ["32", "3201"]) expect(await as(ministry, (tx) => listRecognisedYears(tx, code))).toEqual(before);
    expect(await as(ministry, (tx) => listRecognisedYears(tx, "3202"))).toEqual({ since: expect.any(Number), places: [] });
    for (const code of ["32", "3201", "cn"]) {
      const view = await loadOverview(ministry, code, YEAR);
      if (view.kind !== "nation" && view.kind !== "province" && view.kind !== "city") throw new Error(view.kind);
      const all = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM recognitions WHERE withdrawn_on IS NULL AND published_on <= CURRENT_DATE AND starts_with(division_code, $1)", [code === "cn" ? "" : code]);
      const { view: wall } = await as(ministry, (tx) => readBoard(tx, ministry, code));
      const { sheet } = await loadBrief(ministry, code, YEAR);
      expect([view.recognised, wall?.tiles.find(({ label }) => label === "已认定")?.value, sheet?.figures.find(({ label }) => label === "已认定")?.value], code).toEqual([all.rows[0]?.n, String(all.rows[0]?.n), `${all.rows[0]?.n} 个`]);
      expect(view.trend.find(({ year }) => year === 2026)?.recognised, code).toBe(all.rows[0]?.n);
      if (view.kind === "nation") expect([view.recognisedBy.get("32"), view.recognisedBy.get("33")]).toEqual([1, 0]);
      else expect(view.counties.filter(({ recognisedOn }) => recognisedOn !== null).map(({ code: county, recognisedOn }) => [county, recognisedOn])).toEqual([[PEER, "2026-03-20"]]);
    }
    const time = await loadTime(ministry, "32", YEAR);
    expect(time.kind === "area" ? time.years.map(({ year, recognised }) => [year, recognised]) : null).toEqual([[YEAR, expect.toSatisfy((one) => one === 0 || one === null)]]);
  });

  it("does not change with what the county files afterwards", async () => {
    const before = (await peers({ chosen: [PEER ?? ""], add: "" })).peers;
    await owner.query("UPDATE county_results SET pupils = 1, verdict = NOT coalesce(verdict, false) WHERE division_code = $1", [PEER]);
    expect((await peers({ chosen: [PEER ?? ""], add: "" })).peers).toEqual(before);
    await recomputeCounty(owner, PEER ?? "", YEAR);
  });

  it("is all that another county reaches: no school, no result, no case, no snapshot, no other county, and nothing to write", async () => {
    for (const table of ["school_facts", "section_results", "stage_results", "county_results", "schools", "certification_cases", "certification_snapshots", "certification_decisions", "ledger_entries", "filings", "county_facts"])
      expect(await as(bureau, (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE division_code IN ('${PEER}', '${CLOSED}')`)), table).toEqual([]);
    const seen = await as(bureau, (tx) => tx.$queryRaw<{ text: string }[]>`SELECT to_jsonb(r)::text AS text FROM recognitions r WHERE division_code = ${PEER}`);
    const schools = await owner.query<{ code: string; name: string; id: string }>("SELECT code, name, id FROM schools WHERE division_code = $1", [PEER]);
    expect([seen.length, schools.rows.length]).toEqual([1, 12]);
    for (const { code, name, id } of schools.rows) for (const word of [code, name, id]) expect(seen[0]?.text.includes(word), word).toBe(false);
    expect(seen[0]?.text).not.toMatch(/"(mean|sd|students|values|rows)"/);
    for (const sql of ["UPDATE recognitions SET pupils = 1", "DELETE FROM recognitions", `INSERT INTO recognitions (case_id, division_code, figures_year, document_number, published_on) VALUES ('x', '${OWN}', 2025, 'x', '2026-01-01')`, "SELECT renew_recognition('x')"])
      for (const actor of [bureau, nation("handler")]) await expect(as(actor, (tx) => tx.$executeRawUnsafe(sql)), sql).rejects.toThrow(/permission denied/);
    await expect(loadPeers(bureau, PEER ?? "", YEAR, { chosen: [], add: "" })).rejects.toMatchObject({ code: "notFound" });
    await expect(loadPeers(province, "43", YEAR, { chosen: [], add: "" })).rejects.toMatchObject({ code: "notFound" });
    await expect(loadCompare(bureau, PEER ?? "", YEAR, { chosen: [], add: "" })).rejects.toMatchObject({ code: "notFound" });
  });

  it("is read by a school, too, which reaches no county, and by no connection without a person", async () => {
    expect(await as(principal, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM recognitions WHERE case_id = ${CASE}`)).toHaveLength(1);
    expect(await prisma().$queryRaw<unknown[]>`SELECT 1 FROM recognitions`).toEqual([]);
  });

  it("is gone from the signature of the revocation on; the county's line still reads that it was, and with which number it was taken", async () => {
    await owner.query("INSERT INTO certification_reviews (case_id, round, level, item, division_code, issuer_code, opinion, note, user_id) VALUES ($1, 1, 'nation', 'veto-1', $2, 'cn', 'confirmed', '经查实', 't')", [CASE, PEER]);
    await decision(`${CASE}-v`, "revoke", "recognised");
    await sign(`${CASE}-v`, "测督〔2026〕77号", "2099-12-01");
    expect((await peers({ chosen: [PEER ?? ""], add: "" })).peers).toEqual([]);
    expect(await as(principal, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM recognitions WHERE case_id = ${CASE}`)).toEqual([]);
    const line = castOf(PEER ?? "")("t-pf-line", { level: "province", divisionCode: "32" });
    const kept = await as(line, (tx) => tx.$queryRaw<unknown[]>`SELECT document_number AS of, withdrawn_number AS by, withdrawn_on::text AS day FROM recognitions WHERE case_id = ${CASE}`);
    expect((await as(ministry, (tx) => listRecognisedYears(tx, "32"))).places).toEqual([{ place: "", year: 2026, n: 1, lost: 1 }]);
    const view = await loadOverview(ministry, "32", YEAR);
    expect(view.kind === "province" ? [view.recognised, view.counties.some(({ recognisedOn }) => recognisedOn !== null)] : null).toEqual([0, false]);
    expect(kept).toEqual([{ of: "测督〔2026〕31号", by: "测督〔2026〕77号", day: shanghaiDay(new Date()) }]);
  });
});
