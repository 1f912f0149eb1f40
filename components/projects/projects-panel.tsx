import Link from "next/link";
import { RowForm, type RowField } from "@/components/plans/row-form";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { ProjectsView, ProjectView, SeatView } from "@/lib/projects/load-projects";
import { PROJECT_KINDS, PROJECT_STATES, PROJECT_TONE } from "@/lib/projects/rules";
import { dropProject, saveProject, saveSeats } from "@/lib/projects/save-projects";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";

const STAGE_OPTIONS = STAGES.map((stage) => ({ value: stage, label: STAGE_NAME[stage] }));
const stageName = (text: string) => STAGE_OPTIONS.find((option) => option.value === text)?.label ?? "";
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const number = (value: number | string) => Number(value).toLocaleString("zh-CN", { maximumFractionDigits: 2 });

/** 建设项目库 and 学位供需表 of a county. seed: C8. */
export function ProjectsPanel({ view }: { view: ProjectsView }) {
  const { place, projects, seats, schools, enrolled, manages } = view;
  const divisionCode = place.code;
  const short = seats.filter((seat) => seat.gap < 0);
  const total = projects.reduce((sum, project) => sum + Number(project.investmentWan), 0);
  const late = projects.filter((project) => project.late).length;
  const projectFields: RowField[] = [
    { key: "name", label: "项目名称" }, { key: "kind", label: "类型", type: "choice", options: options(PROJECT_KINDS) }, { key: "state", label: "进展", type: "choice", options: options(PROJECT_STATES) },
    { key: "stage", label: "学段", type: "choice", options: STAGE_OPTIONS }, { key: "places", label: "新增学位（个）", type: "number" }, { key: "area", label: "建筑面积（㎡）", type: "number" }, { key: "investmentWan", label: "投资（万元）", type: "number" },
    { key: "deliveryOn", label: "交付日期", type: "date" }, { key: "schoolId", label: "学校（选填）", type: "choice", options: [{ value: "", label: "新校或未定" }, ...schools.map((school) => ({ value: school.id, label: school.name }))] },
    { key: "indicator", label: "对应的缺口（选填）", type: "choice", options: [{ value: "", label: "不对应指标缺口" }, ...INDICATOR_KEYS.map((key) => ({ value: key, label: INDICATORS[key].shortName }))] }, { key: "note", label: "说明（选填）" },
  ];
  const project = (row: ProjectView | null) => (
    <RowForm key={row ? `${row.id}-${row.version}` : `new-${projects.length}`} id={`project-${row?.id ?? "new"}`} label={row ? "修改" : "添加项目"} about={row?.name} fields={projectFields} save={saveProject} fixed={{ divisionCode, id: row?.id ?? "", version: row?.version ?? 0 }} drop={row ? { act: dropProject, label: "移出项目库" } : undefined}
      values={{ name: row?.name ?? "", kind: row?.kind ?? "extension", state: row?.state ?? "planned", stage: row?.stage ?? "primary", places: String(row?.places ?? 0), area: row?.area ?? "0", investmentWan: row?.investmentWan ?? "0", deliveryOn: row?.deliveryOn ?? "", schoolId: row?.schoolId ?? "", indicator: row?.indicator ?? "", note: row?.note ?? "" }} />
  );
  const seat = (row: SeatView | null) => (
    <RowForm key={row ? `${row.year}-${row.stage}-${row.version}` : `new-${seats.length}`} id={`seat-${row ? `${row.year}-${row.stage}` : "new"}`} label={row ? "修改" : "填写一年的学位供需"} about={row ? `${row.year} 年${stageName(row.stage)}` : undefined} save={saveSeats}
      fields={[...(row ? [] : [{ key: "year", label: "年份（9 月 1 日）", type: "number" as const }, { key: "stage", label: "学段", type: "choice" as const, options: STAGE_OPTIONS }]), { key: "needed", label: "需要学位", type: "number" }, { key: "available", label: "现有学位", type: "number", help: "不含项目库中的新增学位。" }, { key: "note", label: "测算依据（选填）" }]}
      fixed={{ divisionCode, version: row?.version ?? 0, ...(row ? { year: row.year, stage: row.stage } : {}) }} values={{ ...(row ? {} : { year: "", stage: "primary" }), needed: row ? String(row.needed) : "", available: row ? String(row.available) : "", note: row?.note ?? "" }} />
  );
  return (
    <>
      <Finding tone={late > 0 || short.length > 0 ? "warn" : "pending"} sentence={projects.length + seats.length === 0 ? `${place.name}还没有填写建设项目和学位供需。` : `${place.name}建设项目 ${projects.length} 个，投资 ${number(total)} 万元${late > 0 ? `，${late} 个未按期交付` : ""}；${seats.length === 0 ? "还没有填写学位供需" : short.length > 0 ? `${short.map((row) => `${row.year} 年${stageName(row.stage)}缺 ${number(-row.gap)} 个学位`).slice(0, 3).join("，")}${short.length > 3 ? "等" : ""}` : "表内各年学位够用"}。`} />
      <Card title="建设项目库" lead="对应缺口按最近一个完整学年初的审定数据显示。">
        {projects.length === 0 ? <Empty title="还没有项目">由县级教育行政部门会同发改、财政、规划、住建部门填写。</Empty> : (
          <DataTable caption="建设项目库" rows={projects} rowKey={(row) => row.id} columns={[
            { key: "name", header: "项目", cell: (row) => <>{row.name}<span className="block text-xs text-muted">{PROJECT_KINDS[row.kind]} · {stageName(row.stage)}{row.note ? ` · ${row.note}` : ""}</span></> },
            { key: "school", header: "学校与缺口", cell: (row) => (row.schoolId ? <><Link className="link" href={`/s/${row.schoolId}/overview`} prefetch={false}>{row.school}</Link>{row.shortfall ? <span className="block text-xs text-muted">{row.shortfall}</span> : null}</> : "—") },
            { key: "places", header: "学位", numeric: true, cell: (row) => number(row.places) }, { key: "area", header: "面积", unit: "㎡", numeric: true, cell: (row) => number(row.area) }, { key: "money", header: "投资", unit: "万元", numeric: true, cell: (row) => number(row.investmentWan) },
            { key: "delivery", header: "交付日期", cell: (row) => <span className="tabular-nums">{row.deliveryOn}</span> },
            { key: "state", header: "进展", cell: (row) => <span className="inline-flex flex-wrap gap-1"><StatusTag tone={PROJECT_TONE[row.state]}>{PROJECT_STATES[row.state]}</StatusTag>{row.late ? <StatusTag tone="fail">逾期</StatusTag> : null}</span> },
            ...(manages ? [{ key: "act", header: "操作", cell: project }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3">{project(null)}</div> : null}
      </Card>
      <Card title="学位供需表" lead="新增学位取项目库中当年 9 月 1 日前交付的项目；差额为负的是缺口。">
        {seats.length === 0 ? <Empty title="还没有学位供需">按年份和学段填写需要的学位和现有的学位。</Empty> : (
          <DataTable caption="学位供需表" rows={seats} rowKey={(row) => `${row.year}-${row.stage}`} columns={[
            { key: "year", header: "年份、学段", cell: (row) => <>{row.year} 年{stageName(row.stage)}{row.note ? <span className="block text-xs text-muted">{row.note}</span> : null}</> }, { key: "needed", header: "需要学位", numeric: true, cell: (row) => number(row.needed) }, { key: "available", header: "现有学位", numeric: true, cell: (row) => number(row.available) },
            { key: "added", header: "项目新增", numeric: true, cell: (row) => number(row.added) }, { key: "gap", header: "差额", numeric: true, cell: (row) => <span className={row.gap < 0 ? "font-semibold text-fail" : undefined}>{row.gap < 0 ? `缺 ${number(-row.gap)}` : number(row.gap)}</span> },
            { key: "enrolled", header: "审定在校生", numeric: true, cell: (row) => (enrolled[row.stage] === undefined ? "—" : number(enrolled[row.stage] ?? 0)) },
            ...(manages ? [{ key: "act", header: "操作", cell: seat }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3">{seat(null)}</div> : null}
      </Card>
    </>
  );
}
