/** The computation line by line, with its numbers. */
export function Steps({ steps }: { steps: string[] }) {
  return <ol className="list-decimal space-y-1 pl-5 tabular-nums">{steps.map((step) => <li key={step} className="break-words">{step}</li>)}</ol>;
}
