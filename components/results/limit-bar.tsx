/** A coefficient against its limit: drawn to 1.4 times the limit, the mark is the limit. Decorative beside its figure. */
export function LimitBar({ value, limit, failing }: { value: number | null; limit: number; failing: boolean }) {
  const full = limit * 1.4;
  const width = value === null ? 0 : Math.min(value / full, 1) * 100;
  return (
    <span aria-hidden className="relative block h-3 w-full min-w-20 rounded-sm bg-page">
      <span className={`absolute inset-y-0 left-0 rounded-sm ${failing ? "bg-fail/45" : "bg-brand/45"}`} style={{ width: `${width}%` }} />
      <span className="absolute -inset-y-0.5 w-0.5 bg-ink" style={{ left: `${(limit / full) * 100}%` }} />
    </span>
  );
}
