"use client";

import { TextField } from "@/components/ui/text-field";
import { PRICED } from "@/lib/planner/rules";
import { INDICATOR_KEYS, INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";

type Props = { costs: Record<IndicatorKey, string>; error: (field: string) => string | undefined; onChange: (key: IndicatorKey, value: string) => void };

/** What one unit of each indicator costs, in 元. */
export function CostFields({ costs, error, onChange }: Props) {
  return (
    <fieldset className="rounded-md border border-line px-4 pt-2 pb-4">
      <legend className="px-1 text-sm font-medium">单位成本（元）</legend>
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {INDICATOR_KEYS.map((key) => (
          <TextField key={key} id={`cost-${key}`} label={INDICATORS[key].shortName} help={`${PRICED[key]}，元`} inputMode="decimal" maxLength={40} value={costs[key]} error={error(`unitCost.${key}`)} onChange={(event) => onChange(key, event.target.value)} />
        ))}
      </div>
    </fieldset>
  );
}
