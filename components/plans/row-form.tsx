"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import type { Action } from "@/lib/access/define-action";
import { Said } from "@/components/ui/said";

export type RowField = { key: string; label: string; type?: "text" | "date" | "number" | "long" | "choice" | "several"; options?: { value: string; label: string }[]; list?: string[]; help?: string; readOnly?: boolean };
type Values = Record<string, string | string[]>;
type Props = {
  id: string;
  /** What opens the form; with `about` said for those who do not see the row. */
  label: string;
  about?: string;
  fields: RowField[];
  values: Values;
  /** What goes with every act: the place, the row, its version. */
  fixed: Record<string, string | number>;
  save: Action<undefined>;
  drop?: { act: Action<undefined>; label: string };
  /** Values that stand for others when sent: the code of a county by its name. */
  codes?: { key: string; from: { label: string; code: string }[] };
};

const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail read-only:bg-page";

/** The one form behind the tables of a plan: opens in place, says each refusal at its field and keeps what was typed. */
export function RowForm({ id, label, about, fields, values, fixed, save, drop, codes }: Props) {
  const [draft, setDraft] = useState(values);
  const [saved, keep, saving] = useActionState(save, null);
  const [dropped, remove, removing] = useActionState(drop?.act ?? save, null);
  const errors = saved?.ok === false ? saved.fields : {};
  const one = (key: string) => { const value = draft[key]; return typeof value === "string" ? value : ""; };
  const set = (key: string, value: string | string[]) => setDraft((before) => ({ ...before, [key]: value }));
  const sent = () => (codes ? { ...draft, [codes.key]: codes.from.find((entry) => entry.label === one(codes.key).trim())?.code ?? "" } : draft);
  const input = (field: RowField) => {
    const common = { id: `${id}-${field.key}`, "aria-invalid": errors[field.key] ? true : undefined, "aria-describedby": `${id}-${field.key}-said` };
    if (field.type === "long") return <textarea {...common} rows={4} value={one(field.key)} onChange={(event) => set(field.key, event.target.value)} className={box} />;
    if (field.type === "choice") return <select {...common} value={one(field.key)} onChange={(event) => set(field.key, event.target.value)} className={box}>{field.options?.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>;
    return <input {...common} type={field.type === "date" ? "date" : "text"} inputMode={field.type === "number" ? "decimal" : undefined} readOnly={field.readOnly} list={field.list ? `${id}-${field.key}-list` : undefined} value={one(field.key)} onChange={(event) => set(field.key, event.target.value)} className={box} />;
  };
  return (
    <details className="no-print text-left text-sm"><summary className="cursor-pointer text-brand" aria-label={about ? `${label}：${about}` : undefined}>{label}</summary>
      <form className="mt-2 min-w-56 space-y-3" onSubmit={sending(() => keep({ ...fixed, ...sent() }))}>
        <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {fields.map((field) => field.type === "several" ? (
            <fieldset key={field.key}><legend className="font-medium">{field.label}</legend>
              {field.options?.map((option) => {
                const chosen = draft[field.key];
                const all = Array.isArray(chosen) ? chosen : [];
                return <label key={option.value} className="mr-3 inline-flex items-center gap-1.5"><input type="checkbox" checked={all.includes(option.value)} onChange={(event) => set(field.key, event.target.checked ? [...all, option.value] : all.filter((value) => value !== option.value))} />{option.label}</label>;
              })}
              {errors[field.key] ? <p className="text-fail">✕ {errors[field.key]}</p> : null}
            </fieldset>
          ) : (
            <div key={field.key} className={field.type === "long" ? "sm:col-span-2 lg:col-span-3" : undefined}>
              <label htmlFor={`${id}-${field.key}`} className="font-medium">{field.label}</label>
              {input(field)}
              {field.list ? <datalist id={`${id}-${field.key}-list`}>{field.list.map((text) => <option key={text} value={text} />)}</datalist> : null}
              <span id={`${id}-${field.key}-said`}>{errors[field.key] ? <span className="text-fail">✕ {errors[field.key]}</span> : field.help ? <span className="text-muted">{field.help}</span> : null}</span>
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving || removing}>保存</Button>
          {drop ? <Button type="button" look="danger" disabled={saving || removing} onClick={sending(() => remove(fixed))}>{drop.label}</Button> : null}
          <Said result={dropped ?? saved} />
        </div>
      </form>
    </details>
  );
}
