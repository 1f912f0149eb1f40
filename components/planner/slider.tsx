"use client";

type Props = { id: string; label: string; min: number; max: number; step: number; value: number; text: string; disabled?: boolean; onChange: (value: number) => void };

/** A labelled slider that says its value in words. */
export function Slider({ id, label, min, max, step, value, text, disabled, onChange }: Props) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">{label}</label>
        <output htmlFor={id} className="tabular-nums">{text}</output>
      </div>
      <input id={id} type="range" min={min} max={max} step={step} value={value} disabled={disabled} aria-valuetext={text} onChange={(event) => onChange(Number(event.target.value))} className="mt-1 h-6 w-full accent-brand disabled:opacity-50" />
    </div>
  );
}
