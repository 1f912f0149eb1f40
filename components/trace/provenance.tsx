import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { standardText, type StandardInForce } from "@/lib/standard/in-force";

/** Whether the figure recomputed now is the stored one, by which standard, and who approved what it rests on. */
export function Provenance({ same, standard, lines }: { same: boolean; standard: StandardInForce; lines: { label: string; text: string }[] }) {
  return (
    <Card title="核对与依据" aside={same ? <StatusTag tone="pass">与存储的结果一致</StatusTag> : <StatusTag tone="fail">与存储的结果不一致</StatusTag>}>
      <dl className="space-y-1.5 text-sm">
        {[{ label: "核对", text: same ? "打开本页时按审定数据重新计算，与存储的结果逐位相同。" : "按现有审定数据重新计算的结果与存储的不同，请联系平台管理人员重新计算本县。" }, ...lines, { label: "标准与口径", text: standardText(standard) }].map(({ label, text }) => (
          <div key={label} className="grid gap-x-4 sm:grid-cols-[7rem_1fr]"><dt className="text-muted">{label}</dt><dd className="min-w-0">{text}</dd></div>
        ))}
      </dl>
    </Card>
  );
}
