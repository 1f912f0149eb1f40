import type { Metadata } from "next";
import { CasePanel } from "@/components/certification/case-panel";
import { CasesPanel } from "@/components/certification/cases-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadCase } from "@/lib/certification/load-case";
import { caseFilters, loadCases } from "@/lib/certification/load-cases";
import { levelOf } from "@/lib/divisions/codes";

export const metadata: Metadata = { title: "申报认定" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CertificationPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, one, many } = await loadPage(async () => {
    const reader = await requireAct("certification.read");
    const county = levelOf(code) === "county";
    return { actor: reader, one: county ? await loadCase(reader, code) : null, many: county ? null : await loadCases(reader, code, caseFilters(await searchParams)) };
  });
  const view = one ?? many;
  if (!view) return null;
  return (
    <CountyFrame actor={actor} place={{ ...view.place, years: [] }} year={null} page="certification">
      {one ? <CasePanel data={one} /> : null}
      {many ? <CasesPanel view={many} /> : null}
    </CountyFrame>
  );
}
