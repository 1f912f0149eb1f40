import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { findContradictions, findIdentical, findJumps, findLateCorrections, findOnLine, findStatisticsGaps, type Found } from "./detect";
import { readCorrectionDays, readFigures, readRatios, readStatisticsGaps } from "./read-figures";
import { isFlagState, planScan } from "./rules";

/** Everything that the rules find in a county's approved data of a year, and how many schools they looked at. Seven queries. */
export async function detectFlags(tx: Tx, divisionCode: string, year: number): Promise<{ schools: number; found: Found[] }> {
  const now = await readFigures(tx, divisionCode, year);
  const before = await readFigures(tx, divisionCode, year - 1);
  const found = [
    ...findJumps(now, before), ...findIdentical(now), ...findContradictions(now), ...findOnLine(await readRatios(tx, divisionCode, year)),
    ...findStatisticsGaps(await readStatisticsGaps(tx, divisionCode, year)), ...findLateCorrections(await readCorrectionDays(tx, divisionCode, year), now.length),
  ];
  return { schools: now.length, found };
}

const UPSERT = `INSERT INTO data_flags (division_code, year, key, rule, school_id, school_name, sentence, figures)
  SELECT $1, $2::int, key, rule, school_id, school_name, sentence, figures FROM jsonb_to_recordset($3::jsonb) AS r(key text, rule text, school_id text, school_name text, sentence text, figures jsonb)
  ON CONFLICT (division_code, year, key) DO UPDATE SET state = 'open', sentence = excluded.sentence, figures = excluded.figures, answer = '', answered_by = NULL, answered_at = NULL, judgement = '', judged_by = NULL, judged_at = NULL, found_at = now(), version = data_flags.version + 1`;

/** 检查数据: brings the flags of a county and year into line with its approved data; run again, it changes nothing. @throws AppError state, notFound. */
export async function scanCounty(tx: Tx, actor: Actor, { divisionCode, year }: { divisionCode: string; year: number }) {
  const own = actor.office.divisionCode === divisionCode && can(actor, "flag.answer");
  if (divisionCode.length !== 6 || !(own || (can(actor, "flag.judge") && within(divisionCode, actor.office.divisionCode)))) throw notFoundError();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`flags:${divisionCode}`}, 0))`;
  const { schools, found } = await detectFlags(tx, divisionCode, year);
  if (schools === 0) throw new AppError("state", `${year} 年度还没有审定数据，审核通过学校自评后才能检查。`);
  const standing = (await tx.dataFlag.findMany({ where: { divisionCode, year }, select: { key: true, state: true } })).flatMap((flag) => (isFlagState(flag.state) ? [{ key: flag.key, state: flag.state }] : []));
  const plan = planScan(standing, found);
  const written = [...plan.fresh, ...plan.again].map((flag) => ({ key: flag.key, rule: flag.rule, school_id: flag.schoolId, school_name: flag.schoolName, sentence: flag.sentence, figures: flag.figures }));
  if (written.length > 0) await asQuery(tx).query(UPSERT, [divisionCode, year, JSON.stringify(written)]);
  if (plan.gone.length > 0) await tx.dataFlag.updateMany({ where: { divisionCode, year, key: { in: plan.gone } }, data: { state: "gone", version: { increment: 1 } } });
  const scan = { schools, flagged: found.length, scannedBy: actor.userId, scannedAt: new Date() };
  await tx.dataScan.upsert({ where: { divisionCode_year: { divisionCode, year } }, create: { divisionCode, year, ...scan }, update: { ...scan, version: { increment: 1 } } });
  const parts = [written.length > 0 ? `新发现 ${written.length} 条` : "", plan.gone.length > 0 ? `${plan.gone.length} 条已不存在` : ""].filter(Boolean);
  return {
    value: { found: found.length }, message: `已检查 ${schools} 所学校，疑点 ${found.length} 条${parts.length > 0 ? `：${parts.join("，")}` : "，没有变化"}。`,
    audit: { act: "data-flag.scan", entity: "data-flag", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, schools, found: found.length, fresh: written.length, gone: plan.gone.length } },
    changed: [`/d/${divisionCode}/flags`],
  };
}
