"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { PLAN_SECTIONS, PLAN_SECTION_KEYS, type PlanText } from "@/lib/implementation/rules";
import { saveImplementationPlan } from "@/lib/implementation/save-plan";

type Props = { divisionCode: string; number: number; version: number; sections: PlanText; documentNumber: string };

/** The open edition of the 实施方案, section by section. */
export function PlanEditor({ divisionCode, number, version, sections: standing, documentNumber: standingNumber }: Props) {
  const [sections, setSections] = useState(standing);
  const [documentNumber, setNumber] = useState(standingNumber);
  const [issuedOn, setIssuedOn] = useState("");
  const [result, save, busy] = useActionState(saveImplementationPlan, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const act = (issue: boolean) => save({ divisionCode, number, version, sections, documentNumber, issuedOn, issue });
  return (
    <div className="space-y-4">
      {PLAN_SECTION_KEYS.map((key) => (
        <TextArea key={key} label={PLAN_SECTIONS[key]} rows={5} maxLength={10_000} value={sections[key]} error={error(key)} onChange={(event) => setSections({ ...sections, [key]: event.target.value })} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField id="plan-number" label="文号" maxLength={60} value={documentNumber} error={error("documentNumber")} onChange={(event) => setNumber(event.target.value)} />
        <TextField id="plan-issued" label="印发日期" type="date" value={issuedOn} error={error("issuedOn")} onChange={(event) => setIssuedOn(event.target.value)} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={busy} onClick={() => act(false)}>保存草稿</Button>
        <Button look="primary" disabled={busy} onClick={() => act(true)}>印发</Button>
        <span className="text-sm text-muted">印发后这一版冻结，本县各单位、学校和上级可以查看；以后修改另成新版。</span>
      </div>
      <Said result={result} />
    </div>
  );
}
