import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { mayDetach } from "./may-detach";
import { SUBJECTS, findGround } from "./subjects";

/** Retires a link: the file leaves what is being filled in and stays with the versions that were submitted with it. */
export async function detachFile(tx: Tx, actor: Actor, linkId: string): Promise<{ body: { id: string }; audit: AuditEntry }> {
  const link = await tx.fileLink.findFirst({ where: { id: linkId, retiredAt: null }, select: { entity: true, entityId: true, item: true, fileId: true, linkedBy: true } });
  const entity = SUBJECTS.find((kind) => kind === link?.entity);
  if (!link || !entity) throw notFoundError();
  if (!mayDetach(actor, entity, link.linkedBy)) throw new AppError("forbidden", "材料由上传的人或县级教育行政部门移除。");
  const { divisionCode, schoolId } = await findGround(tx, actor, { entity, entityId: link.entityId, item: link.item });
  await tx.fileLink.updateMany({ where: { id: linkId, retiredAt: null }, data: { retiredAt: new Date(), retiredBy: actor.userId } });
  return {
    body: { id: linkId },
    audit: { act: "evidence.detach", entity, entityId: link.entityId, divisionCode, schoolId, detail: { item: link.item, file: link.fileId } },
  };
}
