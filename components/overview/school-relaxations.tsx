import { RelaxedItem } from "@/components/certification/relaxed-item";
import { Card } from "@/components/ui/card";
import type { RelaxationView } from "@/lib/certification/read-relaxations";

/** What this school met by a relaxation only, with the days left to the full standard. Nothing for other schools. */
export function SchoolRelaxations({ relaxations }: { relaxations: readonly RelaxationView[] }) {
  if (relaxations.length === 0) return null;
  const open = relaxations.filter(({ confirmedOn }) => confirmedOn === null).length;
  return (
    <Card title={open > 0 ? `本校 ${open} 项放宽事项须在期限前达到完整标准` : "本校的放宽事项都已达到完整标准"} lead="县域认定时按放宽条件达标，三年内达到完整标准，由省级复查确认。">
      <ul className="space-y-3 text-sm">{relaxations.map((one) => <li key={one.id} className="border-l-2 border-line pl-3"><RelaxedItem one={one} title={one.subject} /></li>)}</ul>
    </Card>
  );
}
