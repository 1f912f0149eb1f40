import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

type Row = { schoolId: string; year: number; reason: string };
const LABEL = { teaching: "教学质量监测", exchange: "交流轮岗" } as const;
const SELECT = { schoolId: true, year: true, reason: true } as const;

/** Yearly records of teachers: what a bureau has to confirm, what came back to a school. */
export async function recordWork(tx: Tx, actor: Actor): Promise<WorkGroup[]> {
  const { office } = actor;
  const confirms = can(actor, "teacher-record.confirm");
  if (!confirms && !(can(actor, "teacher-record.edit") && office.schoolId)) return [];
  const where = confirms ? { divisionCode: office.divisionCode, state: "submitted" } : { schoolId: office.schoolId ?? "", state: "draft", reason: { not: "" } };
  const found: [keyof typeof LABEL, Row[]][] = [
    ["teaching", await tx.teachingRecord.findMany({ where, orderBy: [{ year: "asc" }, { schoolId: "asc" }], take: 200, select: SELECT })],
    ["exchange", await tx.exchangeYear.findMany({ where, orderBy: [{ year: "asc" }, { schoolId: "asc" }], take: 200, select: SELECT })],
  ];
  const ids = [...new Set(found.flatMap(([, rows]) => rows.map((row) => row.schoolId)))].filter(Boolean);
  const names = new Map((await tx.school.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map((school) => [school.id, school.name]));
  const items = found.flatMap(([kind, rows]) => rows.map((row): WorkItem => ({
    key: `${kind}/${row.schoolId}/${row.year}`, title: `${confirms ? (names.get(row.schoolId) ?? "全县") : LABEL[kind]} ${row.year} 年`, detail: confirms ? LABEL[kind] : `被退回：${row.reason}`,
    href: confirms ? `/d/${office.divisionCode}/${kind}?year=${row.year}` : `/s/${row.schoolId}/${kind}?year=${row.year}`, dueOn: null, overdue: false,
  })));
  return [toGroup(confirms ? "待确认的教师记录" : "要更正的教师记录", items)];
}
