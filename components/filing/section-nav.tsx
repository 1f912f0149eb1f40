"use client";

import type { Finding } from "@/lib/filings/check";
import type { FilingData } from "@/lib/filings/form";
import type { SectionSpec } from "@/lib/forms/field";

/** The sections with how far each is. */
export function SectionNav({ sections, data, findings, current, onChoose }: { sections: SectionSpec[]; data: FilingData; findings: Finding[]; current: string; onChoose: (key: string) => void }) {
  return (
    <nav aria-label="填报栏目" className="card p-2">
      <ul className="flex gap-1 overflow-x-auto lg:block">
        {sections.map((section) => {
          const left = new Set(findings.filter((finding) => finding.severity === "error" && finding.section === section.key).map((finding) => finding.field)).size;
          const started = Object.keys(data[section.key] ?? {}).length > 0;
          const word = left === 0 ? "✓" : started ? `还差 ${left} 项` : "未开始";
          return (
            <li key={section.key} className="shrink-0">
              <button type="button" aria-current={section.key === current ? "step" : undefined} onClick={() => onChoose(section.key)}
                className="flex w-full items-center justify-between gap-2 rounded-md px-3 py-2 text-left whitespace-nowrap hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">
                {section.title}<span className={`text-xs font-normal ${left === 0 ? "text-pass" : started ? "text-warn" : "text-muted"}`}>{word}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
