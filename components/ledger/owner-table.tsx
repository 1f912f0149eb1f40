import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { OwnerLedger } from "@/lib/ledger/list-totals";
import { countColumns } from "./count-columns";
import { ownerText } from "./words";

const keyOf = (row: OwnerLedger) => `${row.owner}/${row.unitId ?? ""}/${row.schoolId ?? ""}`;

/** Counters and ages of each who has to mend: units and the bureau, then schools. */
export function OwnerTable({ code, owners }: { code: string; owners: OwnerLedger[] }) {
  const units = owners.filter((row) => row.owner !== "school");
  const schools = owners.filter((row) => row.owner === "school");
  const address = (row: OwnerLedger) => (row.schoolId ? `/s/${row.schoolId}/ledger` : `/d/${code}/ledger?owner=${row.unitId ?? "bureau"}`);
  const table = (title: string, rows: OwnerLedger[]) => (
    <Card title={title}>
      <DataTable caption={title} rows={rows} rowKey={keyOf} columns={[{ key: "name", header: "责任单位", cell: (row) => <Link className="link" href={address(row)} prefetch={false}>{ownerText(row)}</Link> }, ...countColumns<OwnerLedger>()]} />
    </Card>
  );
  return <>{units.length > 0 ? table(`部门和单位 ${units.length} 个`, units) : null}{schools.length > 0 ? table(`学校 ${schools.length} 所`, schools) : null}</>;
}
