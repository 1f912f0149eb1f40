import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "pg";
import { prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { joinGroup, leadGroup, leaveGroup } from "@/lib/school-groups/change-members";
import { createGroup } from "@/lib/school-groups/create-group";
import { endGroup } from "@/lib/school-groups/end-group";
import { groupFilters } from "@/lib/school-groups/filters";
import { loadGroup, loadGroups } from "@/lib/school-groups/load-groups";
import type { GroupKind } from "@/lib/school-groups/rules";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "130108";
const YEAR = 2025;
let owner: Client;
const person = castOf(COUNTY);
const bureau = person("t-sg-bureau");
const city = person("t-sg-city", { level: "city", divisionCode: "1301" });
const neighbour = person("t-sg-neighbour", { divisionCode: "130109" });
const filters = groupFilters({});
let ids: string[] = [];
const at = (index: number) => ids[index] ?? "";

const create = (name: string, leadSchoolId: string, kind: GroupKind = "community", actor = bureau) => acting(actor, (tx) => createGroup(tx, actor, { divisionCode: COUNTY, kind, name, leadSchoolId, startsOn: "2024-09-01" })).then((done) => done.value.id);
const join = (groupId: string, version: number, schoolId: string, joinedOn = "2024-09-01", actor = bureau) => acting(actor, (tx) => joinGroup(tx, actor, { groupId, version, schoolId, joinedOn }));
const memberOf = async (groupId: string, schoolId: string) => (await owner.query<{ id: string }>("SELECT id FROM school_group_members WHERE group_id = $1 AND school_id = $2", [groupId, schoolId])).rows[0]?.id ?? "";

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [YEAR], schools: 12 }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["school_group_members", "school_groups"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  ids = (await owner.query<{ id: string }>("SELECT school_id AS id FROM section_results WHERE division_code = $1 AND year = $2 AND stage = 'primary' ORDER BY 1", [COUNTY, YEAR])).rows.map(({ id }) => id);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("members of groups", () => {
  it("a school stands in one 共同体 at a time, at the same moment too; a 学区 beside it is no matter", async () => {
    const [one, two] = [await create("东河共同体", at(0)), await create("青石岭共同体", at(1))];
    expect(await refusal(create("东河共同体", at(2)))).toMatch(/同名/);
    expect(await refusal(create("第三共同体", at(0)))).toMatch(/东河共同体/);
    const tries = await Promise.allSettled([join(one, 1, at(2)), join(two, 1, at(2))]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await create("城北学区", at(2), "zone");
    const { rows } = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM school_group_members WHERE school_id = $1 AND left_on IS NULL", [at(2)]);
    expect(rows[0]?.n).toBe(2);
    // The database holds it where the application would slip.
    await expect(as(bureau, (tx) => tx.schoolGroupMember.create({ data: { id: "t-sg-x", groupId: two, divisionCode: COUNTY, schoolId: at(0), kind: "community", joinedOn: new Date("2025-01-01") } }))).rejects.toThrow();
  });

  it("the lead hands over before leaving; who has left may join elsewhere; a stale page is refused", async () => {
    const id = await create("新桥共同体", at(3));
    await join(id, 1, at(4));
    expect(await refusal(join(id, 1, at(5)))).toMatch(/^conflict/);
    const leave = async (schoolId: string, version: number, leftOn: string) => { const memberId = await memberOf(id, schoolId); return acting(bureau, (tx) => leaveGroup(tx, bureau, { groupId: id, version, memberId, leftOn })); };
    expect(await refusal(leave(at(3), 2, "2025-09-01"))).toMatch(/新的牵头学校/);
    const memberId = await memberOf(id, at(4));
    await acting(bureau, (tx) => leadGroup(tx, bureau, { groupId: id, version: 2, memberId }));
    await leave(at(3), 3, "2025-03-01");
    await create("南湾共同体", at(3)).then(() => { throw new Error("overlapping"); }, (error: unknown) => expect(error).toBeInstanceOf(AppError));
    const next = await create("北塘共同体", at(6));
    await join(next, 1, at(3), "2025-03-01");
    await acting(bureau, (tx) => endGroup(tx, bureau, { groupId: id, version: 4, endedOn: "2025-06-30" }));
    expect(await refusal(join(id, 5, at(7)))).toMatch(/已经结束/);
    const view = await loadGroup(city, COUNTY, id, YEAR, filters);
    expect([view.group.endedOn, view.members.length, view.members.every((member) => !member.present), view.manages]).toEqual(["2025-06-30", 2, true, false]);
  });

  it("is the county's own: others neither write nor see", async () => {
    expect(await refusal(create("别县的", at(8), "zone", neighbour))).toMatch(/^notFound/);
    expect(await refusal(create("市里的", at(8), "zone", city))).toMatch(/^notFound/);
    expect(await as(neighbour, (tx) => tx.schoolGroup.count({ where: { divisionCode: COUNTY } }))).toBe(0);
    await expect(as(city, (tx) => tx.schoolGroup.updateMany({ where: { divisionCode: COUNTY }, data: { name: "x" } }))).rejects.toThrow();
  });
});

describe("figures", () => {
  it("of a group are those of its pupils together, from stored results; a group of all schools has the county's mean", async () => {
    const id = await create("全县学区", at(0), "zone");
    let version = 1;
    for (const schoolId of ids.slice(1)) await join(id, version++, schoolId);
    const view = await loadGroup(bureau, COUNTY, id, YEAR, filters);
    expect(view.figures.backboneTeachers.counted).toBe(ids.length);
    for (const key of ["backboneTeachers", "teachingArea", "multimediaRooms"] as const) {
      expect(view.figures[key].mean).toBeCloseTo(view.county?.indicators[key].mean ?? -1, 9);
      expect(view.figures[key].cv).toBeCloseTo(view.county?.indicators[key].cv ?? -1, 9);
    }
    const groups = await loadGroups(bureau, COUNTY, YEAR, filters);
    expect(groups.groups.map((group) => group.name)).not.toContain("新桥共同体");
    expect(groups.ended).toBe(1);
    const { rows } = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM school_facts WHERE division_code = $1 AND year = $2 AND coalesce(primary_students, 0) + coalesce(junior_students, 0) < 100 AND kind NOT IN ('special', 'vocational')", [COUNTY, YEAR]);
    expect(groups.kinds.filter((school) => school.small).length).toBe(rows[0]?.n);
    expect(groups.kinds.every((school) => school.counsellors !== null)).toBe(true);
  });
});
