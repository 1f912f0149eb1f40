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
