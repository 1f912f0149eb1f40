import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { standardText, type StandardInForce } from "@/lib/standard/in-force";

type Line = { label: string; text: string };

export const SAME = "打开本页时按审定数据重新计算，与存储的结果逐位相同。";
export const DIFFERENT = "按现有审定数据重新计算的结果与存储的不同，请联系平台管理人员重新计算本县。";

export function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl className="space-y-1.5 text-sm">
      {lines.map(({ label, text }) => <div key={label + text} className="grid gap-x-4 sm:grid-cols-[7rem_1fr]"><dt className="text-muted">{label}</dt><dd className="min-w-0">{text}</dd></div>)}
    </dl>
  );
}

export function SameTag({ same }: { same: boolean }) {
  return same ? <StatusTag tone="pass">与存储的结果一致</StatusTag> : <StatusTag tone="fail">与存储的结果不一致</StatusTag>;
}

/** Whether the facts are those of the approved form; nothing where the form is not within the reader's reach. */
export const formLine = (sameForm: boolean | null): Line[] => (sameForm === null ? [] : [{ label: "原表核对", text: sameForm ? "由审定的自评表重新取数，与计算所用的数相同。" : "由审定的自评表重新取数，与计算所用的数不同，请联系平台管理人员核对。" }]);

/** Whether the figure recomputed now is the stored one, by which standard, and who approved what it rests on. */
export function Provenance({ same, standard, lines }: { same: boolean | null; standard: StandardInForce; lines: Line[] }) {
  return (
    <Card title="核对与依据" aside={same === null ? undefined : <SameTag same={same} />}>
      <Lines lines={[...(same === null ? [] : [{ label: "核对", text: same ? SAME : DIFFERENT }]), ...lines, { label: "标准与口径", text: standardText(standard) }]} />
    </Card>
  );
}
