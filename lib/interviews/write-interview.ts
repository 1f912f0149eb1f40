import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { openEntry } from "@/lib/ledger/open-entry";
import { dayOf } from "@/lib/time";
import { INTERVIEW_KIND_NAME, INTERVIEW_KINDS } from "./rules";
import type { InterviewInput, ProblemInput } from "./schema";

type Key = { interviewId: string; version: number };
const pages = (code: string, id: string) => [`/d/${code}/interviews`, `/d/${code}/interviews/${id}`];
const audit = (act: string, row: { id: string; divisionCode: string }, detail: Record<string, unknown>) => ({ act: `interview.${act}`, entity: "interview", entityId: row.id, divisionCode: row.divisionCode, detail });
/** Groups that nobody met are not kept: not met is not zero satisfied. */
const columns = ({ heldOn, groups, ...rest }: InterviewInput) => ({ ...rest, heldOn: toDate(heldOn), groups: groups.filter((one) => one.met > 0) });

async function findInterview(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM interviews WHERE id = ${id} FOR UPDATE`;
  const row = await tx.interview.findUnique({ where: { id, retiredAt: null }, select: { id: true, divisionCode: true, topic: true, kind: true, heldOn: true, groups: true, version: true } });
  if (!row) throw notFoundError();
  assertOwnCounty(actor, row.divisionCode);
  return row;
}

function assertFresh(row: { version: number }, version: number): void {
  if (row.version !== version) throw new AppError("conflict", "这条记录刚被他人修改，请刷新后核对。", {}, { version: row.version });
}

export async function addInterview(tx: Tx, actor: Actor, { divisionCode, ...input }: InterviewInput & { divisionCode: string }) {
  assertOwnCounty(actor, divisionCode);
  const id = randomUUID();
  await tx.interview.createMany({ data: { id, divisionCode, recordedBy: actor.userId, ...columns(input) } });
  return { value: { id }, message: "座谈走访已记录。", audit: audit("add", { id, divisionCode }, input), changed: pages(divisionCode, id) };
}

export async function changeInterview(tx: Tx, actor: Actor, { interviewId, version, ...input }: InterviewInput & Key) {
  const row = await findInterview(tx, actor, interviewId);
  assertFresh(row, version);
  await tx.interview.updateMany({ where: { id: interviewId }, data: { ...columns(input), updatedAt: new Date(), version: { increment: 1 } } });
  return { value: { id: interviewId }, message: "记录已修改。", audit: audit("change", row, { from: row, to: input }), changed: pages(row.divisionCode, interviewId) };
}

export async function retireInterview(tx: Tx, actor: Actor, { interviewId, version, reason }: Key & { reason: string }) {
  const row = await findInterview(tx, actor, interviewId);
  assertFresh(row, version);
  await tx.interview.updateMany({ where: { id: interviewId }, data: { retiredAt: new Date(), reason, version: { increment: 1 } } });
  return { value: { id: interviewId }, message: "记录已停用，登记的问题仍在台账中。", audit: audit("retire", row, { reason }), changed: pages(row.divisionCode, interviewId) };
}

/** A problem raised in an interview becomes an entry of the ledger with a due day. */
export async function raiseProblem(tx: Tx, actor: Actor, { interviewId, ...problem }: ProblemInput) {
  const row = await findInterview(tx, actor, interviewId);
  const kind = INTERVIEW_KINDS.find((one) => one === row.kind);
  const done = await openEntry(tx, actor, { divisionCode: row.divisionCode, source: "interview", sourceKey: `interview/${interviewId}/${randomUUID()}`, ...problem, problem: `${problem.problem}（${dayOf(row.heldOn)} ${kind ? INTERVIEW_KIND_NAME[kind] : "座谈走访"}）` });
  return { ...done, changed: [...done.changed, ...pages(row.divisionCode, interviewId)] };
}
