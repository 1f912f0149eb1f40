"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Card } from "@/components/ui/card";
import { countyShape, refusalShape, type County } from "./facts-shape";

/** The planner's code and the county's figures come when the page stands. */
const Desk = dynamic(() => import("./what-if-desk").then(({ WhatIfDesk }) => WhatIfDesk), { ssr: false, loading: () => <Card title="变动前后"><p className="py-10 text-center text-muted">正在准备试算…</p></Card> });

type Props = { divisionCode: string; year: number; basis: "approved" | "live"; manages: boolean };
const AWAY = "没有取到学校数据，请检查网络后刷新。";

async function fetchCounty({ divisionCode, year, basis }: Props): Promise<County | string> {
  try {
    const answer = await fetch(`/d/${divisionCode}/plan/solver/facts?year=${year}&basis=${basis}`);
    const body: unknown = await answer.json();
    if (!answer.ok) return refusalShape.safeParse(body).data?.message ?? AWAY;
    return countyShape.safeParse(body).data ?? AWAY;
  } catch {
    return AWAY;
  }
}

export function WhatIfLoader(props: Props) {
  const { divisionCode, year, basis, manages } = props;
  const [found, setFound] = useState<County | string | null>(null);
  useEffect(() => {
    let here = true;
    void fetchCounty({ divisionCode, year, basis, manages }).then((county) => { if (here) setFound(county); });
    return () => { here = false; };
  }, [divisionCode, year, basis, manages]);
  if (typeof found === "string") return <Card title="不能试算"><p role="alert" className="text-fail">✕ {found}</p></Card>;
  if (found === null) return <Card title="变动前后"><p role="status" className="py-10 text-center text-muted">正在取学校数据…</p></Card>;
  return <Desk county={found} {...props} />;
}
