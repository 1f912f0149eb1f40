import { NextResponse } from "next/server";
import { demoNotice } from "@/lib/access/demo-notice";
import { isDemoLoaded } from "@/lib/db/doors";

export const dynamic = "force-dynamic";

/** Open to all: whether the portal and its database answer. */
export async function GET(): Promise<Response> {
  try {
    await isDemoLoaded();
    return NextResponse.json({ name: "youjun", status: "ok", demo: (await demoNotice()) !== null });
  } catch {
    return NextResponse.json({ name: "youjun", status: "database-unavailable" }, { status: 503 });
  }
}
