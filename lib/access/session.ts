import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { resolveSession, resolveToken } from "@/lib/db/doors";
import { notFoundError } from "@/lib/errors";
import { toActor, type Actor } from "./actor";
import { env } from "@/lib/env";
import { SESSION_COOKIE } from "./cookie";
import { digest } from "./hash";
import { can, type Act } from "./permissions";

const withSecret = z.object({ secret: z.string() });

/** The key of the session in the cookie, as the sessions table keeps it; null without one. */
export const currentSessionHash = cache(async (): Promise<string | null> => {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!cookie) return null;
  const session = withSecret.safeParse(await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null));
  return session.success ? digest(session.data.secret) : null;
});

/** Who is asking, by session cookie; null when nobody is signed in. Resolved once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const hash = await currentSessionHash();
  const bearer = hash ? await resolveSession(hash) : null;
  return bearer ? toActor(bearer) : null;
});

/** For the API: a personal bearer token, else the session cookie. */
export async function currentCaller(): Promise<Actor | null> {
  const header = (await headers()).get("authorization");
  if (!header) return currentActor();
  const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(header)?.[1];
  const bearer = token ? await resolveToken(digest(token)) : null;
  return bearer ? toActor(bearer) : null;
}

/** The actor of a page; sends strangers to the sign-in and first-timers to the change of password. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect("/login");
  if (actor.mustChangePassword) redirect("/password");
  return actor;
}

/** The actor of a page that needs a right; without it the page does not exist. */
export async function requireAct(act: Act): Promise<Actor> {
  const actor = await requireActor();
  if (!can(actor, act)) throw notFoundError();
  return actor;
}
