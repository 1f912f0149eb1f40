import { atLeast, shareText } from "@/lib/items/share";

/** 校长教师交流轮岗 of a year: counts, the two shares, and how they stand beside the county item. Pure. 教督〔2017〕6号 政府保障 11; seed: X9 */
export const EXCHANGE_PERCENT = 10;
export const BACKBONE_PERCENT = 20;

export const EXCHANGE_FIELDS = ["eligible", "exchanged", "backbone", "longTerm"] as const;
export type ExchangeField = (typeof EXCHANGE_FIELDS)[number];
export const EXCHANGE_NAME: Record<ExchangeField, string> = { eligible: "符合交流条件的教师", exchanged: "实际交流教师", backbone: "其中：骨干教师", longTerm: "其中：交流满 3 年及以上" };
/** Null: not filled in. */
export type ExchangeCounts = Record<ExchangeField, number | null>;
export const NO_COUNTS: ExchangeCounts = { eligible: null, exchanged: null, backbone: null, longTerm: null };

const over = (part: number | null, whole: number | null): boolean => part !== null && whole !== null && part > whole;

/** What contradicts itself, by field; a blank contradicts nothing. 骨干 ≤ 交流 ≤ 符合条件 */
export function exchangeFaults({ eligible, exchanged, backbone, longTerm }: ExchangeCounts): Partial<Record<ExchangeField, string>> {
  return {
    ...(over(exchanged, eligible) ? { exchanged: "实际交流教师不能超过符合条件的教师。" } : {}),
    ...(over(backbone, exchanged) || over(backbone, eligible) ? { backbone: "骨干教师不能超过实际交流教师。" } : {}),
    ...(over(longTerm, exchanged) || over(longTerm, eligible) ? { longTerm: "交流满 3 年的不能超过实际交流教师。" } : {}),
  };
}

/** What is missing or wrong before counts can be submitted. */
export function exchangeSubmissionFaults(counts: ExchangeCounts): Record<string, string> {
  const missing = EXCHANGE_FIELDS.filter((field) => counts[field] === null);
  return { ...Object.fromEntries(missing.map((field) => [field, `请填写${EXCHANGE_NAME[field].replace("其中：", "")}人数，没有的填 0。`])), ...exchangeFaults(counts) };
}

export type Share = { text: string; met: boolean | null };
const shareOf = (part: number | null, whole: number | null, percent: number): Share => (part === null || whole === null ? { text: "数据未填全", met: null } : whole === 0 ? { text: "—", met: null } : { text: shareText(part, whole), met: atLeast(part, whole, percent) });

/** The two shares, exact at their thresholds; nobody eligible decides nothing, nobody exchanged fails the first share. */
export function judgeExchange({ eligible, exchanged, backbone }: ExchangeCounts): { exchange: Share; backbone: Share; met: boolean | null } {
  const [first, second] = [shareOf(exchanged, eligible, EXCHANGE_PERCENT), shareOf(backbone, exchanged, BACKBONE_PERCENT)];
  const met = first.met === false || second.met === false ? false : first.met === null || second.met === null ? null : true;
  return { exchange: first, backbone: second, met };
}

export const EXCHANGE_SHARE = "交流教师占符合条件教师的比例";
export const BACKBONE_SHARE = "骨干教师占交流教师的比例";

/** The two shares in words; `limits`: with what they should be. */
export function sharesText({ exchange, backbone }: { exchange: Share; backbone: Share }, limits = false): string {
  const should = (percent: number) => (limits ? `（应≥${percent}%）` : "");
  return `${EXCHANGE_SHARE}：${exchange.text}${should(EXCHANGE_PERCENT)}；${BACKBONE_SHARE}：${backbone.text}${should(BACKBONE_PERCENT)}`;
}

/** The sum over schools; a school that has not filled in a field is left out of no sum: the field stays unknown. */
export function sumExchange(rows: ExchangeCounts[]): ExchangeCounts {
  if (rows.length === 0) return NO_COUNTS;
  const total = (field: ExchangeField) => rows.reduce<number | null>((sum, row) => (sum === null || row[field] === null ? null : sum + row[field]), 0);
  return { eligible: total("eligible"), exchanged: total("exchanged"), backbone: total("backbone"), longTerm: total("longTerm") };
}

/** The fields in which two sources that both know a figure disagree. */
export const differingFields = (sources: (Partial<ExchangeCounts> | null)[]): ExchangeField[] =>
  EXCHANGE_FIELDS.filter((field) => new Set(sources.flatMap((source) => (source && typeof source[field] === "number" ? [source[field]] : []))).size > 1);
