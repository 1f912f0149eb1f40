import { StatusTag } from "@/components/ui/status-tag";
import type { Condition } from "@/lib/certification/conditions";

/** The conditions as computed, each with its figures. */
export const ConditionsList = ({ conditions }: { conditions: Condition[] }) => (
  <ul className="space-y-1.5 text-sm">{conditions.map(({ key, label, met, text }) => <li key={key} className="flex flex-wrap items-baseline gap-2"><StatusTag tone={met ? "pass" : "warn"}>{met ? "满足" : "未满足"}</StatusTag><span className="font-medium">{label}</span><span className="text-muted">{text}</span></li>)}</ul>
);
