import { z } from "zod";
import { prisma } from "@/lib/db/client";

const row = z.object({
  list: z.string(), kind: z.enum(["pioneer", "recognised"]), title: z.string(), document_number: z.string(), published_on: z.string(), province_code: z.string(), province: z.string(), county_code: z.string(), county: z.string(), demo: z.boolean(),
});
export type PublicRow = z.infer<typeof row>;

/** Everything that anybody may read, by the security-definer function alone (prisma/migrations/0034_public): no session, no scope. */
export async function readPublicLists(): Promise<PublicRow[]> {
  return z.array(row).parse(await prisma().$queryRaw`SELECT * FROM public_lists()`);
}
