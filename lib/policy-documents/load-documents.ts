import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { listDocuments, type DocumentView } from "./list-documents";

export type DocumentsView = { place: Place; documents: DocumentView[]; evidence: (EvidenceFile & { entityId: string })[]; tasks: { id: string; title: string }[]; manages: boolean };

/** What /d/[code]/tasks/documents shows. */
export async function loadDocuments(actor: Actor, code: string): Promise<DocumentsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = place.years[0]?.year ?? 0;
    return {
      place,
      documents: await listDocuments(tx, code),
      evidence: standingAt(await listEvidence(tx, actor, "policy_document", { startsWith: `${code}/` })),
      tasks: await tx.task.findMany({ where: { divisionCode: code, year, retiredAt: null }, orderBy: [{ kind: "asc" }, { templateId: "asc" }, { number: "asc" }], select: { id: true, title: true } }),
      manages: can(actor, "task.manage") && actor.office.divisionCode === code,
    };
  });
}
