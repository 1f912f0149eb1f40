"use client";

import type { SchoolFacts } from "@/lib/evaluation/facts";
import { EVERYWHERE, type Scenario } from "@/lib/planner/scenario";
import { STAGE_NAME, STAGES, type Stage } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import { Slider } from "./slider";

type Props = { schools: SchoolFacts[]; scenario: Scenario; onChange: (scenario: Scenario) => void };
type Part = { schools: SchoolFacts[]; onChange: Props["onChange"]; scenario: Scenario };

const SELECT = "mt-1 w-full rounded-md border border-line bg-surface px-2 py-1.5 text-sm font-normal";
const change = (value: number) => (value === 0 ? "不变" : `${value > 0 ? "+" : "−"}${Math.abs(value)}%`);

function Choice({ label, value, options, onChange }: { label: string; value: string; options: { value: string; label: string }[]; onChange: (value: string) => void }) {
  return <label className="block text-sm font-medium">{label}<select className={SELECT} value={value} onChange={(event) => onChange(event.target.value)}>{options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select></label>;
}
const choices = (schools: SchoolFacts[], first: string | null) => [...(first === null ? [] : [{ value: "", label: first }]), ...schools.map(({ code, name }) => ({ value: code, label: name }))];
const stageOf = (text: string): Stage => STAGES.find((stage) => stage === text) ?? "primary";
const withStage = (schools: SchoolFacts[], stage: Stage) => schools.filter(({ kind, students }) => stagesOf(kind).includes(stage) && (students[stage] ?? 0) > 0);

function NewSchool({ schools, scenario, onChange }: Part) {
  const own = scenario.newSchool ?? { stage: "primary" as const, pupils: 0, level: 100, from: EVERYWHERE };
  const set = (more: Partial<typeof own>) => onChange({ ...scenario, newSchool: { ...own, ...more } });
  const from = own.from === EVERYWHERE ? 2000 : Math.max(10, schools.find(({ code }) => code === own.from)?.students[own.stage] ?? 10);
  return (
    <fieldset className="space-y-2 rounded-md border border-line px-3 pt-1 pb-3"><legend className="px-1 text-sm font-semibold">新建学校</legend>
      <Choice label="学段" value={own.stage} options={STAGES.map((stage) => ({ value: stage, label: STAGE_NAME[stage] }))} onChange={(stage) => set({ stage: stageOf(stage), from: EVERYWHERE })} />
      <Choice label="学生来自" value={own.from} options={[{ value: EVERYWHERE, label: "各校按人数比例转入" }, ...choices(withStage(schools, own.stage), null)]} onChange={(code) => set({ from: code, pupils: 0 })} />
      <Slider id="new-pupils" label="在校生" min={0} max={from} step={10} value={Math.min(own.pupils, from)} text={own.pupils === 0 ? "不新建" : `${own.pupils} 人`} onChange={(pupils) => set({ pupils })} />
      <Slider id="new-level" label="配置水平" min={50} max={150} step={5} value={own.level} text={`标准的 ${own.level}%`} disabled={own.pupils === 0} onChange={(level) => set({ level })} />
    </fieldset>
  );
}

function Merger({ schools, scenario, onChange }: Part) {
  const own = scenario.merger ?? { code: "", into: "", keepsPremises: false };
  const set = (more: Partial<typeof own>) => onChange({ ...scenario, merger: { ...own, ...more } });
  const stages = stagesOf(schools.find(({ code }) => code === own.code)?.kind ?? "special");
  const hosts = schools.filter(({ code, kind }) => code !== own.code && stages.every((stage) => stagesOf(kind).includes(stage)));
  return (
    <fieldset className="space-y-2 rounded-md border border-line px-3 pt-1 pb-3"><legend className="px-1 text-sm font-semibold">撤并学校</legend>
      <Choice label="撤并" value={own.code} options={choices(schools, "不撤并")} onChange={(code) => set({ code, into: "" })} />
      {own.code === "" ? null : <Choice label="并入" value={own.into} options={choices(hosts, "请选择")} onChange={(into) => set({ into })} />}
      {own.code === "" ? null : <label className="flex items-center gap-2 text-sm"><input type="checkbox" checked={own.keepsPremises} onChange={(event) => set({ keepsPremises: event.target.checked })} />原校舍、设备继续使用</label>}
    </fieldset>
  );
}

function Boarding({ schools, scenario, onChange }: Part) {
  const own = scenario.boarding ?? { code: "", from: "", pupils: 0, area: 0 };
  const set = (more: Partial<typeof own>) => { const next = { ...own, ...more }; onChange({ ...scenario, boarding: next.code === "" ? null : next }); };
  const stage = stagesOf(schools.find(({ code }) => code === own.code)?.kind ?? "special")[0];
  const givers = stage ? withStage(schools, stage).filter(({ code }) => code !== own.code) : [];
  const most = (stage && schools.find(({ code }) => code === own.from)?.students[stage]) || 0;
  return (
    <fieldset className="space-y-2 rounded-md border border-line px-3 pt-1 pb-3"><legend className="px-1 text-sm font-semibold">扩大寄宿</legend>
      <Choice label="扩大的学校" value={own.code} options={choices(schools, "不扩大")} onChange={(code) => set({ code, from: "", pupils: 0 })} />
      {own.code === "" ? null : <Choice label="学生来自" value={own.from} options={choices(givers, "请选择")} onChange={(from) => set({ from, pupils: 0 })} />}
      {own.from === "" ? null : <Slider id="boarding-pupils" label="转入学生" min={0} max={most} step={1} value={own.pupils} text={`${own.pupils} 人`} onChange={(pupils) => set({ pupils })} />}
      {own.from === "" ? null : <Slider id="boarding-area" label="新增教学及辅助用房" min={0} max={5000} step={50} value={own.area} text={`${own.area} ㎡`} onChange={(area) => set({ area })} />}
    </fieldset>
  );
}

/** The sliders and choices of a what-if. */
export function ScenarioControls({ schools, scenario, onChange }: Props) {
  const assessed = schools.filter(({ kind }) => stagesOf(kind).length > 0);
  const part = { schools: assessed, scenario, onChange };
  return (
    <div className="space-y-3">
      <fieldset className="space-y-2 rounded-md border border-line px-3 pt-1 pb-3"><legend className="px-1 text-sm font-semibold">在校生变化</legend>
        {STAGES.map((stage) => <Slider key={stage} id={`growth-${stage}`} label={STAGE_NAME[stage]} min={-50} max={50} step={1} value={scenario.growth[stage]} text={change(scenario.growth[stage])} onChange={(value) => onChange({ ...scenario, growth: { ...scenario.growth, [stage]: value } })} />)}
      </fieldset>
      <NewSchool {...part} />
      <Merger {...part} />
      <Boarding {...part} />
    </div>
  );
}
