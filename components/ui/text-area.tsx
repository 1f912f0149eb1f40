import { useId, type ComponentProps } from "react";

/** A labelled text of several lines with its fault below it, named to whoever cannot see it. */
export function TextArea({ label, error, className = "", ...rest }: ComponentProps<"textarea"> & { label: string; error?: string }) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-medium">{label}</label>
      <textarea rows={3} {...rest} id={id} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
        className="mt-1 block w-full rounded-md border border-line bg-surface px-3 py-2 read-only:bg-page aria-invalid:border-fail" />
      {error ? <p id={`${id}-error`} className="mt-1 text-sm text-fail">✕ {error}</p> : null}
    </div>
  );
}
