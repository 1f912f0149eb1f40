import type { Tx } from "./with-scope";

/** Anything that runs one SQL statement: a `pg` client as it is, or a scoped transaction by `asQuery`. */
export type Query = { query: (text: string, params: unknown[]) => Promise<{ rows: unknown[] }> };

/** A scoped transaction for the reports and bulk writes that are one SQL file each. */
export const asQuery = (tx: Tx): Query => ({
  query: async (text, params) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...params) }),
});
