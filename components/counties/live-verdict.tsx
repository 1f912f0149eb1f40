import { StatusTag } from "@/components/ui/status-tag";
import { judgeItem } from "@/lib/counties/judge-item";
import type { SectionData } from "@/lib/forms/field";
import type { ItemOutcome } from "@/lib/results/get-county-results";

/** 达标, 未达标 or open, in word, icon and colour. */
export function VerdictTag({ met }: { met: boolean | null }) {
  return <StatusTag tone={met === null ? "pending" : met ? "pass" : "fail"}>{met === null ? "待数据" : met ? "达标" : "未达标"}</StatusTag>;
}

/** The verdict on what is typed now; where the schools decide too, the one that was last stored. */
export function LiveVerdict({ item, values, stored, typing }: { item: string; values: SectionData; stored: ItemOutcome | undefined; typing: boolean }) {
  const live = judgeItem(item, values);
  const shown = live ?? stored ?? { met: null, text: "结合各校审定数据计算，审定后显示" };
  return (
    <p aria-live="polite" className="flex flex-wrap items-center gap-2 rounded bg-page px-3 py-2 text-sm">
      <VerdictTag met={shown.met} />
      <span>{shown.text}</span>
      <span className="text-muted">{live ? (typing ? "按当前填写的内容" : "按所填数据") : "按已审定数据，由学校自评与本项定额计算"}</span>
    </p>
  );
}
