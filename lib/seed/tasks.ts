import type { ClientBase } from "pg";
import { actAs, insertRows, type Row } from "./insert";
import { prng, type Prng } from "./prng";
import { COUNTY_MEASURES, type Measure } from "./county-measures";
import { nationalTemplateRows, shandongTemplateRows, type TemplateRow } from "./task-templates";
import { unitId, unitRows } from "./units";

const OPEN_YEAR = 2026;
/** The last day on which the demonstration says that something was done. */
const PLAYED_UNTIL = "2026-11-10";

type Standing = { state: string; progress: number };

/** Past years are done; the running one is under way, more or less. */
function standingOf(random: Prng, year: number): Standing {
  if (year < OPEN_YEAR) return { state: "done", progress: 100 };
  const draw = random.next();
  if (draw < 0.22) return { state: "done", progress: 100 };
  if (draw < 0.34) return { state: "waiting", progress: 100 };
  if (draw < 0.9) return { state: "doing", progress: random.int(2, 18) * 5 };
  return draw < 0.97 ? { state: "idle", progress: 0 } : { state: "deferred", progress: 0 };
}

const SECTIONS = ["基础教育室", "人事室", "财务与项目室"] as const;
const sectionFor = (group: string): string => (/师/.test(group) ? "人事室" : /学校|条件|标准/.test(group) ? "财务与项目室" : SECTIONS[0]);

type Context = { county: string; year: number; withUnits: boolean };

function parties({ county, withUnits }: Context, group: string, units: string[] = []) {
  const names = units.length > 0 ? units : [sectionFor(group)];
  if (!withUnits) return { lead_unit_id: null, joint_unit_ids: [], lead_post: "教育行政部门分管负责人" };
  return { lead_unit_id: unitId(county, names[0] ?? SECTIONS[0]), joint_unit_ids: [...new Set([...names.slice(1), ...(/学校|条件|标准|资源/.test(group) ? ["财政局"] : [])])].map((name) => unitId(county, name)), lead_post: "教育行政部门分管负责人" };
}

function taskRow(context: Context, template: TemplateRow | null, part: Row): Row {
  const { county, year } = context;
  const random = prng(`task:${county}:${year}:${String(part.id)}`);
  const { state, progress } = standingOf(random, year);
  const quantity = typeof part.quantity_target === "number" ? part.quantity_target : null;
  return {
    division_code: county, year, template_id: template?.id ?? null, template_version: template ? 1 : null, parent_id: null, requirement: "", measures: [], recurrence: "once", all_schools: false, quantity_target: null, quantity_unit: null,
    rounds_done: part.recurrence === "half-yearly" ? (state === "done" || state === "waiting" ? 2 : state === "doing" ? 1 : 0) : 0,
    starts_on: `${year}-01-01`, due_on: `${year}-12-31`, weight: part.kind === "basic" ? 2 : 1, outputs: "", state, progress: Array.isArray(part.measures) && part.measures.length > 0 && state !== "done" ? 0 : progress,
    reason: state === "deferred" ? "上级配套办法尚未印发，待印发后恢复（演示）。" : null,
    quantity_actual: quantity === null ? null : Math.round((quantity * progress) / 100), confirmed_at: state === "done" ? `${year < OPEN_YEAR ? `${year}-12-18` : PLAYED_UNTIL}T02:00:00Z` : null,
    ...part,
  };
}

const fromTemplate = (context: Context) => (template: TemplateRow): Row => {
  const { id, kind, level, group_name, number, title, requirement, measures, recurrence, quantity_target, quantity_unit } = template;
  return taskRow(context, template, {
    id: `t${context.county}-${context.year}-${id}`, kind, level, group_name, number, title, requirement, measures, recurrence, quantity_target, quantity_unit, all_schools: kind === "basic",
    ...parties(context, group_name),
  });
};

const fromMeasure = (context: Context) => (measure: Measure, at: number): Row =>
  taskRow(context, null, {
    id: `t${context.county}-${context.year}-m${String(at + 1).padStart(2, "0")}`, kind: "measure", level: "county", group_name: measure.group, number: at + 1, title: measure.title,
    parent_id: measure.serves ? `t${context.county}-${context.year}-${measure.serves}` : null, all_schools: measure.allSchools, recurrence: measure.recurrence ?? "once",
    quantity_target: measure.quantity?.[0] ?? null, quantity_unit: measure.quantity?.[1] ?? null, ...(measure.due ? { due_on: `${context.year}-${measure.due}` } : {}),
    ...parties(context, measure.group, measure.units),
  });

