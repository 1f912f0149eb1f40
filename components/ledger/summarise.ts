import type { RequestCount } from "@/lib/requests/list-requests";
import type { LedgerCounts } from "@/lib/ledger/list-totals";

type Summary = { sentence: string; tone: "pass" | "fail" | "warn" | "pending" | "neutral" };

/** The answer that opens a page of the ledger. */
export function summariseLedger(place: string, counts: LedgerCounts): Summary {
  if (counts.total === 0) return { sentence: `${place}台账中还没有问题。`, tone: "neutral" };
  const left = counts.total - counts.closed;
  const number = (value: number) => value.toLocaleString("zh-CN");
  if (left === 0) return { sentence: `${place}台账共 ${number(counts.total)} 个问题，已全部销号。`, tone: "pass" };
  const parts = [counts.open ? `待整改 ${number(counts.open)} 个` : "", counts.doing ? `整改中 ${number(counts.doing)} 个` : "", counts.waiting ? `待核验 ${number(counts.waiting)} 个${counts.dataMet ? `（其中数据已达标 ${number(counts.dataMet)} 个）` : ""}` : ""].filter(Boolean);
  return { sentence: `${place}台账共 ${number(counts.total)} 个问题，已销号 ${number(counts.closed)} 个；${parts.join("、")}，${counts.late > 0 ? `${number(counts.late)} 个逾期` : "没有逾期"}。`, tone: counts.late > 0 ? "fail" : "pending" };
}

/** What the ledger says of 困难问题: asked of the level above, and asked from below. */
export function requestsText({ asked, toAnswer, late }: RequestCount): string {
  const parts = [asked > 0 ? `提请上级待答复 ${asked} 件` : "", toAnswer > 0 ? `下级提请待本级答复 ${toAnswer} 件${late > 0 ? `（${late} 件逾期）` : ""}` : ""].filter(Boolean);
  return parts.length > 0 ? `困难问题：${parts.join("，")}` : "困难问题";
}
