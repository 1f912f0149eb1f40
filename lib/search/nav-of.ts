import type { Actor } from "@/lib/access/actor";
import { expertNav, inspectorNav, placeNav, schoolNav, unitNav, type NavGroup } from "@/lib/access/navigation";
import type { Tx } from "@/lib/db/with-scope";
import { levelOf } from "@/lib/divisions/codes";

/** The pages of the active place, in the order of its navigation. At most one query. */
export async function navOf(tx: Tx, actor: Actor): Promise<NavGroup[]> {
  const { office } = actor;
  if (office.schoolId) {
    const newest = await tx.filing.findFirst({ where: { schoolId: office.schoolId }, orderBy: { year: "desc" }, select: { year: true } });
    // its overview opens on the newest approved year, its form on the newest of all
    const overview = `/s/${office.schoolId}/overview`;
    return schoolNav(actor, { id: office.schoolId, name: office.schoolName ?? "" }, newest?.year ?? null).map((group) => ({ ...group, items: group.items.map((item) => (item.key === "overview" ? { ...item, href: overview } : item)) }));
  }
  if (office.office === "inspector") return inspectorNav(actor);
  if (office.office === "unit") return unitNav({ code: office.divisionCode, name: office.divisionName }, null);
  if (office.office === "expert") return expertNav(actor).map((group) => ({ ...group, items: group.items.filter(({ key }) => key !== "own") }));
  const level = levelOf(office.divisionCode);
  const nav = level ? placeNav(actor, { code: office.divisionCode, name: office.divisionName, level }, null) : [];
  return office.office === "sysadmin" ? nav.filter(({ title }) => title === "管理") : nav;
}
