import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { getStandard } from "@/lib/results/get-standard";
import { listVersions } from "./list-versions";
import { getApproved, getDraft } from "./draft";
import { findFiling } from "./find-filing";
import { getSources } from "./get-sources";
import { mayAct } from "./states";
import { closedReason, getWindow } from "./window";

/** Everything that /s/[id]/filing/[year] shows, to the school that fills it in and to the county that reviews it. */
export async function loadFiling(actor: Actor, schoolId: string, year: number) {
  return withScope(scopeOf(actor), async (tx) => {
    const row = await tx.filing.findUnique({ where: { schoolId_year: { schoolId, year } }, select: { id: true } });
    if (!row) throw notFoundError();
    const filing = await findFiling(tx, row.id);
    const [draft, last, versions, remarks, window] = [
      await getDraft(tx, filing.id),
      await getApproved(tx, schoolId, year - 1),
      await listVersions(tx, filing.id),
      await tx.filingComment.findMany({ where: { filingId: filing.id }, orderBy: { createdAt: "asc" }, select: { section: true, field: true, message: true, number: true, resolvedAt: true } }),
      await getWindow(tx, filing.divisionCode, year, schoolId),
    ];
    const evidence = can(actor, "evidence.read") ? await listEvidence(tx, actor, "filing", { is: filing.id }) : [];
    const standard = await getStandard(asQuery(tx), filing.divisionCode, year);
    const sources = await getSources(tx, schoolId, year);
    const own = [filing.schoolId, filing.filedBySchoolId].includes(actor.office.schoolId ?? "");
    const closed = closedReason(window, filing.state, new Date());
    return {
      filing, draft, last, versions, remarks, evidence, window, closed, standard, sources,
      seesDraft: actor.office.level === "school" || actor.office.level === "county",
      editable: own && can(actor, "filing.edit") && mayAct(filing.state, "edit") && closed === null,
      canSubmit: own && can(actor, "filing.submit"),
      canReview: can(actor, "filing.review") && (filing.state === "submitted" || filing.state === "resubmitted"),
      canCorrect: can(actor, "filing.correct") && (own || actor.office.level === "county") && mayAct(filing.state, "correct"),
    };
  });
}
export type FilingView = Awaited<ReturnType<typeof loadFiling>>;
