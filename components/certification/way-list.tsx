import { Check, CircleDot, Circle, X } from "lucide-react";
import clsx from "clsx";
import type { StepView } from "@/lib/certification/load-case";
import type { WayStep } from "@/lib/certification/way";

const LOOK = {
  done: { Icon: Check, word: "已办结", className: "border-pass bg-pass-soft text-pass" }, here: { Icon: CircleDot, word: "正在办理", className: "border-brand bg-brand text-white" },
  todo: { Icon: Circle, word: "还没有到", className: "border-line bg-surface text-muted" }, ended: { Icon: X, word: "到此结束", className: "border-fail bg-fail-soft text-fail" },
} as const;

/** The way of a county: what it has gone, with day and 文号, where it stands, and what is still to go. */
export function WayList({ way, steps }: { way: WayStep[]; steps: StepView[] }) {
  return (
    <ol className="grid gap-x-2 gap-y-3 sm:grid-cols-3 lg:grid-cols-6" aria-label="申报历程">
      {way.map(({ stage, name, state, day, documentNumber }, at) => {
        const { Icon, word, className } = LOOK[state];
        return (
          <li key={stage} aria-current={state === "here" ? "step" : undefined} className={clsx("flex gap-2 border-t-2 pt-2 text-sm", state === "done" ? "border-pass" : state === "here" ? "border-brand" : state === "ended" ? "border-fail" : "border-line")}>
            <span className={clsx("mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border", className)}><Icon aria-hidden size={14} /></span>
            <div className="min-w-0">
              <p className={clsx(state === "here" ? "font-semibold" : state === "todo" && "text-muted")}>{at + 1}. {name}<span className="sr-only">，{word}</span></p>
              {day ? <p className="text-xs text-muted tabular-nums">{day}</p> : state === "here" ? <p className="text-xs text-brand">正在办理</p> : null}
              {documentNumber ? <p className="text-xs text-muted">{documentNumber}</p> : null}
              {stage === "nation" && state !== "done" ? <p className="text-xs text-muted">{steps.map((step) => step.name).join(" → ")}</p> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
