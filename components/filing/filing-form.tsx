"use client";

import dynamic from "next/dynamic";
import { Fragment, useEffect, useMemo, useState } from "react";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import type { Figures } from "@/lib/exchange/imported-fields";
import { sectionsAsked } from "@/lib/filings/applies";
import { checkFiling, type Finding } from "@/lib/filings/check";
import type { RegisteredSchool } from "@/lib/filings/facts";
import type { FilingData } from "@/lib/filings/form";
import { statisticsHints } from "@/lib/filings/statistics-hints";
import type { FieldValue } from "@/lib/forms/field";
import type { StandardInForce } from "@/lib/standard/in-force";
import { ConflictDialog } from "./conflict-dialog";
import { FieldInput } from "./field-input";
import { LivePanel } from "./live-panel";
import { SaveStatus } from "./save-status";
import { SectionNav } from "./section-nav";
import { SubmitPanel } from "./submit-panel";
import { useAutosave } from "./use-autosave";

const EvidenceField = dynamic(() => import("@/components/evidence/evidence-field").then((module) => module.EvidenceField));

export type FilingFormProps = {
  filingId: string;
  version: number;
  year: number;
  school: RegisteredSchool;
  data: FilingData;
  versions: Record<string, number>;
  last: FilingData;
  remarks: { section: string; field: string; message: string }[];
  evidence: EvidenceFile[];
  canSubmit: boolean;
  statistics: Figures;
  standard: StandardInForce;
  /** Where an approved version stands while it is corrected. */
  approved: { schoolId: string; year: number } | null;
};

/** The self-assessment form: sections with progress, autosave, live results, last year's values and remarks. */
export function FilingForm({ filingId, version, year, school, data: initial, versions, last, remarks, evidence, canSubmit, statistics, standard, approved }: FilingFormProps) {
  const [data, setData] = useState(initial);
  const sections = useMemo(() => sectionsAsked(school, data), [school, data]);
  const [checked, setChecked] = useState(false);
  const [current, setCurrent] = useState(sections[0]?.key ?? "");
  const { state, errors, conflict, change, recover, settle, isSettled } = useAutosave(filingId, versions);
  const findings = useMemo(() => [...checkFiling(school, data, last), ...statisticsHints(school.kind, data, statistics)], [school, data, last, statistics]);
  const section = sections.find((spec) => spec.key === current) ?? sections[0];

  useEffect(() => {
    const soon = setTimeout(() => {
      const left = recover();
      if (Object.keys(left).length > 0) setData((before) => Object.entries(left).reduce((all, [key, values]) => ({ ...all, [key]: { ...all[key], ...values } }), before));
    });
    return () => clearTimeout(soon);
  }, [recover]);

  const edit = (key: string, value: FieldValue) => {
    setData((before) => ({ ...before, [current]: { ...before[current], [key]: value } }));
    change(current, key, value);
  };
  const go = (finding: Finding) => {
    setCurrent(finding.section);
    requestAnimationFrame(() => document.getElementById(`field-${finding.field}`)?.scrollIntoView({ block: "center" }));
  };
  const resolve = (keep: "mine" | "theirs") => {
    if (conflict && keep === "theirs") setData((before) => ({ ...before, [conflict.section]: conflict.theirs }));
    else if (conflict) setData((before) => ({ ...before, [conflict.section]: { ...conflict.theirs, ...before[conflict.section], ...conflict.mine } }));
    settle(keep);
  };
  if (!section) return null;
  const messagesOf = (field: string) => [
    ...(errors[`${section.key}.${field}`] ? [{ tone: "error" as const, text: errors[`${section.key}.${field}`] ?? "" }] : []),
    ...findings.filter((finding) => finding.section === section.key && finding.field === field && (checked || !finding.blank)).map((finding) => ({ tone: finding.severity, text: finding.message })),
    ...remarks.filter((remark) => remark.section === section.key && remark.field === field).map((remark) => ({ tone: "remark" as const, text: remark.message })),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_17rem]">
      <div className="space-y-4 lg:sticky lg:top-4">
        <SectionNav sections={sections} data={data} findings={findings} current={section.key} onChoose={setCurrent} />
        <div className="card space-y-3 px-4 py-4">
          <SaveStatus state={state} />
          <SubmitPanel filingId={filingId} version={version} findings={findings} canSubmit={canSubmit} schoolName={school.name} isSettled={isSettled} onCheck={() => setChecked(true)} onGo={go} />
        </div>
      </div>
      <section className="card px-5 py-4" aria-label={section.title}>
        <h2 className="text-lg font-semibold">{section.title}</h2>
        <p className="mb-3 text-sm text-muted">{section.lead.replace("当年", `${year} 年`)}</p>
        {section.fields.map((field) => (
          <Fragment key={`${section.key}.${field.key}`}>
            <FieldInput field={field} value={data[section.key]?.[field.key]} last={last[section.key]?.[field.key]} readOnly={false} messages={messagesOf(field.key)} onChange={(value) => edit(field.key, value)} />
            {field.type === "statement" ? <div className="pb-4"><EvidenceField subject={{ entity: "filing", entityId: filingId, item: field.key }} title={field.label} files={evidence.filter((file) => file.item === field.key)} /></div> : null}
          </Fragment>
        ))}
      </section>
      <div className="lg:col-start-2 xl:sticky xl:top-4 xl:col-start-auto"><LivePanel school={school} data={data} standard={standard} approved={approved} /></div>
      {conflict ? <ConflictDialog conflict={conflict} fields={sections.find((spec) => spec.key === conflict.section)?.fields ?? []} onSettle={resolve} /> : null}
    </div>
  );
}
