import { TraceLink } from "@/components/trace/trace-link";
import { StatusTag, type Tone } from "@/components/ui/status-tag";

export type Aspect = { name: string; figure: string; unit: string; note: string; tone: Tone; word: string };

/** The four aspects of the standard: 资源配置, 政府保障程度, 教育质量, 社会认可度. */
export function AspectCards({ aspects, traces = {} }: { aspects: Aspect[]; /** Where the figure of an aspect can be traced. */ traces?: Partial<Record<string, string>> }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {aspects.map((aspect) => (
        <li key={aspect.name} className="card px-5 py-4">
          <p className="flex items-center justify-between gap-2 font-semibold">{aspect.name}<StatusTag tone={aspect.tone}>{aspect.word}</StatusTag></p>
          <p className="mt-1"><span className="text-2xl font-semibold tabular-nums">{traces[aspect.name] === undefined ? aspect.figure : <TraceLink href={traces[aspect.name] ?? ""}>{aspect.figure}</TraceLink>}</span> <span className="text-sm text-muted">{aspect.unit}</span></p>
          <p className="text-sm text-muted">{aspect.note}</p>
        </li>
      ))}
    </ul>
  );
}
