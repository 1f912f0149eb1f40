"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { askPlan } from "@/lib/planner/save-plan";
import type { Assumption } from "@/lib/planner/schema";
import { Working } from "./working";

const BLANK = { degreeTeachers: "", backboneTeachers: "", artsPeTeachers: "", teachingArea: "", sportsArea: "", equipmentValue: "", multimediaRooms: "" };

/** Keeps the assumptions, with the least additions that they would ask for. */
export function AskAssumed({ divisionCode, year, basis, assumptions }: { divisionCode: string; year: number; basis: "approved" | "live"; assumptions: Assumption[] }) {
  const router = useRouter();
  const [result, ask, busy] = useActionState(askPlan, null);
  useEffect(() => {
    if (result?.ok) router.push(`/d/${divisionCode}/plan/solver/${result.data.id}`);
  }, [result, router, divisionCode]);
  return (
    <form className="no-print mt-4 flex flex-wrap items-center gap-3 border-t border-line pt-3" onSubmit={sending(() => ask({ divisionCode, year, basis, mode: "additions", quota: "", money: "standard", unitCost: BLANK, assumptions }))}>
      <Button type="submit" disabled={busy || result?.ok === true}>按这组假设测算最少增补并保存</Button>
      {busy || result?.ok ? <Working rotation={false} done={result?.ok === true} /> : <Said result={result} all />}
    </form>
  );
}
