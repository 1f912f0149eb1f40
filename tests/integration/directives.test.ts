import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { loadDirective, loadDirectiveDraft, loadDirectives } from "@/lib/directives/load-directives";
import { moveDirective } from "@/lib/directives/move-directive";
import type { DirectiveAct } from "@/lib/directives/rules";
import { sendInput } from "@/lib/directives/schema";
import { sendDirective } from "@/lib/directives/send-directive";
import { attachFile } from "@/lib/evidence/attach-file";
import { loadWork } from "@/lib/work/load-work";
import { shanghaiDay } from "@/lib/time";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, NEIGHBOUR, CITY, PROVINCE] = ["540102", "540103", "5401", "54"];
const YEAR = 2026;
const person = castOf(COUNTY);
const bureau = person("t-dr-bureau");
const neighbour = person("t-dr-neighbour", { divisionCode: NEIGHBOUR });
const city = person("t-dr-city", { level: "city", divisionCode: CITY, divisionName: "拉萨市" });
const province = person("t-dr-province", { office: "supervision", level: "province", divisionCode: PROVINCE, divisionName: "西藏自治区" });
const provinceBureau = person("t-dr-province-bureau", { level: "province", divisionCode: PROVINCE });
const today = shanghaiDay(new Date());
const soon = shanghaiDay(new Date(Date.now() + 20 * 86_400_000));
let owner: pg.Client;

