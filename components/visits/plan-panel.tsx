import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import type { Planning } from "@/lib/visits/load-planning";
import { PlanForm } from "./plan-form";

/** A visit to be planned: what the list allows, then the form. */
export function PlanPanel({ planning, schoolId, base }: { planning: Planning; schoolId: string; base: string }) {
  const { today, kind, kinds, schools, limit, last } = planning;
  const known = schools.some((school) => school.id === schoolId) ? schoolId : "";
  return (
    <>
      <Finding tone="pending" sentence={limit === null ? "计划访校：写明审批依据和文号，计入学校本年进校活动清单。" : `计划访校：每校本年不超过 ${limit} 次，写明审批依据和文号。`} />
      <Card title="访校计划"><PlanForm target={null} kinds={kinds} schools={schools} limit={limit} base={base} draft={{ schoolId: known, plannedOn: today, kind, organiser: "", items: kind === "routine" ? ["self-check", "standard", "safety"] : [], basis: last?.basis ?? "", approvalNumber: last?.approvalNumber ?? "" }} /></Card>
    </>
  );
}
