import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import type { Edition, ImplementationView } from "@/lib/implementation/load-plan";
import { EMPTY_PLAN, PLAN_SECTIONS, PLAN_SECTION_KEYS } from "@/lib/implementation/rules";
import { PlanEditor } from "./plan-editor";

function Text({ edition }: { edition: Edition }) {
  return <div className="space-y-3">{PLAN_SECTION_KEYS.map((key) => <section key={key}><h3 className="font-semibold">{PLAN_SECTIONS[key]}</h3><p className="whitespace-pre-line">{edition.sections[key]}</p></section>)}</div>;
}

/** A county's 实施方案: the edition in force, the earlier ones, and for the bureau the one being written. */
export function ImplementationPanel({ view }: { view: ImplementationView }) {
  const { place, editions, manages } = view;
  const issued = editions.filter((edition) => edition.issuedOn !== null);
  const [standing, ...earlier] = issued;
  const open = editions.find((edition) => edition.issuedOn === null);
  const number = open?.number ?? (editions[0]?.number ?? 0) + 1;
  return (
    <>
      <Finding tone={standing ? "pass" : "warn"} sentence={standing ? `${place.name}义务教育优质均衡发展实施方案已印发（${standing.documentNumber}，${standing.issuedOn}）。` : `${place.name}还没有印发实施方案。`} />
      {standing ? <Card title={`实施方案（第 ${standing.number} 版）`} aside={<span className="no-print"><PrintButton /></span>}><Text edition={standing} /></Card> : manages ? null : <Empty title="还没有印发">印发后可以查看。</Empty>}
      {manages ? <Card title={open ? `正在起草第 ${number} 版` : `起草第 ${number} 版`}><PlanEditor key={`${number}-${open?.version ?? 0}`} divisionCode={place.code} number={number} version={open?.version ?? 0} sections={open?.sections ?? standing?.sections ?? EMPTY_PLAN} documentNumber={open?.documentNumber ?? ""} /></Card> : null}
      {earlier.map((edition) => <details key={edition.number} className="card px-5 py-3"><summary className="cursor-pointer">第 {edition.number} 版（{edition.documentNumber}，{edition.issuedOn}）</summary><div className="mt-3"><Text edition={edition} /></div></details>)}
    </>
  );
}
