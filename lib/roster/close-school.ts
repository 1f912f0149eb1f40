import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { holdSchools, pick, readPast } from "./find-schools";
import { isOpen, refuseClosing, standsIn } from "./rules";
import type { closeSchoolInput, reopenSchoolInput } from "./schema";
import { rosterAudit, rosterPages } from "./write-school";

/** Years under way whose roster should no longer name the school: an untouched filing leaves it, a begun one stays and is said. */
async function leaveRosters(tx: Tx, school: { id: string; kind: string; counted: boolean; openedOn: string | null }, divisionCode: string, closedOn: string): Promise<string> {
  const years = await tx.filing.findMany({ where: { schoolId: school.id }, select: { year: true } });
  const open = await tx.filingYear.findMany({ where: { divisionCode, completedAt: null, year: { in: years.map(({ year }) => year) } }, orderBy: { year: "asc" }, select: { year: true } });
  const said: string[] = [];
  for (const { year } of open) {
    if (standsIn({ ...school, closedOn }, year)) { said.push(`${year}学年初它仍在应报名册中，应完成填报`); continue; }
    const [row] = await tx.$queryRaw<{ dropped: boolean }[]>`SELECT drop_untouched_filing(${school.id}, ${year}::int) AS dropped`;
    said.push(row?.dropped ? `已移出${year}学年初应报名册` : `${year}学年初它已开始填报，留在应报名册中`);
  }
  return said.length > 0 ? `${said.join("；")}。` : "";
}

/** 停办 or 撤并: the school stays on record with its day, its reason and where its pupils went. @throws AppError invalid, conflict, notFound. */
export async function closeSchool(tx: Tx, actor: Actor, { divisionCode, schoolId, version, closedOn, mergedIntoCode, reason }: z.infer<typeof closeSchoolInput>) {
  assertOwnCounty(actor, divisionCode);
  const schools = await holdSchools(tx, divisionCode);
  const school = pick(schools, schoolId, version);
  if (school.closedOn !== null) throw new AppError("state", "这所学校已经停办。");
  const today = shanghaiDay(new Date());
  const merged = mergedIntoCode === null ? null : schools.find((one) => one.code === mergedIntoCode && isOpen(one, today));
  const faults = refuseClosing(school, closedOn, merged, (await readPast(tx, schoolId)).branches, today);
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  await tx.school.updateMany({ where: { id: schoolId, version }, data: { closedOn: toDate(closedOn), closedReason: reason, mergedIntoId: merged?.id ?? null, version: { increment: 1 } } });
  const rosters = await leaveRosters(tx, school, divisionCode, closedOn);
  return {
    value: {}, message: `${school.name}已登记${merged ? `并入${merged.name}` : "停办"}，历年数据保留。${rosters}它的账号请在“账号”中停用。`,
    audit: rosterAudit(divisionCode, schoolId, "close", { closedOn, mergedInto: merged?.code ?? null, reason, rosters }), changed: rosterPages(divisionCode, schoolId),
  };
}

/** Takes back a closing that was entered by mistake. @throws AppError state, conflict, notFound. */
export async function reopenSchool(tx: Tx, actor: Actor, { divisionCode, schoolId, version, reason }: z.infer<typeof reopenSchoolInput>) {
  assertOwnCounty(actor, divisionCode);
  const schools = await holdSchools(tx, divisionCode);
  const school = pick(schools, schoolId, version);
  if (school.closedOn === null) throw new AppError("state", "这所学校没有停办。");
  const today = shanghaiDay(new Date());
  if (schools.some((one) => one.id !== schoolId && one.name === school.name && isOpen(one, today))) throw new AppError("state", "本县已有同名的在办学校，不能恢复。");
  await tx.school.updateMany({ where: { id: schoolId, version }, data: { closedOn: null, closedReason: "", mergedIntoId: null, version: { increment: 1 } } });
  return { value: {}, message: `${school.name}已恢复在办；应列入本年度应报名册的，请补列。`, audit: rosterAudit(divisionCode, schoolId, "reopen", { closedOn: school.closedOn, reason }), changed: rosterPages(divisionCode, schoolId) };
}
