import { randomInt, randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { drawSchools } from "./draw";
import { findBatch, findCase, handOf } from "./find-case";
import { refuseCaseAct } from "./machine";
import { readStanding } from "./read-standing";
import type { visitInput } from "./schema";
import { computeSnapshot } from "./snapshot";
import { getSnapshot } from "./take-snapshot";
import { caseAudit, casePages, logCase } from "./write-event";

/** Plans a visit of experts; the schools are drawn at random among those assessed, and the seed is kept so that the draw can be repeated. */
export async function planVisit(tx: Tx, actor: Actor, input: z.infer<typeof visitInput>) {
  const row = await findCase(tx, input.caseId, true);
  const hand = handOf(actor, row.divisionCode);
  const standing = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
  const refusal = refuseCaseAct(standing, "visit", hand);
  if (refusal) throw new AppError("state", refusal);
  if (standing.visitsOpen > 0) throw new AppError("state", "已有一次实地核查在进行，请先办结。");
  if (input.plannedOn < shanghaiDay(new Date())) throw new AppError("invalid", undefined, { plannedOn: "核查日期不能早于今天。" });
  const { evaluation } = computeSnapshot((await getSnapshot(tx, row.id, row.round)).inputs);
  const pool = [...new Set(evaluation.sections.map(({ code }) => code))];
  if (input.count > pool.length) throw new AppError("invalid", undefined, { count: `参加评估的学校共 ${pool.length} 所。` });
  const seed = String(randomInt(10 ** 12)).padStart(12, "0");
  const drawn = drawSchools(seed, pool, input.count);
  const id = randomUUID();
  await tx.certificationVisit.createMany({
    data: { id, caseId: row.id, round: row.round, level: hand.level ?? "county", divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, plannedOn: toDate(input.plannedOn), team: input.team, seed, pool: pool.length, drawn, userId: actor.userId },
  });
  await logCase(tx, actor, row, { act: "visit", toStage: row.stage, text: `${input.plannedOn} 实地核查，从 ${pool.length} 所学校中随机抽取 ${drawn.length} 所（随机种子 ${seed}）` });
  return { value: { id, drawn }, message: `已从 ${pool.length} 所学校中随机抽取 ${drawn.length} 所，随机种子 ${seed} 已记录。`, audit: caseAudit(row, "visit", { visitId: id, seed, pool: pool.length, drawn }), changed: casePages(row) };
}
