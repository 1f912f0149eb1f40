import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { closeSession } from "@/lib/db/doors";
import { SESSION_COOKIE } from "./cookie";
import { digest } from "./hash";
import { SESSION_HOURS } from "./limits";
import { addressOf } from "./address";
import { signIn } from "./sign-in";

/** Printable characters only: anything else is nobody's name. */
const credentials = z.object({ username: z.string().trim().regex(/^[\w.-]{1,64}$/), password: z.string().min(1).max(128) });

/** The token holds an opaque session secret only; the database says at every request whose it is. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: "/login", error: "/login" },
  cookies: {
    sessionToken: {
      name: SESSION_COOKIE,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: process.env.NEXTAUTH_URL?.startsWith("https://") ?? false },
    },
  },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      async authorize(input, request) {
        const parsed = credentials.safeParse(input);
        if (!parsed.success) return null;
        const outcome = await signIn(parsed.data.username, parsed.data.password, addressOf(request.headers ?? {}));
        if (outcome.ok) return { id: outcome.userId, secret: outcome.secret };
        if (outcome.reason === "locked") throw new Error("locked");
        return null;
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user && "secret" in user && typeof user.secret === "string" ? { secret: user.secret } : { secret: token.secret };
    },
    // the secret stays in the encrypted cookie: page scripts learn only when the session ends
    session({ session }) {
      return { expires: session.expires };
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.secret === "string") await closeSession(digest(token.secret));
    },
  },
};
