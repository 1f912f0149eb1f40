import type { Tx } from "@/lib/db/with-scope";
import { placeName } from "./place-name";

/** How the places of these codes are called on the pages of `read`. One query. */
export async function placeNames(tx: Tx, read: string, codes: readonly string[]): Promise<(code: string) => string> {
  const rows = await tx.division.findMany({ where: { code: { in: [...new Set([read, ...codes])] } }, select: { code: true, path: true } });
  const paths = new Map(rows.map((row) => [row.code, row.path]));
  return (code) => { const path = paths.get(code); return path === undefined ? code : placeName(path, paths.get(read) ?? ""); };
}