const send = (actor: Actor, more: Record<string, unknown> = {}) => acting(actor, (tx) => sendDirective(tx, actor, sendInput.parse({ divisionCode: COUNTY, kind: "supervise", subject: "整改台账长期逾期", body: "请逐项说明原因并限期整改。", dueOn: soon, grounds: ["ledger"], ...more })));
const move = (actor: Actor, id: string, act: DirectiveAct, version: number, text = "已逐项落实", day = "") => acting(actor, (tx) => moveDirective(tx, actor, { id, version, act, text, day: day || null }));
const waiting = async (actor: Actor, title: string) => (await loadWork(actor)).find((group) => group.title === title)?.items.map((item) => item.title) ?? [];

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, NEIGHBOUR].map((code) => ({ code, years: [YEAR], schools: 2, open: { year: YEAR, play: "roster" } })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM directives WHERE starts_with(division_code, $1)", [PROVINCE]);
  await owner.query("INSERT INTO ledger_entries (id, division_code, source, source_key, level, problem, owner, state, closed_at, due_on, opened_on) SELECT 't-dr-' || n, $1, 'review', 't-dr-' || n, 'county', '问题' || n, 'bureau', CASE WHEN n < 4 THEN 'open' ELSE 'closed' END, CASE WHEN n >= 4 THEN now() END, '2026-02-01', '2026-01-01' FROM generate_series(1, 5) n ON CONFLICT DO NOTHING", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a directive", () => {
  it("carries the reasons of the day from the place's own data", async () => {
    const draft = await loadDirectiveDraft(province, PROVINCE, COUNTY);
    expect(draft.grounds).toContainEqual({ key: "ledger", sentence: "整改台账逾期 3 项（未销号 3 项）", page: `/d/${COUNTY}/ledger` });
    const { value } = await send(province);
    await owner.query("UPDATE ledger_entries SET state = 'closed', closed_at = now() WHERE division_code = $1 AND id = 't-dr-1'", [COUNTY]);
    expect((await loadDirective(bureau, COUNTY, value.id)).directive.grounds.map((ground) => ground.sentence)).toEqual(["整改台账逾期 3 项（未销号 3 项）"]);
    expect(await refusal(send(province, { divisionCode: NEIGHBOUR }))).toBe("conflict: 所选依据的数据刚有变化，请重新选择。");
    expect(await refusal(send(province, { dueOn: "2020-01-01" }))).toBe("invalid: 反馈期限不能早于今天。");
    expect(await refusal(send(province, { dueOn: "9999-12-31" }))).toBe("invalid: 反馈期限不能晚于 2 年以后。");
    expect(await refusal(send(province, { divisionCode: "640422", grounds: [] }))).toBe("invalid: 只能发给本级以下的单位。");
    expect(await refusal(send(bureau, { divisionCode: COUNTY, grounds: [] }))).toMatch(/^notFound/);
  });

  it("is seen by the levels between and nobody beside; the same office that sent it ends it", async () => {
    const { value: { id } } = await send(province, { subject: "县级指标填报滞后", grounds: [] });
    expect((await loadDirectives(city, CITY)).directives.map((one) => one.id)).toContain(id);
    expect((await loadDirective(city, CITY, id)).acts).toEqual([]);
    expect(await refusal(loadDirective(neighbour, NEIGHBOUR, id))).toMatch(/^notFound/);
    expect(await waiting(bureau, "待反馈的督办、通报、约谈")).toContain("县级指标填报滞后");
    expect(await refusal(move(city, id, "reply", 1))).toMatch(/^state: 反馈由收到的一级办理/);
    expect(await refusal(move(bureau, id, "reply", 1, ""))).toBe("invalid: 请写明整改措施和结果。");
    await move(bureau, id, "reply", 1);
    expect(await waiting(province, "待办结的督办、通报、约谈")).toEqual(["县级指标填报滞后"]);
    expect(await waiting(provinceBureau, "待办结的督办、通报、约谈")).toEqual([]);
    expect(await refusal(move(provinceBureau, id, "close", 2))).toMatch(/^state: 这件事由发出的单位办理/);
    expect(await refusal(move(province, id, "return", 2, "措施不具体", "2020-01-01"))).toBe("invalid: 新的反馈期限不能早于今天。");
    expect(await refusal(move(province, id, "return", 2, "措施不具体", "9999-12-31"))).toBe("invalid: 新的反馈期限不能晚于 2 年以后。");
    await move(province, id, "return", 2, "措施不具体", soon);
    const both = await Promise.all([1, 2].map(() => move(bureau, id, "reply", 3).then(() => "ok", (error: Error) => error.message)));
    expect(both.filter((outcome) => outcome === "ok")).toHaveLength(1);
    await move(province, id, "close", 4, "整改到位");
    expect(await refusal(move(province, id, "withdraw", 5))).toMatch(/^state/);
    expect((await loadDirective(bureau, COUNTY, id)).directive).toMatchObject({ state: "closed", opinion: "整改到位" });
  });

  it("is a talk that is held before it is answered", async () => {
    const { value: { id } } = await send(province, { kind: "interview", subject: "进度严重滞后约谈", grounds: [] });
    expect(await refusal(move(bureau, id, "reply", 1))).toContain("待约谈");
    expect(await refusal(move(province, id, "hold", 1, "要求限期整改", soon))).toBe("invalid: 约谈日期不能晚于今天。");
    await move(province, id, "hold", 1, "要求限期整改", today);
    await move(bureau, id, "reply", 2);
    expect((await loadDirective(province, PROVINCE, id)).directive).toMatchObject({ state: "replied", heldOn: today, minutes: "要求限期整改" });
  });
});

describe("material with the answer", () => {
  it("is the addressed's own until it has answered, then the line's", async () => {
    const { value: { id } } = await send(province, { subject: "附材料反馈", grounds: [] });
    const attach = (actor: Actor) => as(actor, (tx) => attachFile(tx, actor, { entity: "directive", entityId: id, item: "evidence" }, { name: "整改报告.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF") }));
    expect(await refusal(attach(province))).toMatch(/^notFound/);
    await attach(bureau);
    expect((await loadDirective(bureau, COUNTY, id)).evidence).toHaveLength(1);
    expect((await loadDirective(province, PROVINCE, id)).evidence).toHaveLength(0);
    await move(bureau, id, "reply", 1);
    expect((await loadDirective(province, PROVINCE, id)).evidence).toHaveLength(1);
    expect((await loadDirective(bureau, COUNTY, id)).mayAttach).toBe(false);
    expect(await refusal(attach(bureau))).toBe("state: 这件督办现在是“已反馈，待办结”，不能增减佐证材料。");
  });
});
