"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineAction } from "@/lib/access/define-action";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { assertMayAct, assertVersion, findFiling } from "./find-filing";
import { fieldsOfSection } from "./schema";

const remark = z.object({ section: z.string().max(40), field: z.string().max(60), message: z.string().trim().min(1, "请写明意见。").max(500, "最多 500 字。") });

/** The county returns a submission with an opinion and remarks on fields; a returned correction leaves the approved version standing. */
export const returnFiling = defineAction({
  act: "filing.review",
  schema: z.object({ filingId: z.string(), version: z.coerce.number().int(), opinion: z.string().trim().min(2, "请写明退回原因。").max(1000, "最多 1000 字。"), remarks: z.array(remark).max(200) }),
  run: async ({ tx, actor, input }) => {
    const filing = await findFiling(tx, input.filingId, true);
    assertVersion(filing, input.version);
    const correction = filing.state === "resubmitted";
    assertMayAct(filing, correction ? "returnCorrection" : "return");
    if (filing.submittedNumber === null) throw new AppError("state");
    for (const { section, field } of input.remarks)
      if (!fieldsOfSection(filing.school.kind, section)?.some((spec) => spec.key === field)) throw new AppError("invalid", "意见所指的填报项不存在。");
    const number = filing.submittedNumber;
    await tx.filingVersion.update({ where: { filingId_number: { filingId: filing.id, number } }, data: { decision: "returned", decidedBy: actor.userId, decidedAt: new Date(), opinion: input.opinion } });
    await tx.filingComment.createMany({
      data: input.remarks.map((entry) => ({ id: randomUUID(), filingId: filing.id, divisionCode: filing.divisionCode, schoolId: filing.schoolId, filedBySchoolId: filing.filedBySchoolId, number, author: actor.displayName, ...entry })),
    });
    const state = correction ? "correcting" : "returned";
    await tx.filing.update({ where: { id: filing.id }, data: { state, version: { increment: 1 } } });
    await addNotice(tx, actor, { divisionCode: filing.divisionCode, schoolId: filing.filedBySchoolId }, { kind: "returned", title: `${filing.school.name} ${filing.year}学年初自评被退回：${input.opinion}`, href: `/s/${filing.schoolId}/filing/${filing.year}`, entity: "filing", entityId: filing.id });
    return {
      value: undefined,
      message: `已退回${filing.school.name}。`,
      audit: { act: "filing.return", entity: "filing", entityId: filing.id, divisionCode: filing.divisionCode, schoolId: filing.schoolId, detail: { number, from: filing.state, to: state, opinion: input.opinion, remarks: input.remarks.length } },
      changed: [`/d/${filing.divisionCode}/filings`, `/s/${filing.schoolId}/filing/${filing.year}`],
    };
  },
});
