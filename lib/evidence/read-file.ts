import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { log } from "@/lib/log";
import { disk, keyOf } from "./disk";

/** A stored file in reach, by the id of the file. */
export async function readFile(tx: Tx, fileId: string): Promise<{ name: string; mime: string; bytes: Uint8Array<ArrayBufferLike> }> {
  const row = await tx.storedFile.findUnique({ where: { id: fileId }, select: { name: true, mime: true } });
  if (!row) throw notFoundError();
  try {
    return { ...row, bytes: await disk().getBytes(keyOf(fileId)) };
  } catch (error) {
    log.error({ event: "file-missing", file: fileId, err: String(error) });
    throw new AppError("notFound", "这份材料的记录还在，文件已不在存储中，请联系系统管理员从备份恢复。");
  }
}
