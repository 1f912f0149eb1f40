import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { saveBatch } from "@/lib/certification/save-batch";
import { batchInput } from "@/lib/certification/schema";
import { prisma } from "@/lib/db/client";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner } from "../helpers/owner";

const person = castOf("350102");
const county = person("t-cb-county", { office: "government" });
const province = person("t-cb-province", { office: "supervision", level: "province", divisionCode: "35" });
const ministry = (name: string) => person(`t-cb-nation-${name}`, { office: "supervision", level: "nation", divisionCode: "cn" });
const nation: [Actor, Actor] = [ministry("a"), ministry("b")];
let owner: Client;

beforeAll(async () => { owner = await openOwner(); });
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a batch", () => {
  const input = (more: Record<string, unknown> = {}) => ({ year: 2071, figuresYear: 2070, name: "测试批次 2071", steps: [{ key: "", name: "资格审查", kind: "record" }, { key: "", name: "实地核查", kind: "visit" }], deadlines: { nomination: "2071-03-31", self: "2071-09-30" }, version: 0, ...more });
  const save = (actor: Actor, more: Record<string, unknown> = {}) => acting(actor, (tx) => saveBatch(tx, actor, batchInput.parse(input(more))));
  const faults = (more: Record<string, unknown>) => batchInput.safeParse(input(more)).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
  it("is the nation's, has its steps and days as data, and two who set it up at once make one", async () => {
    await owner.query("DELETE FROM certification_batches WHERE id = '2071'");
    expect(await refusal(save(province))).toMatch(/^notFound/);
    const both = await Promise.allSettled([save(nation[0]), save(nation[1])]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(save(nation[0]))).toMatch(/2071 年度的批次已经有了/);
    const { rows } = await owner.query<{ steps: unknown }>("SELECT steps FROM certification_batches WHERE id = '2071'");
    expect(rows[0]?.steps).toEqual([{ key: "step-1", name: "资格审查", kind: "record" }, { key: "step-2", name: "实地核查", kind: "visit" }]);
    await save(nation[0], { version: 1, name: "改名的批次" });
    expect(await refusal(save(nation[1], { version: 1 }))).toMatch(/^conflict/);
    expect([faults({ deadlines: { nomination: "2071-03-31", self: "2071-02-01" } }), faults({ figuresYear: 2072 }), faults({ steps: [] }), faults({ steps: [{ key: "", name: "审查", kind: "record" }, { key: "", name: "审查", kind: "record" }] })])
      .toEqual([["deadlines.self 不能早于上一环节的期限。"], ["figuresYear 数据年份不能晚于评估年度。"], ["steps 至少一步。"], ["steps 步骤名称不能重复。"]]);
    expect((await as(county, (tx) => tx.certificationBatch.updateMany({ where: { id: "2071" }, data: { name: "x" } }))).count).toBe(0);
    await owner.query("DELETE FROM certification_batches WHERE id = '2071'");
  });
});
