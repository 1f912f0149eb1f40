import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { readPublicLists } from "@/lib/certification/public-lists";
import { prisma } from "@/lib/db/client";
import { openOwner, stageCounties } from "../helpers/owner";

const [RECOGNISED, WAITING, PIONEER, DECLINED] = ["220104", "220105", "220106", "220112"];
const ALL = [RECOGNISED, WAITING, PIONEER, DECLINED];
let owner: Client;

const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["certification_decisions", "certification_cases", "nominations"]) await owner.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [ALL]);
  await owner.query("DELETE FROM nomination_lists WHERE id = 't-pub'");
  await owner.query("DELETE FROM nomination_batches WHERE id = 't-pub'");
  await owner.query("DELETE FROM certification_batches WHERE id = 't-pub'");
};
const addCase = (county: string, stage: string, state: string, publishedOn: string) => owner.query(
  `WITH c AS (INSERT INTO certification_cases (id, division_code, batch_id, figures_year, stage, skips_city, holder, opened_by) VALUES ($1, $2, 't-pub', 2024, $3, false, 'cn', 't'))
   INSERT INTO certification_decisions (id, case_id, division_code, issuer_code, issuer_name, round, stage, outcome, opinion, document_number, published_on, state, handler_id, handler_name, reviewer_id, reviewer_name, signer_id, signer_name, signed_at)
   VALUES ($1, $1, $2, 'cn', '国家', 1, 'verdict', 'recognise', '同意，有内部意见', '测督〔2026〕5号', $5, $4, 'a', 'a', 'b', 'b', 'c', 'c', now())`, [`t-pub-${county}`, county, stage, state, publishedOn]);
const seen = async () => (await readPublicLists()).filter(({ county_code }) => ALL.includes(county_code));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, []);
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ('t-pub', 2025, 2024, '公开测试批次', $1, '{}', 't')", [JSON.stringify(STEPS_OF[2023])]);
  await owner.query("INSERT INTO nomination_batches (id, year, name, quota_min, quota_max, due_on, fields, updated_by) VALUES ('t-pub', 2026, '公开测试', 1, 5, '2099-01-01', '[]', 't')");
  await owner.query("INSERT INTO nomination_lists (id, batch_id, title, document_number, published_on, published_by) VALUES ('t-pub', 't-pub', '测试名单', '测教厅函〔2026〕5号', '2026-04-01', 't')");
  await owner.query("INSERT INTO nominations (id, batch_id, division_code, state, skips_city, answers, rank, list_id, updated_by) VALUES ('t-pub-p', 't-pub', $1, 'published', false, '{}', 1, 't-pub', 't'), ('t-pub-d', 't-pub', $2, 'declined', false, '{}', 2, NULL, 't')", [PIONEER, DECLINED]);
});
afterAll(async () => {
  await clean();
  await owner.end();
  await prisma().$disconnect();
});

describe("what anybody may read", () => {
  it("is published counties with number and day, and neither who is still under way nor who was declined", async () => {
    await addCase(RECOGNISED ?? "", "recognised", "signed", "2026-03-14");
    await addCase(WAITING ?? "", "verdict", "checked", "2026-03-14");
    expect((await seen()).map(({ county_code, kind, document_number, published_on, province_code }) => [county_code, kind, document_number, published_on, province_code]).sort()).toEqual([
      [RECOGNISED, "recognised", "测督〔2026〕5号", "2026-03-14", "22"], [PIONEER, "pioneer", "测教厅函〔2026〕5号", "2026-04-01", "22"],
    ]);
    expect(Object.keys((await seen())[0] ?? {}).sort()).toEqual(["county", "county_code", "demo", "document_number", "kind", "list", "province", "province_code", "published_on", "title"]);
  });
  it("leaves a county out before the day of publication and after 撤销, without a word about it", async () => {
    await owner.query("UPDATE certification_decisions SET published_on = '2099-01-01' WHERE id = $1", [`t-pub-${RECOGNISED}`]);
    expect((await seen()).map(({ county_code }) => county_code)).toEqual([PIONEER]);
    await owner.query("UPDATE certification_decisions SET published_on = '2026-03-14' WHERE id = $1", [`t-pub-${RECOGNISED}`]);
    await owner.query("UPDATE certification_cases SET stage = 'correction' WHERE id = $1", [`t-pub-${RECOGNISED}`]);
    expect((await seen()).length).toBe(2);
    await owner.query("UPDATE certification_cases SET stage = 'revoked' WHERE id = $1", [`t-pub-${RECOGNISED}`]);
    expect((await seen()).map(({ county_code }) => county_code)).toEqual([PIONEER]);
  });
  it("gives no other row to a connection without a reach", async () => {
    for (const table of ["nominations", "nomination_lists", "certification_cases", "certification_decisions", "school_facts"]) expect(await prisma().$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table}`), table).toEqual([]);
  });
});
