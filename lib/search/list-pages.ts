import type { Actor } from "@/lib/access/actor";
import { placeNav, schoolNav, type NavGroup } from "@/lib/access/navigation";
import type { Tx } from "@/lib/db/with-scope";
import { levelOf } from "@/lib/divisions/codes";
import { initialsOf } from "@/lib/divisions/initials";
import type { Hit, Word } from "./match";

const OWN: NavGroup = { title: "本人", items: [{ key: "password", href: "/password", label: "修改密码" }, { key: "tokens", href: "/me", label: "接口令牌" }] };

/** The pages of the active place, in the order of its navigation. */
async function navOf(tx: Tx, actor: Actor): Promise<NavGroup[]> {
  const { office } = actor;
  if (office.schoolId) {
    const newest = await tx.filing.findFirst({ where: { schoolId: office.schoolId }, orderBy: { year: "desc" }, select: { year: true } });
    return schoolNav(actor, { id: office.schoolId, name: office.schoolName ?? "" }, newest?.year ?? null);
  }
  if (office.office === "inspector") return [{ title: office.divisionName, items: [{ key: "schools", href: "/s", label: "我的学校" }] }];
  if (office.office === "unit") return [{ title: office.divisionName, items: [{ key: "items", href: `/d/${office.divisionCode}/items`, label: "县级指标" }] }];
  const level = levelOf(office.divisionCode);
  const nav = level ? placeNav(actor, { code: office.divisionCode, name: office.divisionName, level }, null) : [];
  return office.office === "sysadmin" ? nav.filter(({ title }) => title === "管理") : nav;
}

/** Pages whose name holds the word, or whose initials begin with it; all of them while nothing is typed. At most one query. */
export async function listPages(tx: Tx, actor: Actor, { name, initials }: Word): Promise<Hit[]> {
  const groups = [...(await navOf(tx, actor)), OWN];
  return groups.flatMap(({ title, items }) => items.map(({ href, label }): Hit => ({ kind: "page", href, title: label, note: title })))
    .filter((page) => page.title.includes(name) || (initials !== null && initialsOf(page.title).startsWith(initials)));
}
