import type { Actor } from "@/lib/access/actor";
import type { NavGroup } from "@/lib/access/navigation";
import type { Tx } from "@/lib/db/with-scope";
import { initialsOf } from "@/lib/divisions/initials";
import type { Hit, Word } from "./match";
import { navOf } from "./nav-of";

const OWN: NavGroup = { title: "本人", items: [{ key: "work", href: "/work", label: "我的待办" }, { key: "password", href: "/password", label: "修改密码" }, { key: "tokens", href: "/me", label: "接口令牌" }] };

/** Pages whose name holds the word, or whose initials begin with it; all of them while nothing is typed. At most one query. */
export async function listPages(tx: Tx, actor: Actor, { name, initials }: Word): Promise<Hit[]> {
  const groups = [...(await navOf(tx, actor)), OWN];
  return groups.flatMap(({ title, items }) => items.map(({ href, label }): Hit => ({ kind: "page", href, title: label, note: title })))
    .filter((page) => page.title.includes(name) || (initials !== null && initialsOf(page.title).startsWith(initials)));
}
