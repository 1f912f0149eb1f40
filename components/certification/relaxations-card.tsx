import { Card } from "@/components/ui/card";
import type { CaseView } from "@/lib/certification/load-case";
import { RelaxedItem } from "./relaxed-item";
import { AddRelaxationForm, FollowForm } from "./relaxation-forms";

/** Schools that met an item by a relaxation only: three years from recognition to the full standard, each with its countdown. */
export function RelaxationsCard({ view: { row, relaxations, follows } }: { view: CaseView }) {
  if (relaxations.length === 0 && !follows.add) return null;
  const open = relaxations.filter(({ confirmedOn }) => confirmedOn === null).length;
  return (
    <Card title={relaxations.length === 0 ? "放宽事项" : `放宽事项 ${relaxations.length} 项，${open} 项尚未达到完整标准`} lead="按放宽条件达标的，须在认定后三年内达到完整标准，由省级复查确认。">
      <ul className="space-y-3 text-sm">{relaxations.map((one) => (
        <li key={one.id} className="border-l-2 border-line pl-3">
          <RelaxedItem one={one} title={`${one.schoolName}：${one.subject}`} />
          {one.confirmedOn === null && follows.plan ? <FollowForm key={`plan-${one.version}`} id={one.id} version={one.version} act="plan" given={one.plan} school={one.schoolName} /> : null}
          {one.confirmedOn === null && follows.confirm ? <FollowForm key={`confirm-${one.version}`} id={one.id} version={one.version} act="confirm" given="" school={one.schoolName} /> : null}
        </li>
      ))}</ul>
      {follows.add ? <AddRelaxationForm key={relaxations.length} caseId={row.id} schools={follows.schools} /> : null}
    </Card>
  );
}
