import type { Metadata } from "next";
import { AskForm } from "@/components/requests/ask-form";
import { SchoolPage } from "@/components/schools/school-page";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { askOrigin } from "@/lib/requests/origin";
import { loadAsk } from "@/lib/requests/load-requests";

export const metadata: Metadata = { title: "提请上级解决" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolAskPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, draft, school } = await loadPage(async () => {
    const reader = await requireAct("request.send");
    const found = await loadAsk(reader, { schoolId: id }, askOrigin(await searchParams));
    if (!found.school) throw notFoundError();
    return { actor: reader, draft: found, school: found.school };
  });
  return (
    <SchoolPage actor={actor} school={school} year={null} page="requests">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">提请{draft.to}解决困难问题</h1><p className="text-sm text-muted">写明缺口、已做的工作和请求，县级教育行政部门在日期前答复。</p></section>
      <Card title="困难问题"><AskForm to={draft.to} draft={draft} back={`/s/${id}/ledger/requests`} /></Card>
    </SchoolPage>
  );
}
