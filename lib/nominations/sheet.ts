import { STATEMENTS, STATEMENT_KEYS, type NominationCondition } from "./conditions";
import type { NominationBatchRow, NominationRow } from "./find-nomination";
import { NOMINATION_STATE_NAME } from "./rules";

export type SheetSource = { county: string; row: NominationRow; batch: Pick<NominationBatchRow, "name" | "fields">; conditions: readonly NominationCondition[] };
export type Sheet = { title: string; note: string; rows: { label: string; text: string }[]; opinions: string[] };

const blank = (text: string | null | undefined) => (text === null || text === undefined || text === "" ? "未填写" : text);
const word = (met: boolean | null) => (met === null ? "尚无结论" : met ? "满足" : "未满足");

/** What the 推荐表 says, line by line: the call's own fields, the conditions as they were handed in, and whose opinion it asks for. Pure. */
export function sheetOf({ county, row, batch, conditions }: SheetSource): Sheet {
  const kept = Object.entries(row.answers).filter(([key, text]) => text !== "" && !batch.fields.some((field) => field.key === key));
  return {
    title: "义务教育优质均衡先行创建县推荐表",
    note: `${batch.name}，${county}，${NOMINATION_STATE_NAME[row.state]}${row.rank === null ? "" : `，推荐顺序 ${row.rank}`}${row.late ? "，补报" : ""}`,
    rows: [
      { label: "县（市、区）", text: county },
      ...batch.fields.map(({ key, label }) => ({ label, text: blank(row.answers[key]) })),
      ...kept.map(([, text]) => ({ label: "原栏目", text })),
      { label: "国家认定基本均衡的年份", text: blank(row.basicBalanceYear === null ? null : String(row.basicBalanceYear)) },
      ...STATEMENT_KEYS.map((key) => ({ label: STATEMENTS[key].label, text: blank(row[key]) })),
      { label: "前提条件", text: conditions.filter(({ binding }) => binding).map(({ label, met, text }) => `${label}：${word(met)}（${text}）`).join("\n") },
      { label: "现状数据", text: conditions.filter(({ binding }) => !binding).map(({ label, text }) => `${label}：${text}`).join("\n") },
    ],
    opinions: ["县级意见", ...(row.skipsCity ? [] : ["市级意见"]), "省级意见"],
  };
}
