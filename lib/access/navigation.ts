import type { Place } from "@/lib/divisions/get-place";
import type { Actor } from "./actor";
import { listIdentities, type Identity } from "./list-identities";
import { can } from "./permissions";

export type Account = { label: string; identities: Identity[] };

export type NavGroup = { title: string; items: { key: string; href: string; label: string; count?: number }[] };

/** The subjects of a division that this person may open. */
export function placeNav(actor: Actor, place: Pick<Place, "code" | "name" | "level">, year: number | null): NavGroup[] {
  const at = (page: string) => `/d/${place.code}/${page}${year ? `?year=${year}` : ""}`;
  const groups: NavGroup[] = [
    {
      title: place.name,
      items: [
        { key: "overview", href: at("overview"), label: "总览" },
        { key: "indicators", href: at("indicators"), label: "指标" },
        { key: "schools", href: at("schools"), label: place.level === "county" ? "学校" : "下级单位" },
        ...(place.level === "county" && can(actor, "results.read") ? [{ key: "conditions", href: at("conditions"), label: "班额与安全" }] : []),
        { key: "standard", href: at("standard"), label: "标准与口径" },
      ],
    },
  ];
  if (can(actor, "results.read")) groups.push({ title: "分析", items: [{ key: "time", href: at("time"), label: "历年变化" }, { key: "compare", href: at("compare"), label: "比较" }, { key: "brief", href: at("brief"), label: "一页纸要情" }, { key: "board", href: `/d/${place.code}/board`, label: "大屏" }] });
  const work = [
    ...(can(actor, "task.read") ? [{ key: "tasks", href: at("tasks"), label: "创建任务" }] : []),
    ...(can(actor, "plan.read") ? [{ key: "plan", href: `/d/${place.code}/plan`, label: "规划与目标" }] : []),
    ...(place.level === "county" && can(actor, "task.read") ? [{ key: "implementation", href: `/d/${place.code}/implementation`, label: "实施方案" }] : []),
    ...(can(actor, "results.read") ? [{ key: "guidance", href: `/d/${place.code}/guidance`, label: "指导意见" }] : []),
    ...(place.level === "county" && can(actor, "task.read") ? [{ key: "reports", href: at("reports"), label: "年度自评报告" }] : []),
    ...(place.level === "county" && can(actor, "filing.read") ? [{ key: "filings", href: `/d/${place.code}/filings`, label: "填报审核" }] : []),
    ...(place.level === "county" && can(actor, "county-fact.edit") ? [{ key: "items", href: at("items"), label: "县级指标" }] : []),
  ];
  if (work.length > 0) groups.push({ title: "工作", items: work });
  const course = [
    ...(can(actor, "nomination.read") ? [{ key: "nominations", href: `/d/${place.code}/nominations`, label: "先行创建推荐" }] : []),
    ...(can(actor, "certification.read") ? [{ key: "certification", href: `/d/${place.code}/certification`, label: "申报认定" }] : []),
    ...(can(actor, "experience.read") ? [{ key: "experiences", href: `/d/${place.code}/experiences`, label: "典型经验" }] : []),
  ];
  if (course.length > 0) groups.push({ title: "推荐与认定", items: course });
  if (can(actor, "ledger.read"))
    groups.push({
      title: "问题整改",
      items: [
        { key: "ledger", href: `/d/${place.code}/ledger`, label: "整改台账" },
        { key: "requests", href: `/d/${place.code}/requests`, label: "困难问题" },
        ...(can(actor, "directive.read") ? [{ key: "directives", href: `/d/${place.code}/directives`, label: "督办约谈" }] : []),
        ...(can(actor, "flag.read") ? [{ key: "flags", href: at("flags"), label: "数据疑点" }] : []),
        { key: "surveys", href: `/d/${place.code}/surveys`, label: "认可度调查" },
        ...(place.level === "county" ? [{ key: "interviews", href: `/d/${place.code}/interviews`, label: "座谈走访" }] : []),
      ],
    });
  const oversight = place.level !== "county" ? (can(actor, "visit.read") ? [{ key: "oversight", href: at("oversight"), label: "访校、教研与交流" }] : []) : [
    ...(can(actor, "visit.read") ? [{ key: "visits", href: at("visits"), label: "督导访校" }] : []),
    ...(can(actor, "teacher-record.read") ? [{ key: "teaching", href: at("teaching"), label: "教学质量监测" }, { key: "exchange", href: at("exchange"), label: "交流轮岗" }] : []),
    ...(can(actor, "group.read") ? [{ key: "groups", href: at("groups"), label: "学校共同体" }] : []),
  ];
  if (oversight.length > 0) groups.push({ title: "督导与队伍", items: oversight });
  const manage = [
    ...(place.level === "county" && can(actor, "roster.manage") ? [{ key: "roster", href: `/d/${place.code}/roster`, label: "学校名录" }] : []),
    ...(can(actor, "account.manage") ? [{ key: "accounts", href: "/accounts", label: "账号" }] : []),
    ...(place.level === "province" && can(actor, "zone.manage") ? [{ key: "zones", href: `/d/${place.code}/zones`, label: "功能区" }] : []),
  ];
  if (manage.length > 0) groups.push({ title: "管理", items: manage });
  return groups;
}

