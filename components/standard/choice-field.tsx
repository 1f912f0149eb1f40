/** A labelled choice with its error beside it. */
export function ChoiceField({ id, label, value, options, error, onChange }: { id: string; label: string; value: string; options: { value: string; label: string }[]; error?: string; onChange: (value: string) => void }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">{label}</label>
      <select id={id} required value={value} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-md border border-line bg-surface px-3 py-2 aria-invalid:border-fail">
        <option value="">请选择…</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      {error ? <p id={`${id}-error`} className="mt-1 text-sm text-fail">{error}</p> : null}
    </div>
  );
}
