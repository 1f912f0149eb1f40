import type { Row } from "./insert";
import { unitId } from "./units";

const HEAD: Record<string, string> = { 县: "县长", 市: "市长", 区: "区长" };
const MEMBERS = ["财政局", "人力资源和社会保障局", "自然资源局", "发展和改革局", "住房和城乡建设局"];

/** A leading group by posts (登封 六（一）, seed: D6); nobody is named. */
export function groupRows({ code, name }: { code: string; name: string }): Row[] {
  const place = name.at(-1) ?? "县";
  const row = (number: number, role: string, post: string, unit: string | null): Row => ({ id: `lm-${code}-${number}`, division_code: code, role, post, holder: "", unit_id: unit ? unitId(code, unit) : null, number, version: 1 });
  return [
    row(1, "leader", HEAD[place] ?? "县长", null),
    row(2, "deputy", `分管教育的副${HEAD[place] ?? "县长"}`, null),
    row(3, "office", "教育局党组书记（兼办公室主任）", "办公室"),
    ...MEMBERS.map((unit, at) => row(4 + at, "member", `${unit}负责人`, unit)),
    row(4 + MEMBERS.length, "member", "乡镇负责人", "东河镇（演示）"),
  ];
}

export const meetingRows = (code: string): Row[] => [
  { id: `mt-${code}-1`, division_code: code, held_on: "2026-03-12", subject: "部署 2026 年度创建任务（演示）", decisions: "一、审定年度任务清单，3 月底前备案。\n二、财政局 6 月底前下达教学仪器设备资金。\n三、人社部门配合完成县域内教师交流。", version: 1 },
  { id: `mt-${code}-2`, division_code: code, held_on: "2026-09-25", subject: "研究学位缺口和建设项目（演示）", decisions: "一、续建项目按期交付，每月通报进度。\n二、自然资源部门落实预留教育用地。", version: 1 },
];
