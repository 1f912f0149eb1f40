"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { notFoundError } from "@/lib/errors";
import { getApproved } from "./draft";
import { assertMayAct, assertVersion, findFiling } from "./find-filing";

/** Opens an approved filing for a correction with a reason; the approved version stands until the correction is approved. */
export const openCorrection = defineAction({
  act: "filing.correct",
  schema: z.object({ filingId: z.string(), version: z.coerce.number().int(), reason: z.string().trim().min(4, "请写明更正原因。").max(500, "最多 500 字。") }),
  run: async ({ tx, actor, input }) => {
    const filing = await findFiling(tx, input.filingId, true);
    const ownSchool = actor.office.schoolId;
    if (ownSchool !== null && ![filing.schoolId, filing.filedBySchoolId].includes(ownSchool)) throw notFoundError();
    assertVersion(filing, input.version);
    assertMayAct(filing, "correct");
    const approved = await getApproved(tx, filing.schoolId, filing.year);
    for (const [section, data] of Object.entries(approved)) {
      if (!data) continue;
      const written = { data, updatedBy: actor.userId, updatedAt: new Date() };
      await tx.filingSection.upsert({
        where: { filingId_section: { filingId: filing.id, section } },
        create: { filingId: filing.id, section, divisionCode: filing.divisionCode, schoolId: filing.schoolId, filedBySchoolId: filing.filedBySchoolId, ...written },
        update: { ...written, version: { increment: 1 } },
      });
    }
    await tx.filing.update({ where: { id: filing.id }, data: { state: "correcting", correctionReason: input.reason, version: { increment: 1 } } });
    return {
      value: undefined,
      message: "已进入更正；审核通过前，原审定数据继续有效。",
      audit: { act: "filing.correct", entity: "filing", entityId: filing.id, divisionCode: filing.divisionCode, schoolId: filing.schoolId, detail: { reason: input.reason, approved: filing.approvedNumber } },
      changed: [`/s/${filing.schoolId}`, `/d/${filing.divisionCode}/filings`],
    };
  },
});
