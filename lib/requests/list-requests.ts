import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { shanghaiDay } from "@/lib/time";
import { REQUEST_SELECT, requestRoles, toRequest, type RequestRow } from "./find-request";
import { REQUEST_ACT_KEYS, isRequestLate, refuseRequestAct, type RequestAct } from "./rules";

export type RequestItem = RequestRow & { from: string; to: string; late: boolean; acts: RequestAct[]; mayCarry: boolean };

type Where = { toDivision: string } | { divisionCode: string; schoolId: null } | { schoolId: string } | { entryId: string };

/** Requests of one side with the names of both, what waits first. Three queries, whatever their number. */
export async function listRequests(tx: Tx, actor: Actor, where: Where): Promise<RequestItem[]> {
  const rows = (await tx.supportRequest.findMany({ where, orderBy: [{ dueOn: "asc" }, { sentAt: "desc" }], take: 500, select: REQUEST_SELECT })).map(toRequest);
  const divisions = await tx.division.findMany({ where: { code: { in: [...new Set(rows.flatMap((row) => [row.divisionCode, row.toDivision]))] } }, select: { code: true, name: true } });
  const schools = await tx.school.findMany({ where: { id: { in: rows.flatMap((row) => row.schoolId ?? []) } }, select: { id: true, name: true } });
  const nameOf = (code: string) => divisions.find((division) => division.code === code)?.name ?? "";
  const today = shanghaiDay(new Date());
  const carried = new Set((await tx.supportRequest.findMany({ where: { parentId: { in: rows.map((row) => row.id) }, state: { not: "withdrawn" } }, select: { parentId: true } })).map((row) => row.parentId));
  const order = { sent: 0, answered: 1, settled: 2, withdrawn: 3 };
  return rows
    .map((row): RequestItem => {
      const roles = requestRoles(actor, row);
      return {
        ...row, from: row.schoolId ? (schools.find((school) => school.id === row.schoolId)?.name ?? "学校") : nameOf(row.divisionCode), to: nameOf(row.toDivision), late: isRequestLate(row, today),
        acts: REQUEST_ACT_KEYS.filter((act) => refuseRequestAct(row.state, act, roles) === null),
        mayCarry: roles.includes("answerer") && row.toDivision !== "cn" && (row.state === "sent" || row.state === "answered") && !carried.has(row.id),
      };
    })
    .sort((a, b) => order[a.state] - order[b.state]);
}

export type RequestCount = { asked: number; toAnswer: number; late: number };

/** What a place waits for, and what waits for it. */
export async function countRequests(tx: Tx, code: string): Promise<RequestCount> {
  const today = shanghaiDay(new Date());
  const rows = await tx.$queryRaw<RequestCount[]>`SELECT count(*) FILTER (WHERE division_code = ${code} AND school_id IS NULL)::int AS asked, count(*) FILTER (WHERE to_division = ${code})::int AS "toAnswer",
    count(*) FILTER (WHERE to_division = ${code} AND due_on < ${today}::date)::int AS late FROM support_requests WHERE state = 'sent' AND (to_division COLLATE "C" = ${code} OR division_code COLLATE "C" = ${code})`;
  return rows[0] ?? { asked: 0, toAnswer: 0, late: 0 };
}
