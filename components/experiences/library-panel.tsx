import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { ExperiencesView } from "@/lib/experiences/load-experiences";
import { EXPERIENCE_ITEMS, itemTitle } from "@/lib/experiences/schema";
import { BREAKTHROUGH_GROUPS } from "@/lib/standard/tasks";
import { ExperienceList } from "./experience-list";

const OWN = { nation: "各省报部、待列入全国经验库", province: "待审核", city: "", county: "本县撰写" } as const;

function addressOf({ place, filters }: ExperiencesView, page: number): string {
  const search = new URLSearchParams(Object.entries({ q: filters.q, item: filters.item, group: filters.group, page: page > 1 ? String(page) : undefined }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `/d/${place.code}/experiences${search.size > 0 ? `?${search}` : ""}`;
}

/** The library of 典型经验, and what the place has written or has to review. */
export function LibraryPanel({ view }: { view: ExperiencesView }) {
  const { place, filters, library, own, writes } = view;
  const waiting = place.level === "county" ? own.filter((one) => one.state === "returned").length : own.length;
  const field = "rounded-md border border-line bg-surface px-2 py-1.5";
  return (
    <>
      <Finding tone={waiting > 0 ? "warn" : "neutral"} sentence={`${place.name}可用的典型经验 ${library.total} 篇${own.length > 0 ? `；${OWN[place.level]} ${own.length} 篇` : ""}${place.level === "county" && waiting > 0 ? `，其中 ${waiting} 篇被退回` : ""}。`}>
        县级总结，省级审核列入省级经验库并报部，教育部列入全国经验库；各县可以检索，借鉴到自己的任务。
        {writes ? <span className="no-print mt-2 block"><Link className={buttonClass("primary")} href={`/d/${place.code}/experiences/new${filters.item ? `?item=${filters.item}` : ""}`} prefetch={false}>撰写经验</Link></span> : null}
      </Finding>
      {own.length > 0 ? <Card title={`${OWN[place.level]} ${own.length} 篇`}><ExperienceList at={place.code} items={own} /></Card> : null}
      <Card title={`经验库 ${library.total} 篇`} lead={filters.item ? `事项：${itemTitle(filters.item)}` : undefined}>
        <form className="no-print mb-3 flex flex-wrap items-center gap-2 text-sm" role="search" aria-label="检索经验">
          <input name="q" defaultValue={filters.q ?? ""} placeholder="标题、做法、成效" aria-label="关键词" maxLength={40} className={field} />
          <select name="group" defaultValue={filters.group ?? ""} aria-label="攻坚清单分组" className={`${field} max-w-full`}><option value="">全部分组</option>{BREAKTHROUGH_GROUPS.map((group) => <option key={group} value={group}>{group}</option>)}</select>
          <select name="item" defaultValue={filters.item ?? ""} aria-label="攻坚清单事项" className={`${field} max-w-full`}><option value="">全部事项</option>{EXPERIENCE_ITEMS.map((task) => <option key={task.key} value={task.key}>{task.title}</option>)}</select>
          <Button type="submit">检索</Button>
        </form>
        {library.items.length > 0 ? <ExperienceList at={place.code} items={library.items} /> : <Empty title="没有符合条件的经验">换一个关键词或事项，或撰写本县的经验。</Empty>}
        {library.pages > 1 ? (
          <nav className="no-print mt-3 flex items-center gap-3 text-sm" aria-label="翻页">
            {filters.page > 1 ? <Link className={buttonClass("plain")} href={addressOf(view, filters.page - 1)} prefetch={false}>上一页</Link> : null}
            <span className="text-muted">第 {filters.page} / {library.pages} 页</span>
            {filters.page < library.pages ? <Link className={buttonClass("plain")} href={addressOf(view, filters.page + 1)} prefetch={false}>下一页</Link> : null}
          </nav>
        ) : null}
      </Card>
    </>
  );
}
