import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { visitLimit } from "./visit-list";

/** The county sets how many visits each school takes in a year; what is on the lists already stays. seed: X15 */
export async function setVisitLimit(tx: Tx, actor: Actor, { divisionCode, year, version, perSchool }: { divisionCode: string; year: number; version: number; perSchool: number }) {
  assertOwnCounty(actor, divisionCode);
  const thisYear = Number(shanghaiDay(new Date()).slice(0, 4));
  if (year < thisYear || year > thisYear + 1) throw new AppError("invalid", undefined, { perSchool: "只能设定本年度或下一年度的上限。" });
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`visit-limit:${divisionCode}:${year}`}))`;
  const before = await visitLimit(tx, divisionCode, year);
  if ((before?.version ?? 0) !== version) throw new AppError("conflict", `上限刚被他人改为 ${before?.perSchool ?? "未设定"}，请核对后再保存。`, {}, { version: before?.version ?? 0 });
  await tx.visitLimit.upsert({
    where: { divisionCode_year: { divisionCode, year } },
    create: { divisionCode, year, perSchool, setBy: actor.userId },
    update: { perSchool, setBy: actor.userId, updatedAt: new Date(), version: { increment: 1 } },
  });
  const over = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT 1 FROM visits WHERE division_code = ${divisionCode} AND year = ${year}::int AND state <> 'cancelled' GROUP BY school_id HAVING count(*) > ${perSchool}::int) full_lists`;
  const beyond = over[0]?.n ?? 0;
  return {
    value: { version: version + 1 },
    message: `${year} 年每校进校活动上限为 ${perSchool} 次。${beyond > 0 ? `${beyond} 所学校的清单已超过，已列入的保留，不再增加。` : ""}`,
    audit: { act: "visit-limit.set", entity: "visit-limit", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, from: before?.perSchool ?? null, to: perSchool } },
    changed: [`/d/${divisionCode}/visits`, "/s/visits"],
  };
}
