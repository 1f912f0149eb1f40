import { formatShare } from "@/lib/evaluation/format";
import { count, sizeOf, WEIGHT, type Finding } from "./finding";

/** Tasks of a year and entries of the ledger as their counters stand; null: there is none, about which nothing is said. */
export type TaskLoad = { year: number; tasks: number; done: number; overdue: number };
export type LedgerLoad = { total: number; closed: number; waiting: number; late: number };
export type WorkLoad = { tasks: TaskLoad | null; ledger: LedgerLoad | null };

function taskFinding({ year, tasks, done, overdue }: TaskLoad, href: string): Finding[] {
  if (tasks === 0) return [];
  const lead = `${year} 年度创建任务 ${count(tasks)} 项，已完成 ${count(done)} 项（${formatShare(done, tasks)}）`;
  if (overdue === 0) return done === tasks ? [{ key: "tasks", weight: WEIGHT.good, tone: "pass", href, sentence: `${lead}。` }] : [];
  return [{ key: "tasks", weight: WEIGHT.work + sizeOf(overdue / tasks), tone: "warn", href, sentence: `${lead}，逾期 ${count(overdue)} 项。` }];
}

function ledgerFinding({ total, closed, waiting, late }: LedgerLoad, href: string): Finding[] {
  const standing = total - closed;
  if (standing === 0) return [];
  const parts = [late > 0 ? `逾期 ${count(late)} 项` : "没有逾期", ...(waiting > 0 ? [`已报请、待核验 ${count(waiting)} 项`] : [])];
  return [{ key: "ledger", weight: WEIGHT.work + sizeOf(late / total), tone: late > 0 ? "warn" : "pending", href, sentence: `整改台账 ${count(total)} 项中 ${count(standing)} 项未销号，${parts.join("，")}。` }];
}

/** What the work of a place asks for: late tasks, problems that still stand. */
export const workFindings = ({ tasks, ledger }: WorkLoad, code: string): Finding[] => [
  ...(tasks ? taskFinding(tasks, `/d/${code}/tasks?year=${tasks.year}${code.length === 6 && tasks.overdue > 0 ? "&state=overdue" : ""}`) : []),
  ...(ledger ? ledgerFinding(ledger, `/d/${code}/ledger${code.length === 6 ? "?state=standing" : ""}`) : []),
];
