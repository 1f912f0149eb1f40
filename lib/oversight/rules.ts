import { count } from "@/lib/findings/finding";
import { judgeExchange } from "@/lib/exchange-years/rules";
import { experimentRate } from "@/lib/teaching-cycle/rules";
import { formatShare } from "@/lib/evaluation/format";
import type { OversightRow } from "./list-oversight";

/** What a row says in words; what nobody has recorded is no figure, and above all no zero. Pure. */
export const visitedText = ({ schools, visited }: Pick<OversightRow, "schools" | "visited">): string => (schools === 0 ? "—" : `${count(visited)}／${count(schools)}`);
export const coverageText = ({ recorded, teachers, covered }: Pick<OversightRow, "recorded" | "teachers" | "covered">): string => (recorded === 0 || teachers === 0 ? "未填报" : formatShare(covered, teachers));
export const experimentText = (row: Pick<OversightRow, "experimentsRequired" | "experimentsDone">): string => (row.experimentsRequired === null ? "未填报" : experimentRate(row.experimentsRequired, row.experimentsDone).text);
export const exchangeOf = (row: Pick<OversightRow, "exchangeCounties" | "eligible" | "exchanged" | "backbone">) => (row.exchangeCounties === 0 ? null : judgeExchange({ eligible: row.eligible, exchanged: row.exchanged, backbone: row.backbone, longTerm: null }));

/** The answer that opens the page. */
export function summariseOversight(name: string, year: number, rows: OversightRow[]): string {
  const sum = (key: "counties" | "schools" | "done" | "visited" | "inspectors" | "exchangeCounties" | "exchangeMet") => rows.reduce((total, row) => total + row[key], 0);
  const exchange = sum("exchangeCounties") === 0 ? "交流轮岗还没有县填报" : `${count(sum("exchangeCounties"))} 个县已确认上一年度交流轮岗数据，${count(sum("exchangeMet"))} 个两项比例均达到要求`;
  return `${name} ${year} 年度 ${count(sum("counties"))} 个县：责任督学 ${count(sum("inspectors"))} 人，进校 ${count(sum("done"))} 次，到过 ${count(sum("visited"))} 所学校（共 ${count(sum("schools"))} 所）；${exchange}。`;
}
