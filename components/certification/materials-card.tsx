import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import type { CaseView } from "@/lib/certification/load-case";
import { STAGE_NAME } from "@/lib/certification/stages";

/** The documents of a course, by stage. */
export function MaterialsCard({ caseId, materials }: { caseId: string; materials: CaseView["materials"] }) {
  if (materials.length === 0) return null;
  return (
    <Card title="申报和评估材料" lead="签发后，申报县和各级可以查看；已随决定签发的材料不再增减。">
      <div className="space-y-4">{materials.map(({ item, stage, title, required, files, open }) => (
        <section key={item} aria-label={`${STAGE_NAME[stage]}：${title}`}>
          <h3 className="mb-1 text-sm font-medium">{STAGE_NAME[stage]}：{title}{open && required && files.length === 0 ? "（必需）" : ""}</h3>
          {open ? <EvidenceField subject={{ entity: "certification", entityId: caseId, item }} title={title} files={files} /> : <EvidenceLinks files={files} />}
        </section>
      ))}</div>
    </Card>
  );
}
