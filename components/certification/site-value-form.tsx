"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import type { SchoolToVisit, SiteLine } from "@/lib/certification/load-visit";
import { siteValue } from "@/lib/certification/save-certification";
import { expertValue } from "@/lib/experts/save-experts";
import { Choice, Line, Outcome, faultsOf } from "./fields";

type Props = { visitId: string; schools: SchoolToVisit[]; values: SiteLine[]; by: "body" | "expert" };

/** One figure found on site beside the filed one; the verdicts follow at once. */
export function SiteValueForm({ visitId, schools, values, by }: Props) {
  const save = by === "expert" ? expertValue : siteValue;
  const [schoolCode, setSchool] = useState(schools[0]?.code ?? "");
  const [field, setField] = useState(schools[0]?.filed[0]?.field ?? "");
  const [found, setFound] = useState("");
  const [note, setNote] = useState("");
  const school = schools.find(({ code }) => code === schoolCode);
  const filed = school?.filed.find((one) => one.field === field) ?? school?.filed[0];
  const before = values.find((value) => value.schoolCode === schoolCode && value.field === filed?.field);
  const [result, act, busy] = useActionState(() => send(() => save(null, { visitId, schoolCode, field: filed?.field, found, note, version: before?.version ?? 0 })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="核实值">
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice label="学校" value={schoolCode} onChange={(event) => setSchool(event.target.value)} error={faults.schoolCode}>{schools.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</Choice>
        <Choice label="核实项目" value={filed?.field ?? ""} onChange={(event) => setField(event.target.value)}>{school?.filed.map((one) => <option key={one.field} value={one.field}>{one.label}</option>)}</Choice>
        <Line label={`核实值（${filed?.unit ?? ""}），报送值 ${filed?.value.toLocaleString("zh-CN", { maximumFractionDigits: 4 }) ?? "无"}${before ? `，已记 ${before.found.toLocaleString("zh-CN", { maximumFractionDigits: 4 })}` : ""}`} inputMode="decimal" maxLength={20} value={found} onChange={(event) => setFound(event.target.value)} error={faults.found} />
        <Line label="核实依据（与报送值不一致时必填）" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} error={faults.note} />
      </div>
      <Button type="submit" look="primary" disabled={busy || schools.length === 0}>保存并重新判定</Button>
      <Outcome result={result} />
    </form>
  );
}
