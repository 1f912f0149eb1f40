import { formatCv } from "@/lib/evaluation/format";
import { isReported, type CountyStandingRow } from "@/lib/results/list-county-standings";
import { RECOGNISED_BASIS } from "@/lib/results/trend";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import type { AreaFigure, AreaGroup } from "./keys";

/** A coefficient of a county as it is stored; null where the county has no results. */
export type CountyCv = { cv: number | null; cvLimit: number; cvPass: boolean };
export type AreaRow = Pick<CountyStandingRow, "code" | "name" | "city" | "expected" | "reported" | "resource" | "verdict" | "planYear" | "recognisedOn" | "sections" | "compliantSections"> & { cv: CountyCv | null };
const n = (value: number) => value.toLocaleString("zh-CN");

/** A county in an area's figure: its own figure in words, in which group it falls, and why where it is left out. */
export type PlacedCounty = { code: string; name: string; city: string; group: AreaGroup; figure: string; why: string };
export type AreaTrace = { title: string; rule: string; names: Record<AreaGroup, string>; counties: PlacedCounty[]; counts: Record<AreaGroup, number>; /** The figure itself where it is no count of counties. */ sum: string | null };

type Placed = Pick<PlacedCounty, "group" | "figure" | "why">;

const progress = ({ expected, reported }: AreaRow): string => (expected === 0 ? "没有应报学校" : `应报 ${expected} 所，已审定 ${reported} 所`);

function verdict(row: AreaRow, met: boolean | null, missing: string): Placed {
  if (!isReported(row)) return { group: "open", figure: "数据不全", why: row.expected === 0 ? "本年度没有开启填报或没有应报学校" : `${progress(row)}，没有全部审定` };
  if (met === null) return { group: "open", figure: "数据不全", why: missing };
  return { group: met ? "in" : "out", figure: met ? "达标" : "未达标", why: "" };
}

const resource = (row: AreaRow) => verdict(row, row.resource, "有学校（部）的数没有填全，资源配置不作结论");
const compliant = (row: AreaRow) => verdict(row, row.verdict, "有县级指标或学校的数没有审定、没有填全，不作结论");

function coefficient(row: AreaRow): Placed {
  if (row.cv === null) return { group: "open", figure: "—", why: row.reported === 0 ? "还没有审定的学校" : "本学段没有参与评估的学校（部）" };
  const { cv, cvLimit, cvPass } = row.cv;
  if (cv === null) return { group: "open", figure: "不能计算", why: "有学校（部）的数没有填全" };
  return { group: cvPass ? "in" : "out", figure: `${formatCv(cv, cvPass ? undefined : cvLimit)}，限值 ${cvLimit.toFixed(2)}`, why: isReported(row) ? "" : `按已审定的学校计算：${progress(row)}` };
}

function planned(row: AreaRow, year: number): Placed {
  if (row.planYear === null) return { group: "open", figure: "未列入", why: "没有列入规划表" };
  if (row.planYear > year) return { group: "open", figure: `${row.planYear} 年申报`, why: `申报年晚于 ${year} 年` };
  return { group: "in", figure: `${row.planYear} 年申报，${row.verdict === null ? "数据不全" : row.verdict ? "四个方面均达标" : "未达标"}`, why: "" };
}

function recognised({ recognisedOn }: AreaRow): Placed {
  return recognisedOn === null ? { group: "open", figure: "—", why: "本平台没有有效的国家认定记录" } : { group: "in", figure: `${recognisedOn} 公布`, why: "" };
}

function sections(row: AreaRow): Placed {
  if (row.sections === 0) return { group: "open", figure: "—", why: row.reported === 0 ? "还没有审定的学校" : "没有参与评估的学校（部）" };
  return { group: "in", figure: `${n(row.compliantSections)}／${n(row.sections)}`, why: isReported(row) ? "" : `按已审定的学校计算：${progress(row)}` };
}

const WORDS = {
  reported: { title: "完成审定的县级单位", rule: "应报学校全部审定的县级单位数；一所未审定即不计入，未审定不按零计算。", names: { in: "已完成审定", out: "", open: "没有完成审定" } },
  resource: { title: "资源配置达标的县级单位", rule: "应报学校全部审定，各学校（部）达标且各项差异系数在限值以内的县级单位数。数据不全的既不算达标，也不算未达标。", names: { in: "达标", out: "未达标", open: "数据不全未计入" } },
  compliant: { title: "四个方面均达标的县级单位", rule: "资源配置、政府保障程度、教育质量、社会认可度各项均达标，且没有一票否决情形的县级单位数。按审定数据，不是认定。数据不全的既不算达标，也不算未达标。", names: { in: "达标", out: "未达标", open: "数据不全未计入" } },
  planned: { title: "规划表列入的县级单位", rule: "规划表申报年在本年及以前的县级单位数，含填报中的规划表。", names: { in: "已列入", out: "", open: "没有计入" } },
  recognised: { title: "已认定的县级单位", rule: `现在有效的国家认定。${RECOGNISED_BASIS}。与本年度的数据是否达到标准无关。`, names: { in: "已认定", out: "", open: "没有认定" } },
} as const;

const SECTIONS = { title: "达标学校（部）", rule: "各县已审定的学校（部）中达标的数之和；没有审定的学校不计入，既不算达标，也不算未达标。", names: { in: "计入", out: "", open: "没有计入" } };

/** How a figure above the county comes about, county by county in the order of codes: what is incomplete is left out, never zero. Pure. */
export function explainArea(figure: AreaFigure, year: number, rows: AreaRow[]): AreaTrace {
  const place = (row: AreaRow): Placed => {
    if (figure.kind === "cv") return coefficient(row);
    if (figure.kind === "sections") return sections(row);
    if (figure.count === "reported") return isReported(row) ? { group: "in", figure: progress(row), why: "" } : { group: "open", figure: "没有完成", why: progress(row) };
    if (figure.count === "recognised") return recognised(row);
    return figure.count === "resource" ? resource(row) : figure.count === "compliant" ? compliant(row) : planned(row, year);
  };
  const counties = rows.map((row) => ({ code: row.code, name: row.name, city: row.city, ...place(row) }));
  const count = (group: AreaGroup) => counties.filter((one) => one.group === group).length;
  const words = figure.kind === "counties" ? WORDS[figure.count] : figure.kind === "sections" ? SECTIONS : {
    title: `${STAGE_NAME[figure.stage]}${INDICATORS[figure.key].shortName}差异系数在限值以内的县级单位`,
    rule: "逐县按各学校（部）的在校生数加权计算，与限值比较；不能计算的不计入。县的应报学校没有全部审定时，按已审定的学校计算，并注明。",
    names: { in: "限值以内", out: "超过限值", open: "没有计入" },
  };
  const total = (pick: (row: AreaRow) => number) => n(rows.reduce((all, row) => all + pick(row), 0));
  const sum = figure.kind === "sections" ? `${total((row) => row.compliantSections)}／${total((row) => row.sections)}` : null;
  return { ...words, sum, counties, counts: { in: count("in"), out: count("out"), open: count("open") } };
}
