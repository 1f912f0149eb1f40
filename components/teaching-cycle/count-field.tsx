import { TextField } from "@/components/ui/text-field";

/** A whole number with its unit, for a thumb. */
export function CountField({ id, label, unit, value, error, help, onChange }: { id: string; label: string; unit: string; value: string; error?: string; help?: string; onChange: (text: string) => void }) {
  return <TextField id={id} label={`${label}（${unit}）`} inputMode="numeric" autoComplete="off" value={value} error={error} help={help} onChange={(event) => onChange(event.target.value)} />;
}
