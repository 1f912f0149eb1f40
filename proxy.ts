import { NextResponse, type NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import { SESSION_COOKIE } from "@/lib/access/cookie";

const NUL = /%00/;
const NUL_ALL = /%00/g;

/** Sends visitors without a session cookie to the sign-in; what a session may see is decided further down. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // No page reads U+0000, and the database stores none: an address with it is asked for again without.
  if (NUL.test(request.nextUrl.search)) return NextResponse.redirect(new URL(request.nextUrl.pathname + request.nextUrl.search.replaceAll(NUL_ALL, ""), request.nextUrl));
  const token = await getToken({ req: request, cookieName: SESSION_COOKIE });
  if (token) return NextResponse.next();
  const login = new URL("/login", request.nextUrl);
  login.searchParams.set("next", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(login);
}

export const config = { matcher: ["/", "/d/:path*", "/s/:path*", "/s", "/accounts/:path*", "/visits/:path*", "/me/:path*", "/password"] };
