import type { Metadata } from "next";
import Link from "next/link";
import { PublicListCard } from "@/components/public/lists-card";
import { ProvincesCard } from "@/components/public/provinces-card";
import { StandardCard } from "@/components/public/standard-card";
import { Finding } from "@/components/ui/finding";
import { groupLists, provinceLines } from "@/lib/certification/group-lists";
import { readPublicLists } from "@/lib/certification/public-lists";
import { DEMO_NOTICE, demoNotice } from "@/lib/access/demo-notice";

export const metadata: Metadata = { title: "公布名单", description: "义务教育优质均衡发展县和先行创建县公布名单，以及国家标准。" };
// Published lists are read when the page is asked for, not when it is built.
export const dynamic = "force-dynamic";

/** Open to everybody: published lists and the standard; nothing of a session is read. */
export default async function PublicPage() {
  const [rows, demo] = await Promise.all([readPublicLists(), demoNotice()]);
  const [lists, lines] = [groupLists(rows), provinceLines(rows)];
  const count = (kind: "recognised" | "pioneer") => new Set(rows.filter((row) => row.kind === kind).map(({ county_code }) => county_code)).size;
  return (
    <main className="mx-auto w-full max-w-5xl space-y-4 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1"><p className="text-xl font-semibold">县域义务教育优质均衡 · 公布名单</p><nav className="flex gap-4 text-sm"><Link className="link" href="/calculator" prefetch={false}>差异系数计算器</Link><Link className="link" href="/login" prefetch={false}>登录平台</Link></nav></header>
      <Finding tone="neutral" sentence={rows.length === 0 ? "还没有公布的名单。" : `已公布名单 ${lists.length} 份：优质均衡发展县 ${count("recognised")} 个，先行创建县 ${count("pioneer")} 个。`}>
        名单以公布文件为准。{demo ? <strong className="text-warn">{DEMO_NOTICE}。</strong> : null}
      </Finding>
      {lines.length > 0 ? <ProvincesCard lines={lines} /> : null}
      {lists.map((list) => <PublicListCard key={list.list} list={list} />)}
      <StandardCard />
    </main>
  );
}
