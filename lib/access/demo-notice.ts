import { isDemoLoaded } from "@/lib/db/doors";
import { log } from "@/lib/log";

export const DEMO_NOTICE = "演示数据，与实际情况无关";

let known: { demo: boolean; until: number } | undefined;

/** The watermark's words while demonstration data is loaded, else null. Asked once a minute. */
export async function demoNotice(): Promise<string | null> {
  if (!known || known.until < Date.now()) {
    try {
      known = { demo: await isDemoLoaded(), until: Date.now() + 60_000 };
    } catch (error) {
      // A page that reads no data (计算器) still opens while the database is away; others fail on their own reads.
      log.warn({ event: "demo-flag-unknown", message: String(error) });
      return null;
    }
  }
  return known.demo ? DEMO_NOTICE : null;
}
