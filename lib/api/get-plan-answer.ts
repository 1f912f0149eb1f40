import { demoNotice } from "@/lib/access/demo-notice";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { findPlan } from "@/lib/plans/find-plan";
import { listPlan } from "@/lib/plans/list-plan";
import { planAnswer } from "./shapes";

/** The 规划表 below a division: the counties of each 申报年, and the words of the province and of its cities. */
export async function getPlanAnswer(tx: Tx, actor: Actor, code: string) {
  const place = await getPlace(tx, actor, code);
  const { rows } = await listPlan(tx, code);
  const years: Record<string, { code: string; name: string }[]> = {};
  for (const county of rows.flatMap((row) => row.counties)) if (county.year !== null) (years[county.year] ??= []).push({ code: county.code, name: county.name });
  const own = place.level === "nation" ? "" : (await findPlan(tx, code)).note;
  const notes = [own, ...rows.filter((row) => row.note !== "").map((row) => `${row.name}：${row.note}`)].filter((line) => line !== "").join("\n");
  return planAnswer.parse({ years, notes, demo: (await demoNotice()) !== null });
}
