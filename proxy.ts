import { NextResponse, type NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import { SESSION_COOKIE } from "@/lib/access/cookie";
import { fromOwnPages } from "@/lib/access/own-origin";
import { decoded } from "@/lib/access/well-formed";
import { AppError } from "@/lib/errors";

const NUL = /%00/;
const NUL_ALL = /%00/g;
/** The pages that want a session. */
const PRIVATE = /^\/(?:(?:d|s|accounts|visits|me)(?:\/.*)?|password)?$/;

/** Where escapes are none (“%ff”) there is nothing; the server itself would only say that it failed. */
function nothingHere(request: NextRequest): NextResponse {
  const { code, message, fields } = new AppError("notFound");
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.json({ error: code, message, fields }, { status: 404, headers: { "Cache-Control": "no-store" } });
  return NextResponse.rewrite(new URL("/_not-found", request.nextUrl));
}

/** Sends visitors without a session cookie to the sign-in; what a session may see is decided further down. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const path = decoded(pathname);
  if (path === null) return nothingHere(request);
  // An act of a page posted from elsewhere: the framework refuses it as its own failure.
  if (request.method === "POST" && !path.startsWith("/api/") && request.headers.has("origin") && !fromOwnPages(request.headers)) return new NextResponse("请求来源不正确。", { status: 403, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  // No page reads U+0000, and the database stores none: an address with it is asked for again without.
  if (NUL.test(search)) return NextResponse.redirect(new URL(pathname + search.replaceAll(NUL_ALL, ""), request.nextUrl));
  if (!PRIVATE.test(path) || (await getToken({ req: request, cookieName: SESSION_COOKIE }))) return NextResponse.next();
  const login = new URL("/login", request.nextUrl);
  login.searchParams.set("next", pathname + search);
  return NextResponse.redirect(login);
}

export const config = {
  matcher: [
    "/", "/d/:path*", "/s/:path*", "/s", "/accounts/:path*", "/visits/:path*", "/me/:path*", "/password", "/(.*%.*)",
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
    { source: "/((?!api/).*)", has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
