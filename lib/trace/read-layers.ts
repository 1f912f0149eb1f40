import type { Tx } from "@/lib/db/with-scope";
import { ancestry } from "@/lib/divisions/codes";
import { listChoices, listOverrides, type ChoiceEntry, type OverrideEntry } from "@/lib/local-standard/list-entries";
import { formatThreshold } from "@/lib/evaluation/format";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { standardDay } from "@/lib/standard/in-force";
import { INDICATORS, STANDARD_NAME, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { readingLabel, readingSpec, type ReadingKey, type Readings } from "@/lib/standard/readings";

/** Everything that provinces and cities have decided on the standard of a place, with their names. */
export type Layers = { day: string; overrides: OverrideEntry[]; choices: ChoiceEntry[]; names: ReadonlyMap<string, string> };

/** What a county's standard was raised and read by, on the day of a year's figures. Three queries. */
export async function readLayers(tx: Tx, code: string, year: number): Promise<Layers> {
  const divisions = await tx.division.findMany({ where: { code: { in: ancestry(code) } }, select: { code: true, name: true } });
  return { day: standardDay(year), overrides: await listOverrides(tx, code), choices: await listChoices(tx, code), names: new Map(divisions.map((one) => [one.code, one.name])) };
}

type Held = { divisionCode: string; validFrom: string; validTo: string | null; retiredAt: Date | null };
const held = <T extends Held>(rows: T[], day: string): T[] => rows.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)).sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));

/** Which level set the threshold that a figure was judged by, and by which document; a completed year keeps what was later withdrawn. */
export function thresholdLayer({ day, overrides, names }: Layers, key: IndicatorKey, stage: Stage, value: number): string {
  const national = INDICATORS[key].threshold[stage];
  if (value === national) return `国家标准 ${formatThreshold(value)}（${STANDARD_NAME}），省、市没有提高`;
  const found = held(overrides, day).find((row) => row.indicator === key && row.stage === stage && row.value === value);
  if (!found) return `${formatThreshold(value)}，高于国家标准 ${formatThreshold(national)}，为本年度办结时固定的标准`;
  return `${names.get(found.divisionCode) ?? "上级"}提高到 ${formatThreshold(value)}，依据：${found.basis}；国家标准 ${formatThreshold(national)}（${STANDARD_NAME}）`;
}

/** Which reading a figure was judged by, and who chose it by which document. */
export function readingLayer({ day, choices, names }: Layers, key: ReadingKey, readings: Readings): string {
  const text = `${readingSpec(key).question}：${readingLabel(key, readings[key])}`;
  const found = held(choices, day).find((row) => row.reading === key && row.value === readings[key]);
  return found ? `${text}（${names.get(found.divisionCode) ?? "上级"}选定，依据：${found.basis}）` : `${text}（${readings[key] === DEFAULT_READINGS[key] ? "平台默认口径" : "本年度办结时固定的口径"}）`;
}
