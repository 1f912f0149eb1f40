import type { Place } from "@/lib/divisions/get-place";
import { OFFICE_NAME, officeTitle } from "./offices";
import type { Actor } from "./actor";
import { can, samePlace } from "./permissions";

type NavGroup = { title: string; items: { key: string; href: string; label: string; count?: number }[] };

/** The subjects of a division that this person may open. */
export function placeNav(actor: Actor, place: Place, year: number | null): NavGroup[] {
  const at = (page: string) => `/d/${place.code}/${page}${year ? `?year=${year}` : ""}`;
  const groups: NavGroup[] = [
    {
      title: place.name,
      items: [
        { key: "overview", href: at("overview"), label: "总览" },
        { key: "indicators", href: at("indicators"), label: "指标" },
        { key: "schools", href: at("schools"), label: place.level === "county" ? "学校" : "下级单位" },
      ],
    },
  ];
  const work = [
    ...(place.level === "county" && can(actor, "filing.read") ? [{ key: "filings", href: `/d/${place.code}/filings`, label: "填报审核" }] : []),
    ...(place.level === "county" && can(actor, "county-fact.edit") ? [{ key: "items", href: at("items"), label: "县级指标" }] : []),
  ];
  if (work.length > 0) groups.push({ title: "工作", items: work });
  if (can(actor, "account.manage")) groups.push({ title: "管理", items: [{ key: "accounts", href: "/accounts", label: "账号" }] });
  return groups;
}

/** The subjects of a school. */
export function schoolNav(actor: Actor, school: { id: string; name: string }, year: number | null): NavGroup[] {
  return [
    {
      title: school.name,
      items: [
        { key: "overview", href: `/s/${school.id}/overview${year ? `?year=${year}` : ""}`, label: "总览" },
        ...(can(actor, "filing.read") && year ? [{ key: "filing", href: `/s/${school.id}/filing/${year}`, label: "自评填报" }] : []),
      ],
    },
  ];
}

/** Where the person is signed in, with every office held at that place: “实验九年一贯制学校 · 学校填报人、校长”. */
export function accountLabel(actor: Actor): string {
  const others = actor.offices.filter((office) => samePlace(office, actor.office) && office.office !== actor.office.office);
  return [officeTitle(actor.office), ...others.map((office) => OFFICE_NAME[office.office])].join("、");
}
