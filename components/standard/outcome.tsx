import type { Result } from "@/lib/result";

/** What became of a form: done, or the sentence that refuses it. */
export function Outcome({ result }: { result: Result<unknown> | null }) {
  if (!result) return null;
  return result.ok ? <p role="status" className="text-sm text-pass">✓ {result.message}</p> : <p role="alert" className="text-sm text-fail">✕ {result.message}</p>;
}
