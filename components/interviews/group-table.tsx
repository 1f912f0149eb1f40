import { DataTable } from "@/components/ui/data-table";
import { INTERVIEW_GROUP_NAME, sumGroups, type GroupCount } from "@/lib/interviews/rules";
import { shareText } from "@/lib/items/share";

/** People met and satisfied, by group, with their share. */
export function GroupTable({ groups }: { groups: GroupCount[] }) {
  const total = sumGroups(groups);
  const rows = [...groups.map((one) => ({ name: INTERVIEW_GROUP_NAME[one.group], met: one.met, satisfied: one.satisfied })), { name: "合计", ...total }];
  return (
    <DataTable caption="人数和满意情况" rows={rows} rowKey={(row) => row.name} columns={[
      { key: "name", header: "人员", cell: (row) => row.name },
      { key: "met", header: "人数", numeric: true, cell: (row) => row.met.toLocaleString("zh-CN") },
      { key: "satisfied", header: "满意", numeric: true, cell: (row) => row.satisfied.toLocaleString("zh-CN") },
      { key: "share", header: "满意比例", numeric: true, cell: (row) => shareText(row.satisfied, row.met) },
    ]} />
  );
}
