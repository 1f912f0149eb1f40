import { z } from "zod";
import { DEMO_PASSWORD } from "@/lib/seed/demo-accounts";

const csrf = z.object({ csrfToken: z.string() });

/** A session cookie of a demonstration account of the running portal. */
export async function cookieOf(base: string, username: string): Promise<string> {
  const first = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = csrf.parse(await first.json());
  const jar = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST", redirect: "manual", headers: { cookie: jar, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, username, password: DEMO_PASSWORD, json: "true" }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}
