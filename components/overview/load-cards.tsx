import Link from "next/link";
import type { Crowding } from "@/lib/findings/rules-county";
import type { WorkLoad } from "@/lib/findings/rules-work";

type Line = { name: string; figure: string; href: string; note: string; bad: boolean };

/** 班额, tasks and ledger in one row: the figure, what is late or unknown, and the way to the list. */
export function LoadCards({ code, year, crowding, work: { tasks, ledger } }: { code: string; year: number; crowding: Crowding | null; work: WorkLoad }) {
  const lines: Line[] = [
    ...(crowding ? [
      { name: "超标准班额", figure: `${crowding.over} 所学校`, href: `/d/${code}/conditions?year=${year}`, bad: crowding.over > 0,
        note: [crowding.large > 0 ? `${crowding.large} 所有大班额（56 人及以上）` : "没有大班额", ...(crowding.huge > 0 ? [`${crowding.huge} 所有超大班额`] : []), ...(crowding.unknown > 0 ? [`${crowding.unknown} 所未填全`] : [])].join("，") },
      { name: "大校额", figure: `${crowding.oversized} 所`, href: `/d/${code}/conditions?year=${year}`, bad: crowding.oversized > 0, note: "超过 2,000 人，一贯制超过 2,500 人" },
    ] : []),
    ...(tasks ? [{ name: `${tasks.year} 年度创建任务`, figure: `${tasks.done}／${tasks.tasks} 项完成`, href: `/d/${code}/tasks?year=${tasks.year}`, bad: tasks.overdue > 0, note: tasks.overdue > 0 ? `逾期 ${tasks.overdue} 项` : "没有逾期" }] : []),
    ...(ledger ? [{ name: "整改台账", figure: `${ledger.total - ledger.closed} 项未销号`, href: `/d/${code}/ledger`, bad: ledger.late > 0, note: [`共 ${ledger.total} 项`, ledger.late > 0 ? `逾期 ${ledger.late} 项` : "没有逾期", ...(ledger.waiting > 0 ? [`待核验 ${ledger.waiting} 项`] : [])].join("，") }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label="班额和工作进展">
      {lines.map((line) => (
        <li key={line.name} className="card px-5 py-3">
          <p className="text-sm text-muted">{line.name}</p>
          <p className="text-lg font-semibold tabular-nums"><Link className="link" prefetch={false} href={line.href}>{line.figure}</Link></p>
          <p className={line.bad ? "text-sm text-warn" : "text-sm text-muted"}>{line.note}</p>
        </li>
      ))}
    </ul>
  );
}
