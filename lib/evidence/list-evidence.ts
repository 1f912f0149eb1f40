import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { mayDetach } from "./may-detach";
import type { SubjectKind } from "./subjects";

/** A piece of evidence as pages show it; `id` is the link's, `fileId` the stored file's; times are ISO, UTC. */
export type EvidenceFile = { id: string; fileId: string; item: string; name: string; size: number; linkedAt: string; retiredAt: string | null; /** Whether the reader could take it off, were the subject open. */ removable: boolean };

/** The evidence of one subject kind whose ids begin so, retired pieces included (an older version still shows them). */
export async function listEvidence(tx: Tx, actor: Actor, entity: SubjectKind, ids: { is: string } | { startsWith: string }): Promise<(EvidenceFile & { entityId: string })[]> {
  const rows = await tx.fileLink.findMany({
    where: { entity, entityId: "is" in ids ? ids.is : { startsWith: ids.startsWith } },
    orderBy: { linkedAt: "asc" },
    select: { id: true, fileId: true, entityId: true, item: true, linkedAt: true, linkedBy: true, retiredAt: true, file: { select: { name: true, size: true } } },
  });
  return rows.map(({ file, linkedAt, linkedBy, retiredAt, ...link }) => ({ ...link, ...file, removable: mayDetach(actor, entity, linkedBy), linkedAt: linkedAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null }));
}
