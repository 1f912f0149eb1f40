import { NextResponse } from "next/server";
import { openApi } from "@/lib/api/openapi";

export const dynamic = "force-static";

/** The description of the API is open; what it gives is not. */
export const GET = () => NextResponse.json(openApi());
