import { z } from "zod";

const schema = z.object({ entry: z.string().max(80).optional().catch(undefined), request: z.string().max(80).optional().catch(undefined) });

/** What a request is made from: an entry of the ledger, or a request from below. */
export const askOrigin = (search: Record<string, string | string[] | undefined>): z.infer<typeof schema> => schema.parse(search);
