import type { ComponentProps } from "react";
import type { Result } from "@/lib/result";

const box = "mt-1 block w-full rounded-md border border-line bg-surface px-3 py-1.5 font-normal aria-invalid:border-fail";
type Own = { label: string; error?: string };

/** Labelled fields of the forms of a recognition, each with its fault beside it. */
export const Words = ({ label, error, ...rest }: ComponentProps<"textarea"> & Own) => (
  <label className="block text-sm font-medium">{label}<textarea rows={3} {...rest} aria-invalid={error ? true : undefined} className={box} />{error ? <span className="text-fail">✕ {error}</span> : null}</label>
);
export const Line = ({ label, error, ...rest }: ComponentProps<"input"> & Own) => (
  <label className="block text-sm font-medium">{label}<input {...rest} aria-invalid={error ? true : undefined} className={box} />{error ? <span className="text-fail">✕ {error}</span> : null}</label>
);
export const Choice = ({ label, error, children, ...rest }: ComponentProps<"select"> & Own) => (
  <label className="block text-sm font-medium">{label}<select {...rest} aria-invalid={error ? true : undefined} className={box}>{children}</select>{error ? <span className="text-fail">✕ {error}</span> : null}</label>
);

/** What came of it, said aloud. */
export const Outcome = ({ result }: { result: Result<unknown> | null }) =>
  result ? <p role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? `✓ ${result.message ?? "已保存。"}` : `✕ ${result.message}`}</p> : null;

export const faultsOf = (result: Result<unknown> | null): Record<string, string> => (result?.ok === false ? result.fields : {});
