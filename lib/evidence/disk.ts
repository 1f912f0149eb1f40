import path from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/env";

let opened: Disk | undefined;

/** Where the bytes of files are kept, by id, two letters a folder; names and rights are in PostgreSQL. */
export function disk(): Disk {
  opened ??= new Disk(new FSDriver({ location: path.resolve(env().YOUJUN_DATA_DIR, "files"), visibility: "private" }));
  return opened;
}

export const keyOf = (fileId: string): string => `${fileId.slice(0, 2)}/${fileId}`;
