import { NextResponse, type NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import { SESSION_COOKIE } from "@/lib/access/cookie";

/** Sends visitors without a session cookie to the sign-in; what a session may see is decided further down. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const token = await getToken({ req: request, cookieName: SESSION_COOKIE });
  if (token) return NextResponse.next();
  const login = new URL("/login", request.nextUrl);
  login.searchParams.set("next", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(login);
}

export const config = { matcher: ["/", "/d/:path*", "/s/:path*", "/s", "/accounts/:path*", "/me/:path*", "/password"] };
