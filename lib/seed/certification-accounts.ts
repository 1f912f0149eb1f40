import type { Office } from "@/lib/access/actor";
import type { Duty } from "@/lib/access/duties";

/** What a demonstration account of a duty is called. */
export const DUTY_NAME: Record<Duty, string> = { handler: "经办人", reviewer: "审核人", signer: "签发人" };

type Body = { code: string; title: string; office: Office["office"]; level: Office["level"] };
/** The bodies whose three hands the demonstration has: 登封's whole line, 崇明's and the invented 示例县's. */
export const BODIES: readonly Body[] = [
  { code: "410185", title: "登封市人民政府", office: "government", level: "county" },
  { code: "4101", title: "郑州市政府教育督导机构", office: "supervision", level: "city" },
  { code: "41", title: "河南省政府教育督导机构", office: "supervision", level: "province" },
  { code: "310151", title: "崇明区人民政府", office: "government", level: "county" },
  { code: "31", title: "上海市政府教育督导机构", office: "supervision", level: "province" },
  { code: "419099", title: "示例县人民政府", office: "government", level: "county" },
  { code: "cn", title: "国家教育督导机构", office: "supervision", level: "nation" },
];
export const bodyTitle = (code: string): string => BODIES.find((body) => body.code === code)?.title ?? "演示";
/** `handler-4101`, `reviewer-cn`, `signer-410185` … */
export const dutyAccount = (duty: Duty, code: string): string => `${duty}-${code}`;

/** Experts of the evaluating bodies: an office without a reach, opened by appointments alone. */
export const EXPERTS: readonly { code: string; level: Office["level"]; title: string; count: number }[] = [
  { code: "4101", level: "city", title: "郑州市督导专家", count: 2 },
  { code: "41", level: "province", title: "河南省督导专家", count: 2 },
  { code: "31", level: "province", title: "上海市督导专家", count: 1 },
  { code: "cn", level: "nation", title: "国家督导专家", count: 1 },
];
const NUMERALS = ["一", "二"];
/** `expert-4101-1`, `expert-cn-1` … */
export const expertAccount = (code: string, number: number): string => `expert-${code}-${number}`;
/** “郑州市督导专家一（演示）”. */
export const expertName = (code: string, number: number): string => `${EXPERTS.find((body) => body.code === code)?.title ?? "督导专家"}${NUMERALS[number - 1] ?? number}（演示）`;
