"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { AppError, notFoundError } from "@/lib/errors";
import { checkFiling } from "./check";
import { getApproved, getDraft } from "./draft";
import { assertMayAct, assertVersion, findFiling } from "./find-filing";
import { closedReason, getWindow } from "./window";

/** 校长 submits: the draft is frozen as a numbered version and goes to the county. */
export const submitFiling = defineAction({
  act: "filing.submit",
  schema: z.object({ filingId: z.string(), version: z.coerce.number().int() }),
  run: async ({ tx, actor, input }) => {
    const filing = await findFiling(tx, input.filingId, true);
    if (![filing.schoolId, filing.filedBySchoolId].includes(actor.office.schoolId ?? "")) throw notFoundError();
    assertVersion(filing, input.version);
    const correcting = filing.state === "correcting";
    assertMayAct(filing, correcting ? "resubmit" : "submit");
    const closed = closedReason(await getWindow(tx, filing.divisionCode, filing.year, filing.schoolId), filing.state, new Date());
    if (closed) throw new AppError("state", closed);
    const { data, versions } = await getDraft(tx, filing.id);
    const errors = checkFiling(filing.school, data, await getApproved(tx, filing.schoolId, filing.year - 1)).filter((finding) => finding.severity === "error");
    if (errors.length > 0)
      throw new AppError("invalid", `还有 ${errors.length} 处需要更正，暂不能提交。`, Object.fromEntries(errors.map((finding) => [`${finding.section}.${finding.field}`, finding.message])));
    const number = Math.max(filing.submittedNumber ?? 0, filing.approvedNumber ?? 0) + 1;
    await tx.filingVersion.create({
      data: { filingId: filing.id, number, divisionCode: filing.divisionCode, schoolId: filing.schoolId, filedBySchoolId: filing.filedBySchoolId, year: filing.year, data, reason: filing.correctionReason, submittedBy: actor.userId },
    });
    const state = correcting ? "resubmitted" : "submitted";
    await tx.filing.update({ where: { id: filing.id }, data: { state, submittedNumber: number, submittedAt: new Date(), version: { increment: 1 } } });
    await tx.filingComment.updateMany({ where: { filingId: filing.id, resolvedAt: null }, data: { resolvedAt: new Date() } });
    return {
      value: { number },
      message: "已提交，等待县级教育行政部门审核。",
      audit: { act: "filing.submit", entity: "filing", entityId: filing.id, divisionCode: filing.divisionCode, schoolId: filing.schoolId, detail: { number, from: filing.state, to: state, sections: versions } },
      changed: [`/s/${filing.schoolId}/filing/${filing.year}`, `/d/${filing.divisionCode}/filings`],
    };
  },
});
