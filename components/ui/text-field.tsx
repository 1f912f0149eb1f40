import type { ComponentProps } from "react";

/** A labelled one-line input with its help and its error beside it. */
export function TextField({ label, help, error, id, ...rest }: ComponentProps<"input"> & { label: string; id: string; help?: string; error?: string }) {
  const described = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">{label}</label>
      <input id={id} {...rest} aria-invalid={error ? true : undefined} aria-describedby={described || undefined}
        className="w-full rounded-md border border-line bg-surface px-3 py-2 aria-invalid:border-fail" />
      {help ? <p id={`${id}-help`} className="mt-1 text-sm text-muted">{help}</p> : null}
      {error ? <p id={`${id}-error`} className="mt-1 text-sm text-fail">{error}</p> : null}
    </div>
  );
}
