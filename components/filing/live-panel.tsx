"use client";

import { TraceAnchor } from "@/components/trace/trace-link";
import { StatusTag } from "@/components/ui/status-tag";
import { evaluateSchool, isComplete } from "@/lib/evaluation/evaluate-school";
import { formatShortfall, formatThreshold, formatValue, printedLimit } from "@/lib/evaluation/format";
import type { RegisteredSchool } from "@/lib/filings/facts";
import { toSchoolFacts } from "@/lib/filings/facts";
import type { FilingData } from "@/lib/filings/form";
import { exclusionReason } from "@/lib/evaluation/sections";
import type { StandardInForce } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, type IndicatorKey } from "@/lib/standard/indicators";
import { valueTrace } from "@/lib/trace/keys";

const per = (key: IndicatorKey) => (INDICATORS[key].per === 100 ? "每百名学生" : "生均");

/** The seven indicators of this school, computed while a person types, with what is missing to the standard. */
export function LivePanel({ school, data, standard, approved }: { school: RegisteredSchool; data: FilingData; standard: StandardInForce; /** Where an approved version stands beside the draft: its values have a derivation. */ approved: { schoolId: string; year: number } | null }) {
  const facts = toSchoolFacts(school, data);
  const reason = exclusionReason(facts, standard.readings);
  const sections = reason ? [] : evaluateSchool(facts, standard);
  return (
    <section aria-label="本校七项指标" className="card px-4 py-4">
      <h2 className="font-semibold">本校七项指标</h2>
      <p className="text-sm text-muted">{reason ?? (approved ? "随填随算，仅供核对；正在更正，原审定值可点开看来历" : "随填随算，仅供核对")}</p>
      {sections.map((section) => (
        <div key={section.stage} className="mt-3">
          <p className="flex items-center justify-between text-sm font-medium">
            {STAGE_NAME[section.stage]}{section.students > 0 ? `（${section.students.toLocaleString("zh-CN")} 人）` : ""}
            {isComplete(section) ? <StatusTag tone={section.compliant ? "pass" : "fail"}>{section.compliant ? "达标" : "未达标"}</StatusTag> : <StatusTag tone="pending">未填全</StatusTag>}
          </p>
          <ul className="mt-1 divide-y divide-line">
            {INDICATOR_KEYS.map((key) => {
              const value = section.values[key];
              const threshold = standard.thresholds[key][section.stage];
              const lack = section.shortfall[key];
              return (
                <li key={key} className="py-1.5 text-sm">
                  <p className="flex items-center justify-between gap-2">{INDICATORS[key].shortName}
                    {value === null ? <StatusTag tone="neutral">待填</StatusTag> : section.atStandard[key] ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone={section.atFloor[key] ? "warn" : "fail"}>{section.atFloor[key] ? "达到85%" : "未达标"}</StatusTag>}</p>
                  {value === null ? null : <p className="text-muted tabular-nums">{per(key)} {formatValue(key, value, printedLimit(standard.readings, threshold))}，标准 {formatThreshold(threshold)}{lack === undefined ? "" : `；${formatShortfall(key, lack)}`}</p>}
                  {approved ? <p className="text-xs"><TraceAnchor href={valueTrace(approved.schoolId, approved.year, section.stage, key)}>审定值的来历<span className="sr-only">：{STAGE_NAME[section.stage]}{INDICATORS[key].shortName}</span></TraceAnchor></p> : null}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
