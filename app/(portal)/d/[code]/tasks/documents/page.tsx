import type { Metadata } from "next";
import { DocumentsPanel } from "@/components/policy-documents/documents-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadDocuments } from "@/lib/policy-documents/load-documents";

export const metadata: Metadata = { title: "政策（制度）清单" };

export default async function DocumentsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    return { actor: reader, view: await loadDocuments(reader, code) };
  });
  return <CountyFrame actor={actor} place={view.place} year={null} page="tasks"><DocumentsPanel view={view} /></CountyFrame>;
}