/** The tasks of one county and year as people would have left them. */
export function taskRows(context: Context): Row[] {
  const templates = [...nationalTemplateRows(), ...(context.county.startsWith("37") ? shandongTemplateRows() : [])];
  const measures = (COUNTY_MEASURES[context.county] ?? []).filter((measure) => measure.years.includes(context.year));
  return [...templates.map(fromTemplate(context)), ...measures.map(fromMeasure(context))];
}

const LOGGED: Record<string, [act: string, to: string, text: string][]> = {
  doing: [["start", "doing", ""], ["report", "doing", "已制定工作方案，按月推进（演示）。"]],
  waiting: [["start", "doing", ""], ["report", "doing", "各项工作已完成，材料已整理（演示）。"], ["submit", "waiting", "请予核验（演示）。"]],
  done: [["start", "doing", ""], ["submit", "waiting", "请予核验（演示）。"], ["confirm", "done", ""]],
};

function logRows(task: Row): Row[] {
  let from = "idle";
  return (LOGGED[String(task.state)] ?? []).map(([act, to, text], at) => {
    const row = { id: `${String(task.id)}-u${at + 1}`, task_id: task.id ?? null, division_code: task.division_code ?? null, unit_id: null, school_id: null, at: `${String(task.year)}-0${3 + 2 * at}-15T03:00:00Z`, user_id: "demo", by_name: "教育行政部门（演示）", act, from_state: from, to_state: to, progress: null, text };
    from = to;
    return row;
  });
}

const DOCUMENTS: [code: string, number: number, title: string, state: string][] = [
  ["policy-1", 1, "县域义务教育学校布局规划", "issued"],
  ["policy-2", 2, "消除大班额大校额专项规划", "issued"],
  ["policy-3", 3, "乡村温馨校园建设实施方案", "issued"],
  ["policy-5", 5, "中小学教师“县管校聘”改革实施方案", "issued"],
  ["policy-6", 6, "义务教育学校校长教师交流轮岗实施方案", "reviewing"],
  ["policy-11", 11, "课后服务保障政策", "consulting"],
  ["policy-12", 12, "县级义务教育质量评价实施方案", "drafting"],
];

const documentRows = (county: string): Row[] =>
  DOCUMENTS.map(([code, number, title, state]) => ({
    division_code: county, code, number, title, state, document_number: state === "issued" ? `演示发〔2022〕${number} 号` : "", issued_on: state === "issued" ? "2022-09-20" : null, note: "", task_ids: [], updated_by: "demo",
  }));

const filingRow = (county: string, year: number, tasks: Row[], unitNames: Map<string, string>): Row => ({
  division_code: county, year, number: 1, state: "filed", reason: "", opened_by: "demo", opened_at: `${year}-02-20T02:00:00Z`, filed_by: "demo", filed_at: `${year}-03-01T02:00:00Z`,
  snapshot: tasks.map((task) => ({
    id: task.id, title: task.title, group: task.group_name, leadPost: task.lead_post, leadUnit: unitNames.get(String(task.lead_unit_id)) ?? "",
    jointUnits: [...(Array.isArray(task.joint_unit_ids) ? task.joint_unit_ids.map((id) => unitNames.get(String(id)) ?? "") : []), ...(task.all_schools ? ["各义务教育学校"] : [])],
    dueOn: task.due_on, weight: task.weight, quantity: typeof task.quantity_target === "number" ? `${task.quantity_target}${String(task.quantity_unit ?? "")}` : "",
  })),
});

/** The creation work of one county: tasks of its years, filed lists, logs and policy documents. The caller holds the transaction. */
export async function seedTasks(client: ClientBase, county: string, years: number[], played: boolean): Promise<void> {
  await actAs(client, county);
  const { rows: [place] } = await client.query<{ name: string }>("SELECT name FROM divisions WHERE code = $1", [county]);
  const unitNames = new Map(unitRows({ code: county, name: place?.name ?? "" }).map((unit) => [String(unit.id), String(unit.name)]));
  for (const year of years) {
    const rows = taskRows({ county, year, withUnits: played });
    await insertRows(client, "tasks", rows);
    if (played) await insertRows(client, "task_updates", rows.flatMap(logRows));
    if (year < OPEN_YEAR || played || prng(`list:${county}`).chance(0.7)) await insertRows(client, "task_filings", [filingRow(county, year, rows, unitNames)]);
  }
  if (played || prng(`documents:${county}`).chance(0.6)) await insertRows(client, "policy_documents", documentRows(county).slice(0, played ? 7 : prng(`documents:${county}:n`).int(2, 7)));
}
