import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import type { FactKey } from "@/lib/counties/find-fact";
import type { FactState } from "@/lib/counties/states";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";

type Props = { fact: FactKey; title: string; state: FactState; files: EvidenceFile[]; mayChange: boolean };

/** The evidence of a county-level item: to change while it may be, else to read. */
export function ItemEvidence({ fact, title, state, files, mayChange }: Props) {
  if (!mayChange) return <EvidenceLinks files={files} />;
  if (state === "empty") return <p className="text-sm text-muted">保存草稿后可以上传佐证材料。</p>;
  return <EvidenceField subject={{ entity: "county_fact", entityId: `${fact.code}/${fact.year}/${fact.item}`, item: fact.item }} title={title} files={files} />;
}
