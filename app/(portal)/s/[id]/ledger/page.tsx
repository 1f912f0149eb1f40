import type { Metadata } from "next";
import { SchoolLedger } from "@/components/ledger/school-ledger";
import { SchoolPage } from "@/components/schools/school-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSchoolLedger } from "@/lib/ledger/load-school-ledger";

export const metadata: Metadata = { title: "一校一册" };

export default async function SchoolLedgerPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    return { actor: reader, view: await loadSchoolLedger(reader, (await params).id) };
  });
  return <SchoolPage actor={actor} school={view.school} year={null} page="ledger"><SchoolLedger view={view} /></SchoolPage>;
}
