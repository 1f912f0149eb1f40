import { toActor, type Actor } from "@/lib/access/actor";
import { digest, newSecret } from "@/lib/access/hash";
import { openSession, resolveSession } from "@/lib/db/doors";

/** The actor of a person as a real session gives it: through the doors, with this minute's offices. */
export async function actorOf(userId: string): Promise<Actor> {
  const secret = newSecret();
  await openSession(digest(secret), userId, new Date(Date.now() + 60_000), "127.0.0.1");
  const bearer = await resolveSession(digest(secret));
  const actor = bearer ? toActor(bearer) : null;
  if (!actor) throw new Error(`no session for ${userId}`);
  return actor;
}
