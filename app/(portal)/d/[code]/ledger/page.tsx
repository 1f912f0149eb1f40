import type { Metadata } from "next";
import { LedgerOverviewPanel } from "@/components/ledger/overview-panel";
import { LedgerPanel } from "@/components/ledger/ledger-panel";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { levelOf } from "@/lib/divisions/codes";
import { ledgerFilters } from "@/lib/ledger/filters";
import { loadLedger } from "@/lib/ledger/load-ledger";
import { loadLedgerOverview } from "@/lib/ledger/load-overview";

export const metadata: Metadata = { title: "整改台账" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LedgerPage({ params, searchParams }: Props) {
  const { code } = await params;
  const filters = ledgerFilters(await searchParams);
  const { actor, view, overview } = await loadPage(async () => {
    const reader = await requireAct("ledger.read");
    const county = levelOf(code) === "county";
    return { actor: reader, view: county ? await loadLedger(reader, code, filters) : null, overview: county ? null : await loadLedgerOverview(reader, code) };
  });
  const place = view?.place ?? overview?.place;
  if (!place) return null;
  return (
    <LedgerFrame actor={actor} place={place} page="ledger">
      {view ? <LedgerPanel view={view} filters={filters} unit={actor.office.office === "unit" ? (actor.office.unitName ?? "本单位") : null} /> : null}
      {overview ? <LedgerOverviewPanel view={overview} /> : null}
    </LedgerFrame>
  );
}
