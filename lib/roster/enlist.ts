import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { freezeRoster } from "@/lib/calendar/freeze-roster";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import type { enlistInput } from "./schema";
import { rosterPages } from "./write-school";

/** Adds to a year under way the schools that were left out of its frozen roster, with the reason on record. */
export async function enlist(tx: Tx, actor: Actor, { divisionCode, year, reason }: z.infer<typeof enlistInput>) {
  assertOwnCounty(actor, divisionCode);
  const calendar = await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { completedAt: true } });
  if (!calendar || calendar.completedAt) throw new AppError("state", "这一年度没有开启或已经完成，名册不再增减。");
  const added = await freezeRoster(tx, divisionCode, year);
  if (added === 0) throw new AppError("state", "没有要补列的学校，可能刚由同事补列。");
  return {
    value: { added }, message: `已将 ${added} 所学校补列入${year}学年初应报名册。`,
    audit: { act: "filing-year.enlist", entity: "filing-year", entityId: `${divisionCode}-${year}`, divisionCode, detail: { year, added, reason } }, changed: rosterPages(divisionCode),
  };
}
