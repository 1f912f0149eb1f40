import type { Result } from "@/lib/result";

/** What came of an act, read out. Field messages stand at their fields; `all` says them here too. */
export function Said({ result, all = false }: { result: Result<unknown> | null; all?: boolean }) {
  if (!result) return null;
  if (result.ok) return <p role="status" className="text-sm text-pass">✓ {result.message}</p>;
  return <p role="alert" className="text-sm text-fail">✕ {(all && Object.values(result.fields).join(" ")) || result.message}</p>;
}
