import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { borrowExperience, dropBorrowing } from "@/lib/experiences/borrow-experience";
import { loadExperience, loadExperienceDraft, loadExperiences } from "@/lib/experiences/load-experiences";
import { moveExperience } from "@/lib/experiences/move-experience";
import type { ExperienceAct } from "@/lib/experiences/rules";
import { experienceFilters } from "@/lib/experiences/schema";
import { writeExperience } from "@/lib/experiences/write-experience";
import { loadTask } from "@/lib/tasks/load-task";
import { loadWork } from "@/lib/work/load-work";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

/** 海南 tells, a neighbour of the province and a county of 云南 borrow. */
const [COUNTY, NEIGHBOUR, FAR] = ["460105", "460106", "530102"];
const YEAR = 2026;
const person = castOf(COUNTY);
const bureau = person("t-xp-bureau");
const government = person("t-xp-government", { office: "government" });
const neighbour = person("t-xp-neighbour", { divisionCode: NEIGHBOUR });
const far = person("t-xp-far", { divisionCode: FAR });
const city = person("t-xp-city", { level: "city", divisionCode: "4601" });
const province = person("t-xp-province", { level: "province", divisionCode: "46" });
const elsewhere = person("t-xp-elsewhere", { level: "province", divisionCode: "53" });
const ministry = person("t-xp-ministry", { level: "nation", divisionCode: "cn" });
const WORDS = { item: "breakthrough-2-2", title: "椰风共同体（演示）", background: "城乡学校差距较大，乡村学校缺少教研。", practice: "牵头校与成员校同步排课、同步教研、统一考核，按学期公布清单。", result: "成员校骨干教师从 3 人增加到 9 人。" };
const search = (q = "椰风") => experienceFilters({ q });
let owner: pg.Client;
let id = "";

const move = (actor: Actor, act: ExperienceAct, version: number, reason = "") => acting(actor, (tx) => moveExperience(tx, actor, { id, version, act, reason }));
const seen = async (actor: Actor, code: string) => (await loadExperiences(actor, code, search())).library.items.map((one) => one.state);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [COUNTY, NEIGHBOUR, FAR].map((code) => ({ code, years: [YEAR], schools: 2, open: { year: YEAR, play: "roster" } })));
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM experience_borrowings WHERE division_code = ANY ($1)", [[NEIGHBOUR, FAR]]);
  await owner.query("DELETE FROM experiences WHERE division_code = $1", [COUNTY]);
  await owner.query("INSERT INTO tasks (id, division_code, year, kind, level, group_name, number, title, starts_on, due_on, template_id) VALUES ('t-xp-task', $1, $2, 'breakthrough', 'nation', '健全均衡发展工作机制', 2, '健全县域内城乡学校共同体建设机制', '2026-01-01', '2026-12-31', NULL) ON CONFLICT DO NOTHING", [FAR, YEAR]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("典型经验, from a county to the whole country", () => {
  it("is the county's alone until it is handed in, and the province's to judge", async () => {
    expect(await refusal(as(government, (tx) => writeExperience(tx, government, { id: null, version: 0, ...WORDS })))).toMatch(/^notFound/);
    id = (await acting(bureau, (tx) => writeExperience(tx, bureau, { id: null, version: 0, ...WORDS }))).value.id;
    expect(await refusal(loadExperience(province, "46", id))).toMatch(/^notFound/);
    expect(await refusal(loadExperience(neighbour, NEIGHBOUR, id))).toMatch(/^notFound/);
    expect(await refusal(move(province, "accept", 1))).toMatch(/^notFound/);
    await move(bureau, "submit", 1);
    expect((await loadExperience(province, "46", id)).acts).toEqual(["accept", "return"]);
    expect((await loadExperience(city, "4601", id)).acts).toEqual([]);
    expect(await refusal(loadExperience(elsewhere, "53", id))).toMatch(/^notFound/);
    expect(await refusal(as(bureau, (tx) => writeExperience(tx, bureau, { id, version: 2, ...WORDS })))).toBe("state: 这篇经验已经报送，撤回或退回后才能修改。");
    expect(await refusal(move(province, "return", 2))).toBe("invalid: 请写明原因。");
    await move(province, "return", 2, "请补充数据");
    expect((await loadExperienceDraft(bureau, COUNTY, id)).experience).toMatchObject({ state: "returned", reason: "请补充数据" });
    await acting(bureau, (tx) => writeExperience(tx, bureau, { id, version: 3, ...WORDS, result: "成员校骨干教师从 3 人增加到 9 人，覆盖 12 所学校。" }));
    expect(await refusal(move(bureau, "submit", 3))).toMatch(/^conflict/);
    await move(bureau, "submit", 4);
    await move(province, "accept", 5);
  });

  it("stands in its province's library, then in everybody's", async () => {
    expect(await seen(neighbour, NEIGHBOUR)).toEqual(["provincial"]);
    expect(await seen(far, FAR)).toEqual([]);
    expect((await loadExperiences(ministry, "cn", search())).own.map((one) => one.id)).toContain(id);
    expect((await loadWork(ministry)).find((group) => group.title === "待审核的典型经验")?.items.map((item) => item.title)).toContain(WORDS.title);
    await move(ministry, "decline", 6, "成效不足三年");
    expect((await loadExperiences(ministry, "cn", search())).own.map((one) => one.id)).not.toContain(id);
    expect(await seen(neighbour, NEIGHBOUR)).toEqual(["declined"]);
    await move(ministry, "publish", 7);
    expect(await seen(far, FAR)).toEqual(["national"]);
    expect(await refusal(move(far, "recall", 8))).toMatch(/^state: 这件事由教育部办理。/);
    expect(await refusal(move(province, "remove", 8))).toMatch(/^state/);
  });

  it("is referred to by another county's task, counted for its own, and no task refers to it twice", async () => {
    const borrow = (actor: Actor, taskId = "t-xp-task") => acting(actor, (tx) => borrowExperience(tx, actor, { experienceId: id, taskId, note: "清单制" }));
    expect(await refusal(borrow(bureau))).toBe("state: 这是本县自己的经验。");
    expect(await refusal(borrow(neighbour))).toBe("invalid: 请从本县的任务中选择。");
    await borrow(far);
    expect(await refusal(borrow(far))).toBe("state: 这项任务已经借鉴这篇经验。");
    expect((await loadTask(far, FAR, "t-xp-task")).borrowed).toMatchObject([{ title: WORDS.title, place: "海南省海口市秀英区", note: "清单制" }]);
    const mine = await loadExperience(bureau, COUNTY, id);
    expect([mine.experience.borrowed, mine.borrowed]).toEqual([1, []]);
    await acting(far, (tx) => dropBorrowing(tx, far, { experienceId: id, taskId: "t-xp-task", version: 1 }));
    expect((await loadExperience(bureau, COUNTY, id)).experience.borrowed).toBe(0);
    expect((await loadTask(far, FAR, "t-xp-task")).borrowed).toEqual([]);
    await borrow(far);
    await move(ministry, "recall", 8, "信息有误");
    expect(await seen(far, FAR)).toEqual([]);
    expect((await loadTask(far, FAR, "t-xp-task")).borrowed).toEqual([]);
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM audit_events WHERE entity = 'experience' AND entity_id = $1", [id]);
    expect(rows[0].n).toBe(12);
  });
});
