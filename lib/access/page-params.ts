import { z } from "zod";
import { notFoundError } from "@/lib/errors";

const year = z.coerce.number().int().min(2000).max(2100);
type Raw = Promise<Record<string, string | string[] | undefined>>;

/** `?year=`: absent is undefined, anything that is no year does not exist. */
export async function yearParam(search: Raw): Promise<number | undefined> {
  const { year: raw } = await search;
  if (raw === undefined) return undefined;
  const parsed = year.safeParse(raw);
  if (!parsed.success) throw notFoundError();
  return parsed.data;
}

/** A year in the path. */
export function yearSegment(segment: string): number {
  const parsed = year.safeParse(/^\d{4}$/.test(segment) ? segment : undefined);
  if (!parsed.success) throw notFoundError();
  return parsed.data;
}

/** `?version=`: a submission's number; anything else is none. */
export async function versionParam(search: Raw): Promise<number | undefined> {
  const { version } = await search;
  return z.coerce.number().int().min(1).optional().catch(undefined).parse(version);
}

/** `?basis=live`: 实时数据（未审定）; anything else is 审定数据. */
export async function basisParam(search: Raw): Promise<"approved" | "live"> {
  return (await search).basis === "live" ? "live" : "approved";
}
