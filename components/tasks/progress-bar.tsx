/** Progress as a bar with its figure; the figure is what is read out. */
export function ProgressBar({ percent, text }: { percent: number; text: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded bg-line"><span className="block h-full bg-brand" style={{ width: `${percent}%` }} /></span>
      <span className="tabular-nums">{text}</span>
    </span>
  );
}
