import type { Office } from "./actor";

/** 机关、岗位 as people call them. */
export const OFFICE_NAME: Record<Office["office"], string> = {
  education: "教育行政部门",
  supervision: "政府教育督导机构",
  government: "人民政府",
  section: "科室",
  unit: "成员单位、乡镇",
  inspector: "责任督学",
  filler: "学校填报人",
  principal: "校长",
  sysadmin: "系统管理员",
  expert: "专家",
};

export const LEVEL_NAME: Record<Office["level"], string> = { nation: "部", province: "省", city: "市", county: "县", school: "学校" };

/** “西吉县 · 教育行政部门”, “第八小学 · 校长”. */
export function officeTitle(office: Office): string {
  const place = office.schoolName ?? (office.unitName ? `${office.divisionName}${office.unitName.replace(/^[县市区]/, "")}` : office.divisionName);
  return `${place} · ${OFFICE_NAME[office.office]}`;
}
