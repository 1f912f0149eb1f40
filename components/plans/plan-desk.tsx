"use client";

import { useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import type { DivisionLevel } from "@/lib/divisions/codes";
import type { PlanGrid, PlanGridRow } from "@/lib/plans/list-plan";
import { refuseRowAct, type PlanRole } from "@/lib/plans/rules";
import { PlaceForm, type Choice } from "./place-form";
import { PlanTable } from "./plan-table";

type Props = { grid: PlanGrid; locked: boolean; role: PlanRole | null; level: DivisionLevel };

/** The grid and the form that changes it: choosing a cell or a county fills the form. */
export function PlanDesk({ grid, locked, role, level }: Props) {
  const [choice, setChoice] = useState<Choice>({ county: null, city: "", year: "", nonce: 0 });
  const form = useRef<HTMLDivElement>(null);
  const mayPlace = (row: PlanGridRow) => refuseRowAct({ plan: locked ? "locked" : "open", row: row.state }, "place", role) === null;
  const open = grid.rows.filter(mayPlace);
  const choose = (next: Omit<Choice, "nonce">) => {
    setChoice({ ...next, nonce: choice.nonce + 1 });
    form.current?.querySelector("input, select")?.scrollIntoView({ block: "center" });
  };
  return (
    <>
      {open.length > 0 ? <div ref={form}><PlaceForm key={choice.nonce} choice={choice} rows={open} province={level === "province"} years={grid.years} /></div> : null}
      <Card title="规划创建申报县（市、区）名单" lead={open.length > 0 ? "点县名可改列或移出；点“＋”向这一年列入县。" : undefined}>
        <PlanTable grid={grid} role={role} locked={locked} mayPlace={mayPlace} onChoose={choose} />
      </Card>
    </>
  );
}
