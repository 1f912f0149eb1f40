"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { evaluateCounty, type CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import { whatIf } from "@/lib/evaluation/planner/what-if";
import { changesOf, NOTHING, scenarioText } from "@/lib/planner/scenario";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { AskAssumed } from "./ask-assumed";
import { BeforeAfter } from "./before-after";
import type { County } from "./facts-shape";
import { ScenarioControls } from "./scenario-controls";

type Props = { county: County; divisionCode: string; year: number; basis: "approved" | "live"; manages: boolean };

const over = ({ stages }: CountyEvaluation): number => STAGES.reduce((sum, stage) => sum + INDICATOR_KEYS.filter((key) => { const own = stages[stage]?.indicators[key]; return own !== undefined && own.cv !== null && !own.cvPass; }).length, 0);
const good = ({ sections }: CountyEvaluation): number => sections.filter(({ compliant }) => compliant).length;

/** Reckons with the county as a person drags, in the browser; nothing leaves it unless a plan is asked for. */
export function WhatIfDesk({ county, divisionCode, year, basis, manages }: Props) {
  const { schools, standard } = county;
  const [scenario, setScenario] = useState(NOTHING);
  const before = useMemo(() => evaluateCounty(schools, standard), [schools, standard]);
  const names = useMemo(() => new Map(schools.map(({ code, name }) => [code, name])), [schools]);
  const changes = useMemo(() => changesOf(scenario, schools, standard.thresholds), [scenario, schools, standard]);
  const { after, refused } = useMemo(() => whatIf(schools, changes, standard), [schools, changes, standard]);
  const said = scenarioText(scenario, (code) => names.get(code) ?? code);
  return (
    <div className="space-y-4">
      <div className="card sticky top-0 z-20 px-5 py-3 shadow-sm">
        <p role="status" className="font-medium">
          {said === "" ? "还没有假设，前后相同。" : `${said}：达标的学校（部）由 ${good(before)}／${before.sections.length} 变为 ${good(after)}／${after.sections.length}，超限的差异系数由 ${over(before)} 项变为 ${over(after)} 项。`}
        </p>
        {refused.map((sentence) => <p key={sentence} role="alert" className="text-sm text-fail">✕ {sentence}</p>)}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_1fr]">
        <Card title="假设" aside={<Button onClick={() => setScenario(NOTHING)}>恢复现状</Button>}>
          <ScenarioControls schools={schools} scenario={scenario} onChange={setScenario} />
        </Card>
        <Card title="变动前后">
          <BeforeAfter before={before} after={after} caption="变动前后的差异系数" />
          {manages && changes.length > 0 && refused.length === 0 ? <AskAssumed divisionCode={divisionCode} year={year} basis={basis} assumptions={changes} /> : null}
        </Card>
      </div>
    </div>
  );
}
