import { NextResponse } from "next/server";
import { z } from "zod";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { AppError } from "@/lib/errors";
import { explain } from "@/lib/explain-error";
import { scopeOf, type Actor } from "./actor";
import { fileAnswer, type FileAnswer } from "./file-answer";
import { fieldsOf } from "./form-input";
import { fromOwnPages } from "./own-origin";
import { readBytes, readJson } from "./read-body";
import { can, type Act } from "./permissions";
import { assertAddress, assertText } from "./well-formed";
import { currentCaller } from "./session";

export const ROUTE_MARK = Symbol.for("youjun.route");

type Shape = z.ZodType;
type Answer = { status?: number; headers?: Record<string, string>; audit?: AuditEntry } & ({ body: unknown } | { file: FileAnswer });
type RouteSpec<P extends Shape, Q extends Shape, B extends Shape> = {
  act: Act;
  params: P;
  query: Q;
  /** A JSON body of at most BODY_BYTES. */
  body?: B;
  /** The body is a file of at most so many bytes. */
  upload?: number;
  run: (context: { tx: Tx; actor: Actor; params: z.infer<P>; query: z.infer<Q>; body: z.infer<B>; bytes: Uint8Array; request: Request }) => Promise<Answer>;
};

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

function parse<S extends Shape>(schema: S, value: unknown): z.infer<S> {
  assertText(value);
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError("invalid", undefined, fieldsOf(result.error));
  return result.data;
}

/** A browser sends the session cookie by itself, so a write must come from our own pages (tokens are exempt). */
function assertSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD" || request.headers.has("authorization")) return;
  if (!fromOwnPages(request.headers)) throw new AppError("forbidden", "请求来源不正确。");
}

/** The maker of every route: session or token → limit → zod → access → one transaction → audit → result. */
export function defineRoute<P extends Shape, Q extends Shape, B extends Shape = z.ZodUndefined>(spec: RouteSpec<P, Q, B>): Handler {
  const handler: Handler = async (request, context) => {
    try {
      const actor = await currentCaller();
      if (!actor || actor.mustChangePassword) throw new AppError("unauthenticated");
      assertSameOrigin(request);
      // A right that the office lacks and a record out of reach look the same to a stranger.
      if (!can(actor, spec.act)) throw new AppError("notFound");
      const address = (await context.params) ?? {};
      assertAddress(address);
      const params = spec.params.safeParse(address);
      if (!params.success) throw new AppError("notFound");
      const query = parse(spec.query, Object.fromEntries(new URL(request.url).searchParams));
      const body = spec.body ? parse(spec.body, await readJson(request)) : undefined;
      const bytes = spec.upload ? await readBytes(request, spec.upload) : new Uint8Array();
      const done = await withScope(scopeOf(actor), async (tx) => {
        const outcome = await spec.run({ tx, actor, params: params.data, query, body: body as z.infer<B>, bytes, request });
        if (outcome.audit) await appendEvent(tx, actor, outcome.audit);
        return outcome;
      });
      if ("file" in done) return fileAnswer(done.file);
      return NextResponse.json(done.body, { status: done.status ?? 200, headers: { "Cache-Control": "no-store", ...done.headers } });
    } catch (error) {
      const { status, body } = explain(error);
      return NextResponse.json(body, { status, headers: { "Cache-Control": "no-store" } });
    }
  };
  return Object.assign(handler, { [ROUTE_MARK]: true });
}
