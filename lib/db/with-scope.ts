import { prisma } from "./client";
import type { Prisma } from "./generated/client";

/** A transaction in which the reach is set. */
export type Tx = Prisma.TransactionClient;

/** What row-level security lets a transaction see (prisma/migrations/0002_scopes). Empty means nothing. */
export type Scope = {
  /** Division code, `cn` for the nation, `""` for no division. */
  division: string;
  schools: string[];
  county: string;
  unit: string;
  user: string;
};

export const NO_SCOPE: Scope = { division: "", schools: [], county: "", unit: "", user: "" };

const LIMITS = { maxWait: 10_000, timeout: 30_000 };

/** Runs everything of one page, action or route in one transaction with the person's reach. */
export async function withScope<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.scope', ${scope.division}, true), set_config('app.schools', ${scope.schools.join(",")}, true),
      set_config('app.county', ${scope.county}, true), set_config('app.unit', ${scope.unit}, true), set_config('app.user', ${scope.user}, true)`;
    return run(tx);
  }, LIMITS);
}
