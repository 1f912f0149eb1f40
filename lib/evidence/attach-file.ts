import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "@/lib/access/actor";
import { EVIDENCE_FILES } from "@/lib/access/limits";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { disk, keyOf } from "./disk";
import { mimeOf, refuseContent, refuseFile } from "./files";
import type { EvidenceFile } from "./list-evidence";
import { findGround, type Subject } from "./subjects";

export type Upload = { name: string; bytes: Uint8Array };

/**
 * Stores a file and hangs it on its subject. The bytes are written last, under an id that no name can steer;
 * if the transaction fails after that, an unreachable file stays on the disk, never a row without its file.
 * @throws AppError invalid (format, size, content), state, notFound.
 */
export async function attachFile(tx: Tx, actor: Actor, subject: Subject, { name, bytes }: Upload): Promise<{ body: EvidenceFile; status: number; audit: AuditEntry }> {
  const refused = refuseFile({ name, size: bytes.length }) ?? refuseContent(name, (await fileTypeFromBuffer(bytes))?.ext);
  if (refused) throw new AppError("invalid", refused);
  const { divisionCode, schoolId } = await findGround(tx, actor, subject);
  const count = await tx.fileLink.count({ where: { ...subject, retiredAt: null } });
  if (count >= EVIDENCE_FILES) throw new AppError("invalid", `每一项最多上传 ${EVIDENCE_FILES} 份佐证材料，请先移除不需要的。`);
  const [fileId, linkId, now] = [randomUUID(), randomUUID(), new Date()];
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await tx.storedFile.createMany({ data: { id: fileId, divisionCode, schoolId, sha256, name, mime: mimeOf(name), size: bytes.length, uploadedBy: actor.userId, uploadedAt: now } });
  await tx.fileLink.createMany({ data: { id: linkId, fileId, divisionCode, schoolId, ...subject, linkedAt: now, linkedBy: actor.userId } });
  await disk().put(keyOf(fileId), bytes);
  return {
    status: 201,
    body: { id: linkId, fileId, item: subject.item, name, size: bytes.length, linkedAt: now.toISOString(), retiredAt: null, removable: true },
    audit: { act: "evidence.attach", entity: subject.entity, entityId: subject.entityId, divisionCode, schoolId, detail: { item: subject.item, file: fileId, name, size: bytes.length, sha256 } },
  };
}
