"use client";

import clsx from "clsx";
import { useId, useState } from "react";
import type { AskedField } from "@/lib/filings/applies";
import type { FieldSpec, FieldValue, Statement } from "@/lib/forms/field";
import { ClassList } from "./class-list";
import { RoomList } from "./room-list";

type Props = { field: FieldSpec | AskedField; value: FieldValue | undefined; last: FieldValue | undefined; readOnly: boolean; messages: { tone: "error" | "warning" | "remark"; text: string }[]; onChange: (value: FieldValue) => void };

const TONE = { error: "bg-fail-soft text-fail", warning: "bg-warn-soft text-warn", remark: "bg-brand-soft text-brand" } as const;
const PREFIX = { error: "✕ ", warning: "▲ ", remark: "县级意见：" } as const;

/** What a person typed as the number it means; text that is no number is kept as text and refused by its sentence. */
function toNumber(text: string): FieldValue {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function NumberInput({ id, field, value, readOnly, invalid, describedBy, onChange }: { id: string; field: FieldSpec; value: FieldValue | undefined; readOnly: boolean; invalid: boolean; describedBy: string; onChange: (value: FieldValue) => void }) {
  const shown = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const [text, setText] = useState(shown);
  const [known, setKnown] = useState(shown);
  if (shown !== known) {
    setKnown(shown);
    if (toNumber(text) !== toNumber(shown)) setText(shown);
  }
  return (
    <span className={clsx("flex rounded-md border bg-surface", invalid ? "border-fail" : "border-line")}>
      <input id={id} inputMode={field.type === "int" || field.type === "year" ? "numeric" : "decimal"} autoComplete="off" readOnly={readOnly} value={text} aria-invalid={invalid || undefined} aria-describedby={describedBy}
        onChange={(event) => { setText(event.target.value); onChange(toNumber(event.target.value)); }}
        className="w-full min-w-0 rounded-md bg-transparent px-3 py-2 text-right tabular-nums read-only:text-muted" />
      {field.unit ? <span className="border-l border-line bg-page px-3 py-2 text-sm text-muted">{field.unit}</span> : null}
    </span>
  );
}

function YesNo({ name, value, readOnly, onChange, labels = ["是", "否"] }: { name: string; value: boolean | null; readOnly: boolean; onChange: (value: boolean) => void; labels?: [string, string] }) {
  return (
    <span className="flex gap-5">
      {([true, false] as const).map((option, index) => (
        <label key={String(option)} className="flex items-center gap-1.5 py-1.5">
          <input type="radio" name={name} disabled={readOnly} checked={value === option} onChange={() => onChange(option)} className="size-4 accent-brand" />
          {labels[index]}
        </label>
      ))}
    </span>
  );
}

const isStatement = (value: FieldValue | undefined): value is Statement => typeof value === "object" && value !== null && !Array.isArray(value);

function StatementInput({ id, value, readOnly, onChange }: { id: string; value: FieldValue | undefined; readOnly: boolean; onChange: (value: Statement) => void }) {
  const now: Statement = isStatement(value) ? value : { conclusion: null, text: "" };
  return (
    <div className="space-y-2">
      <YesNo name={`${id}-conclusion`} labels={["达标", "未达标"]} readOnly={readOnly} value={now.conclusion === null ? null : now.conclusion === "met"} onChange={(met) => onChange({ ...now, conclusion: met ? "met" : "unmet" })} />
      <textarea id={id} rows={3} maxLength={2000} readOnly={readOnly} value={now.text} onChange={(event) => onChange({ ...now, text: event.target.value })} placeholder="写明结论的依据"
        className="w-full rounded-md border border-line bg-surface px-3 py-2" />
    </div>
  );
}

const lastText = (field: FieldSpec, last: FieldValue | undefined): string | null => (typeof last === "number" ? (field.type === "year" ? String(last) : last.toLocaleString("zh-CN")) : typeof last === "boolean" ? (last ? "是" : "否") : null);

/** One question of the form with its source, last year's value and what stands against the answer. */
export function FieldInput({ field, value, last, readOnly, messages, onChange }: Props) {
  const id = useId();
  const wide = field.type === "classes" || field.type === "rooms" || field.type === "statement";
  const before = lastText(field, last);
  const note = [field.source ? `来源：${field.source}` : "", field.help ?? ""].filter(Boolean).join(" · ");
  if ("exempt" in field && field.exempt !== null)
    return <div id={`field-${field.key}`} className="scroll-mt-24 border-t border-line py-3.5 text-muted first:border-t-0">{field.label}<span className="ml-2 text-sm">不适用：{field.exempt}。</span></div>;
  return (
    <div id={`field-${field.key}`} className="scroll-mt-24 border-t border-line py-3.5 first:border-t-0">
      <div className={clsx("gap-x-6", !wide && "grid sm:grid-cols-[1fr_13rem]")}>
        <div className="mb-1.5">
          {field.type === "bool" || wide ? <p id={`${id}-label`} className="font-medium">{field.label}{field.required ? null : <span className="text-sm font-normal text-muted">（选填）</span>}</p>
            : <label htmlFor={id} className="font-medium">{field.label}{field.required ? null : <span className="text-sm font-normal text-muted">（选填）</span>}</label>}
          <p id={`${id}-note`} className="text-sm text-muted">{note}</p>
        </div>
        <div role={field.type === "bool" || wide ? "group" : undefined} aria-labelledby={field.type === "bool" || wide ? `${id}-label` : undefined}>
          {field.type === "bool" ? <YesNo name={id} value={typeof value === "boolean" ? value : null} readOnly={readOnly} onChange={onChange} />
            : field.type === "classes" ? <ClassList value={value} junior={field.stage === "junior"} readOnly={readOnly} onChange={onChange} />
            : field.type === "rooms" ? <RoomList value={value} readOnly={readOnly} onChange={onChange} />
            : field.type === "statement" ? <StatementInput id={id} value={value} readOnly={readOnly} onChange={onChange} />
            : <NumberInput id={id} field={field} value={value} readOnly={readOnly} invalid={messages.some((message) => message.tone === "error")} describedBy={`${id}-note ${id}-messages`} onChange={onChange} />}
          {before !== null ? <p className="mt-1 text-right text-sm text-muted">上年：{before}</p> : null}
        </div>
      </div>
      <div id={`${id}-messages`} aria-live="polite">
        {messages.map((message) => <p key={message.text} className={clsx("mt-1.5 rounded px-3 py-1.5 text-sm", TONE[message.tone])}>{PREFIX[message.tone]}{message.text}</p>)}
      </div>
    </div>
  );
}
