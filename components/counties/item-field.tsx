"use client";

import { useId } from "react";
import { FieldInput } from "@/components/filing/field-input";
import type { FieldSpec, FieldValue } from "@/lib/forms/field";

type Props = { item: string; field: FieldSpec; value: FieldValue | undefined; last: FieldValue | undefined; readOnly: boolean; error: string | undefined; onChange: (value: FieldValue) => void };

/** A choice among few: radio buttons with last year's answer. */
function ChoiceField({ field, value, last, readOnly, error, onChange }: Omit<Props, "item">) {
  const id = useId();
  const before = field.options?.find((option) => option.value === last)?.label;
  return (
    <fieldset className="py-3.5" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium">{field.label}</legend>
      <div className="flex flex-wrap items-center gap-x-5">
        {field.options?.map((option) => (
          <label key={option.value} className="flex items-center gap-1.5 py-1.5">
            <input type="radio" name={id} disabled={readOnly} checked={value === option.value} onChange={() => onChange(option.value)} className="size-4 accent-brand" />
            {option.label}
          </label>
        ))}
        {before ? <span className="text-sm text-muted">上年：{before}</span> : null}
      </div>
      <p id={`${id}-error`} aria-live="polite">{error ? <span className="mt-1.5 block rounded bg-fail-soft px-3 py-1.5 text-sm text-fail">✕ {error}</span> : null}</p>
    </fieldset>
  );
}

/** One question of an item, with its sentence where something stands against the answer. */
export function ItemField({ item, field, ...rest }: Props) {
  if (field.type === "choice") return <ChoiceField field={field} {...rest} />;
  const { value, last, readOnly, error, onChange } = rest;
  return (
    <FieldInput field={{ ...field, key: `${item}-${field.key}` }} value={value} last={last} readOnly={readOnly} onChange={onChange}
      messages={error ? [{ tone: "error", text: error }] : []} />
  );
}
