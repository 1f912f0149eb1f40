import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { getPlace } from "@/lib/divisions/get-place";
import { loadZones } from "@/lib/zones/load-zones";
import { endZoneInput, zoneInput } from "@/lib/zones/schema";
import { addZone, endZone } from "@/lib/zones/write-zone";
import { seedReference } from "@/lib/seed/divisions";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner } from "../helpers/owner";

/** 内蒙古 adds a zone below 呼和浩特. */
const ZONE = "150172";
const person = castOf("150102");
const province = person("t-zn-province", { level: "province", divisionCode: "15" });
const elsewhere = person("t-zn-elsewhere", { level: "province", divisionCode: "14" });
const city = person("t-zn-city", { level: "city", divisionCode: "1501" });
const given = { code: ZONE, name: "呼和浩特测试经济技术开发区", basis: "演示政函〔2020〕1 号；财政、教育管理独立", approvedOn: "2020-05-06", fiscal: true, education: true };
const add = (actor: Actor, more: Record<string, unknown> = {}) => acting(actor, (tx) => addZone(tx, actor, zoneInput.parse({ ...given, ...more })));
const end = (actor: Actor, version: number) => acting(actor, (tx) => endZone(tx, actor, endZoneInput.parse({ code: ZONE, version, reason: "并入市辖区" })));
let owner: pg.Client;

beforeAll(async () => {
  owner = await openOwner();
  await seedReference(owner);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM zones WHERE division_code = $1", [ZONE]);
  await owner.query("DELETE FROM schools WHERE division_code = $1", [ZONE]);
  await owner.query("DELETE FROM divisions WHERE code = $1", [ZONE]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("functional zones", () => {
  it("ask for what makes a zone a county-level unit, at its field", () => {
    const faults = zoneInput.safeParse({ ...given, code: "150102", fiscal: false, education: false, basis: "" });
    expect(faults.error?.issues.map((issue) => issue.message)).toEqual(["请填写 6 位代码：所在市的 4 位代码加 71—99。", "请写明批准文号和财政、教育管理职能的依据。", "财政独立的功能区才能列为县级单位。", "具有教育管理职能的功能区才能列为县级单位。"]);
  });

  it("are added by their own province below a city that exists, once, and are counties from then on", async () => {
    expect(await refusal(add(city))).toMatch(/^notFound/);
    expect(await refusal(add(elsewhere))).toBe("invalid: 代码不在本省范围内。");
    expect(await refusal(add(province, { code: "159971" }))).toBe("invalid: 没有找到代码前 4 位所在的市。");
    expect(await refusal(add(province, { approvedOn: "2099-01-01" }))).toBe("invalid: 批准日期不能晚于今天。");
    const both = await Promise.all([add(province), add(province)].map((one) => one.then(() => "ok", (error: { fields?: Record<string, string> }) => error.fields?.code ?? String(error))));
    expect(both.sort()).toEqual(["ok", "这个代码已经使用。"].sort());
    expect(await as(city, (tx) => getPlace(tx, city, ZONE))).toMatchObject({ name: given.name, level: "county" });
    expect((await loadZones(province, "15")).zones.find((zone) => zone.code === ZONE)).toMatchObject({ basis: given.basis, approvedOn: "2020-05-06", ended: null });
    // Reference data that are loaded anew leave what a place added itself.
    await seedReference(owner);
    expect((await loadZones(province, "15")).zones.map((zone) => zone.code)).toContain(ZONE);
  });

  it("end with a reason when no school is open there any more, and stay in the records", async () => {
    await owner.query("INSERT INTO schools (id, code, name, kind, division_code, opened_on) VALUES ('t-zn-s', '3150172001', '测试小学', 'primary', $1, '2021-09-01')", [ZONE]);
    expect(await refusal(end(province, 1))).toBe("state: 这个功能区还有在办学校，学校划转或停办后才能撤销。");
    await owner.query("UPDATE schools SET closed_on = '2024-09-01' WHERE id = 't-zn-s'");
    expect(await refusal(end(province, 9))).toMatch(/^conflict/);
    expect(await refusal(end(elsewhere, 1))).toMatch(/^notFound/);
    await end(province, 1);
    expect((await loadZones(province, "15")).zones.find((zone) => zone.code === ZONE)?.ended).not.toBeNull();
    expect(await refusal(end(province, 2))).toMatch(/^notFound/);
  });
});
