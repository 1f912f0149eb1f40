"use client";

import { useId } from "react";

export type SchoolOption = { id: string; name: string };

/** One school of the county. */
export function SchoolSelect({ label, schools, value, error, onChange }: { label: string; schools: SchoolOption[]; value: string; error?: string; onChange: (id: string) => void }) {
  const id = useId();
  return (
    <div className="text-sm"><label htmlFor={id} className="font-medium">{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} aria-invalid={error ? true : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 aria-invalid:border-fail"><option value="">请选择</option>{schools.map((school) => <option key={school.id} value={school.id}>{school.name}</option>)}</select>
      {error ? <span className="mt-1 block text-fail">{error}</span> : null}
    </div>
  );
}
