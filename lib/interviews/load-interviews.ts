import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listEntriesById, type LedgerItem } from "@/lib/ledger/list-entries";
import { dayOf, shanghaiDay } from "@/lib/time";
import { INTERVIEW_KINDS, type GroupCount, type InterviewKind } from "./rules";
import { storedGroups } from "./schema";

export type InterviewRow = { id: string; heldOn: string; kind: InterviewKind; topic: string; place: string; summary: string; groups: GroupCount[]; version: number };
const SELECT = { id: true, divisionCode: true, heldOn: true, kind: true, topic: true, place: true, summary: true, groups: true, version: true } as const;
type Stored = { id: string; heldOn: Date; kind: string; topic: string; place: string; summary: string; groups: unknown; version: number };
const toRow = ({ id, heldOn, kind, topic, place, summary, groups, version }: Stored): InterviewRow =>
  ({ id, heldOn: dayOf(heldOn), kind: INTERVIEW_KINDS.find((one) => one === kind) ?? "meeting", topic, place, summary, groups: storedGroups.parse(groups), version });

export type InterviewsView = { place: Place; interviews: (InterviewRow & { problems: number })[]; mayEdit: boolean; today: string };

/** A county's records of whom it has met, newest first, each with the number of problems that it led to. */
export async function loadInterviews(actor: Actor, code: string): Promise<InterviewsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const rows = await tx.interview.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: [{ heldOn: "desc" }, { id: "asc" }], select: SELECT });
    const raised = await tx.ledgerEntry.findMany({ where: { divisionCode: code, source: "interview", retiredAt: null }, select: { sourceKey: true } });
    return { place, interviews: rows.map((row) => ({ ...toRow(row), problems: raised.filter(({ sourceKey }) => sourceKey.startsWith(`interview/${row.id}/`)).length })), mayEdit: can(actor, "interview.edit") && actor.office.divisionCode === code, today: shanghaiDay(new Date()) };
  });
}

export type InterviewView = { place: Place; interview: InterviewRow; problems: LedgerItem[]; mayEdit: boolean; schools: { id: string; name: string }[]; units: { id: string; name: string }[]; dueOn: string };

/** One record with the problems that it led to, and what the county chooses from to raise another. */
export async function loadInterview(actor: Actor, code: string, id: string): Promise<InterviewView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const row = await tx.interview.findUnique({ where: { id, divisionCode: code, retiredAt: null }, select: SELECT });
    if (!row) throw notFoundError();
    const raised = await tx.ledgerEntry.findMany({ where: { divisionCode: code, sourceKey: { startsWith: `interview/${id}/` }, retiredAt: null }, select: { id: true } });
    const mayEdit = can(actor, "interview.edit") && actor.office.divisionCode === code;
    return {
      place, interview: toRow(row), mayEdit, problems: await listEntriesById(tx, code, shanghaiDay(new Date()), raised.map((entry) => entry.id)),
      schools: mayEdit ? await tx.school.findMany({ where: { divisionCode: code, closedOn: null }, orderBy: { code: "asc" }, select: { id: true, name: true } }) : [],
      units: mayEdit ? await tx.unit.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }) : [],
      dueOn: shanghaiDay(new Date(Date.now() + 60 * 86_400_000)),
    };
  });
}
