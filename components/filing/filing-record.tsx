import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import { answerFor, sectionsAsked, type AskedSchool } from "@/lib/filings/applies";
import type { FilingData } from "@/lib/filings/form";
import type { FieldSpec } from "@/lib/forms/field";
import { valueText } from "@/lib/forms/value-text";

type Row = { key: string; label: string; unit: string; now: string; before: string | null; changed: boolean };

/** A value for reading; what the school is not asked is not missing. */
function readable(school: AskedSchool, data: FilingData, section: string, field: FieldSpec): string {
  const value = data[section]?.[field.key];
  return (value === undefined || value === null) && answerFor(field, school, data).exempt !== null ? "不适用" : valueText(value);
}

/** A filing for reading, section by section; against another version it marks what differs. */
export function FilingRecord({ school, data, evidence, compare, compareName }: { school: AskedSchool; data: FilingData; evidence: EvidenceFile[]; compare: FilingData | null; compareName: string }) {
  return (
    <div className="space-y-4">
      {sectionsAsked(school, data).map((section) => {
        const rows = section.fields.map((field): Row => {
          const now = readable(school, data, section.key, field);
          const before = compare ? readable(school, compare, section.key, field) : null;
          return { key: field.key, label: field.label, unit: field.unit ?? "", now, before, changed: before !== null && before !== now };
        });
        const changed = rows.filter((row) => row.changed).length;
        return (
          <Card key={section.key} title={section.title} lead={compare ? (changed > 0 ? `${changed} 项与${compareName}不同` : `与${compareName}一致`) : undefined}>
            <DataTable caption={section.title} rows={rows} rowKey={(row) => row.key} columns={[
              { key: "label", header: "填报项", cell: (row) => <>{row.label}{row.unit ? <span className="text-muted">（{row.unit}）</span> : null}</>, className: "sm:w-2/5" },
              { key: "now", header: "本次", cell: (row) => <span className={row.changed ? "font-semibold" : undefined}>{row.now}<EvidenceLinks files={evidence.filter((file) => file.item === row.key)} /></span> },
              ...(compare ? [{ key: "before", header: compareName, cell: (row: Row) => <span className="text-muted">{row.before}</span> }] : []),
            ]} />
          </Card>
        );
      })}
    </div>
  );
}
