import { NextResponse } from "next/server";
import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { explain } from "@/lib/explain-error";
import { addressOf } from "./address";
import { ROUTE_MARK } from "./define-route";
import { fieldsOf } from "./form-input";
import { readJson } from "./read-body";
import { assertAddress, assertText } from "./well-formed";

type OpenRouteSpec<P extends z.ZodType, B extends z.ZodType> = { params: P; body: B; run: (context: { params: z.infer<P>; body: z.infer<B>; address: string }) => Promise<unknown> };
type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

/** The maker of the few routes that strangers may post to: size → zod → one security-definer statement. Nothing of a session is read. */
export function defineOpenRoute<P extends z.ZodType, B extends z.ZodType>(spec: OpenRouteSpec<P, B>): Handler {
  const handler: Handler = async (request, context) => {
    try {
      const parts = await context.params;
      assertAddress(parts);
      const params = spec.params.safeParse(parts);
      if (!params.success) throw new AppError("notFound");
      const given = await readJson(request);
      assertText(given);
      const body = spec.body.safeParse(given);
      if (!body.success) throw new AppError("invalid", undefined, fieldsOf(body.error));
      const answer = await spec.run({ params: params.data, body: body.data, address: addressOf(Object.fromEntries(request.headers)) });
      return NextResponse.json(answer, { headers: { "Cache-Control": "no-store" } });
    } catch (error) {
      const { status, body } = explain(error);
      return NextResponse.json(body, { status, headers: { "Cache-Control": "no-store" } });
    }
  };
  return Object.assign(handler, { [ROUTE_MARK]: true });
}