/** The subjects of a county that are open to people of its units. */
export function unitNav(place: Pick<Place, "code" | "name">, year: number | null): NavGroup[] {
  const at = (page: string) => `/d/${place.code}/${page}${year ? `?year=${year}` : ""}`;
  return [{ title: place.name, items: [{ key: "tasks", href: at("tasks"), label: "创建任务" }, { key: "ledger", href: `/d/${place.code}/ledger`, label: "整改台账" }, { key: "implementation", href: `/d/${place.code}/implementation`, label: "实施方案" }, { key: "plan/group", href: `/d/${place.code}/plan/group`, label: "领导小组" }, { key: "reports", href: at("reports"), label: "年度自评" }, { key: "items", href: at("items"), label: "县级指标" }] }];
}

/** The subjects of a school. */
export function schoolNav(actor: Actor, school: { id: string; name: string }, year: number | null): NavGroup[] {
  return [
    {
      title: school.name,
      items: [
        { key: "overview", href: `/s/${school.id}/overview${year ? `?year=${year}` : ""}`, label: "总览" },
        ...(can(actor, "filing.read") && year ? [{ key: "filing", href: `/s/${school.id}/filing/${year}`, label: "自评填报" }] : []),
        ...(can(actor, "task.read") ? [{ key: "tasks", href: `/s/${school.id}/tasks${year ? `?year=${year}` : ""}`, label: "创建任务" }] : []),
        ...(can(actor, "ledger.read") ? [{ key: "ledger", href: `/s/${school.id}/ledger`, label: "一校一册" }, { key: "requests", href: `/s/${school.id}/ledger/requests`, label: "困难问题" }] : []),
        ...(can(actor, "visit.read") ? [{ key: "visits", href: `/s/${school.id}/visits`, label: "进校活动" }] : []),
        ...(can(actor, "teacher-record.read") ? [{ key: "teaching", href: `/s/${school.id}/teaching${year ? `?year=${year}` : ""}`, label: "教学质量监测" }, { key: "exchange", href: `/s/${school.id}/exchange${year ? `?year=${year}` : ""}`, label: "交流轮岗" }] : []),
      ],
    },
  ];
}

/** A 责任督学's own pages. */
export function inspectorNav(actor: Actor): NavGroup[] {
  return [{ title: actor.office.divisionName, items: [{ key: "schools", href: "/s", label: "我的学校" }, ...(actor.office.office === "inspector" ? [{ key: "visits", href: "/s/visits", label: "访校" }] : [])] }];
}

/** An expert's own pages. */
export function expertNav(actor: Actor): NavGroup[] {
  return [{ title: `${actor.office.divisionName} · 专家`, items: [{ key: "visits", href: "/visits", label: "我的核查" }, { key: "own", href: "/me", label: "我的账号" }] }];
}

/** What the header says of the person: the active identity (all offices of its place) and those to change to. */
export function accountOf(actor: Actor): Account {
  const identities = listIdentities(actor);
  return { label: identities.find(({ active }) => active)?.title ?? actor.displayName, identities };
}
