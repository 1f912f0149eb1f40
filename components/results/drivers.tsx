import clsx from "clsx";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { contributionsOf } from "@/lib/evaluation/contributions";
import { formatCv } from "@/lib/evaluation/format";
import { failingCvs } from "@/lib/results/cvs";
import type { StageOutcome } from "@/lib/results/get-county-results";
import type { StoredSection } from "@/lib/results/list-sections";
import { STAGE_NAME, CV_LIMIT, INDICATORS, type Stage } from "@/lib/standard/indicators";

const SHOWN = 5;
const SIDE = { above: "高于县均值", below: "低于县均值", level: "等于县均值" } as const;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** Concentrated only where a few schools make up half of it. */
const headline = (what: string, schools: number, share: number) =>
  share >= 0.5 ? `${what}的差异主要集中在 ${schools} 所学校，合计占 ${percent(share)}` : `${what}的差异分散在多所学校，份额最大的 ${schools} 所合计占 ${percent(share)}`;

/** For each coefficient beyond its limit: the schools in which the differences are concentrated. */
export function Drivers({ sections, stages, year }: { sections: StoredSection[]; stages: Partial<Record<Stage, StageOutcome>>; year: number }) {
  const failing = failingCvs(stages);
  if (failing.length === 0) return null;
  const idOf = new Map(sections.map((section) => [section.code, section.schoolId]));
  return (
    <div className={clsx("grid gap-4", failing.length > 1 && "xl:grid-cols-2")}>
      {failing.map(({ stage, key, cv }) => {
        const all = contributionsOf(sections, stage, key);
        const top = all.slice(0, SHOWN);
        const rest = all.slice(SHOWN).reduce((sum, part) => sum + part.share, 0);
        const largest = Math.max(...top.map((part) => part.share), rest);
        const rows = [...top.map((part) => ({ name: part.school, id: idOf.get(part.code), note: SIDE[part.side], share: part.share })), { name: `其余 ${all.length - top.length} 所`, id: undefined, note: "", share: rest }];
        return (
          <Card key={stage + key} title={headline(`${STAGE_NAME[stage]}${INDICATORS[key].shortName}`, top.length, 1 - rest)}
            lead={`各校在差异系数平方中所占份额；系数 ${formatCv(cv, CV_LIMIT[stage])}，限值 ${CV_LIMIT[stage].toFixed(2)}`}>
            <ul className="space-y-2 text-sm">
              {rows.map((row) => (
                <li key={row.name} className="grid grid-cols-[minmax(0,11rem)_1fr_3.5rem] items-center gap-3">
                  <span className="truncate">{row.id ? <Link className="link" prefetch={false} href={`/s/${row.id}/overview?year=${year}`}>{row.name}</Link> : row.name}<span className="block text-xs text-muted">{row.note}</span></span>
                  <span aria-hidden className={`block h-3 rounded-sm ${row.id ? "bg-fail/45" : "bg-line"}`} style={{ width: `${(row.share / largest) * 100}%` }} />
                  <span className="num">{percent(row.share)}</span>
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
    </div>
  );
}
