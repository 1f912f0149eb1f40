import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { loadGuidance } from "@/lib/guidance/load-guidance";
import { replyGuidance, sendGuidance } from "@/lib/guidance/write-guidance";
import { loadImplementation } from "@/lib/implementation/load-plan";
import { planInput } from "@/lib/implementation/schema";
import { writePlan } from "@/lib/implementation/write-plan";
import { listNotices } from "@/lib/notices/list-notices";
import { seedReference } from "@/lib/seed/divisions";
import { castOf, refusal } from "../helpers/cast";

const COUNTY = "120111";
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const county = person("t-gd-county");
const neighbour = person("t-gd-neighbour", { divisionCode: "120112" });
const province = person("t-gd-province", { level: "province", divisionCode: "12", divisionName: "市教委" });
const ministry = person("t-gd-ministry", { level: "nation", divisionCode: "cn", divisionName: "教育部" });
const unit = person("t-gd-unit", { office: "unit", unitId: "t-gd-u1", unitName: "财政局" });
const send = (actor: Actor, divisionCode: string) => withScope(scopeOf(actor), (tx) => sendGuidance(tx, actor, { divisionCode, subject: "音体美教师", body: "请说明补充计划。" }));

beforeAll(async () => {
  await owner.connect();
  await owner.query("BEGIN");
  await seedReference(owner);
  await owner.query("COMMIT");
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM guidance WHERE division_code LIKE '12%'");
  await owner.query("DELETE FROM implementation_plans WHERE division_code = $1", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

it("guidance goes downwards only, is answered once by the one addressed, and is read in between", async () => {
  expect(await refusal(send(county, "12"))).toMatch(/本级以下/);
  expect(await refusal(send(province, "110105"))).toMatch(/本级以下/);
  const { value } = await send(province, COUNTY);
  await send(ministry, "12");
  expect((await listNotices(county))[0]?.title).toBe("市教委指导意见：音体美教师");
  const reply = (actor: Actor, version = 1) => withScope(scopeOf(actor), (tx) => replyGuidance(tx, actor, { id: value.id, version, reply: "明年补充 12 人。" }));
  for (const stranger of [neighbour, province]) expect(await refusal(reply(stranger))).toMatch(/^notFound/);
  await reply(county);
  expect(await refusal(reply(county, 2))).toMatch(/已经答复/);
  expect((await loadGuidance(ministry, "12")).items.map((item) => [item.divisionName, item.reply])).toEqual([["天津市", null], ["西青区", "明年补充 12 人。"]]);
  expect((await loadGuidance(county, COUNTY)).items).toHaveLength(1);
  await expect(loadGuidance(neighbour, COUNTY)).rejects.toMatchObject({ code: "notFound" });
});

it("a plan is drafted by the county, issued whole, kept edition by edition, and read below and above from then on", async () => {
  const text = "内容";
  const whole = { guide: text, principles: text, goals: text, tasks: text, steps: text, safeguards: text };
  const write = (actor: Actor, more: Record<string, unknown>) => withScope(scopeOf(actor), (tx) => writePlan(tx, actor, planInput.parse({ divisionCode: COUNTY, number: 1, version: 0, sections: whole, ...more })));
  await write(county, { sections: { ...whole, steps: "" } });
  expect((await loadImplementation(unit, COUNTY)).editions).toEqual([]);
  expect((await loadImplementation(province, COUNTY)).editions).toEqual([]);
  expect(await refusal(write(county, { version: 1, sections: { ...whole, steps: "" }, issue: true }))).toMatch(/“实施步骤”还没有填写。 请填写文号。 请选择印发日期。/);
  expect(await refusal(write(neighbour, { version: 1 }))).toMatch(/^notFound/);
  await write(county, { version: 1, issue: true, documentNumber: "青政发〔2026〕3号", issuedOn: "2026-03-01" });
  expect(await refusal(write(county, { version: 2 }))).toMatch(/^conflict/);
  expect((await loadImplementation(unit, COUNTY)).editions.map((edition) => edition.documentNumber)).toEqual(["青政发〔2026〕3号"]);
  await write(county, { number: 2, sections: { ...whole, goals: "新目标" } });
  expect((await loadImplementation(province, COUNTY)).editions.map((edition) => edition.number)).toEqual([1]);
  expect((await loadImplementation(county, COUNTY)).editions.map((edition) => [edition.number, edition.issuedOn])).toEqual([[2, null], [1, "2026-03-01"]]);
});
