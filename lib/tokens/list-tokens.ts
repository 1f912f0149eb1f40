import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";

export type TokenRow = { id: string; name: string; createdAt: Date; expiresAt: Date };

/** The person's own tokens that still open the API, newest first. */
export async function listTokens(actor: Actor): Promise<TokenRow[]> {
  return withScope(scopeOf(actor), (tx) => tx.apiToken.findMany({
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } }, orderBy: { createdAt: "desc" }, select: { id: true, name: true, createdAt: true, expiresAt: true },
  }));
}
