import type { Level } from "@/lib/certification/stages";

/** 专家, per case and dated: who may be appointed, and what an appointment opens on a day. Pure. seed-systems, Actors (回避). */
export type HeldOffice = { office: string; divisionCode: string };
export type Window = { fromOn: string; untilOn: string; state: "active" | "ended" };

/** 回避: whoever holds an office in the county never, whoever holds one in its city not above the city's own 复核; null when nothing stands against it. */
export function refuseExpert(offices: readonly HeldOffice[], county: string, level: Level): string | null {
  const others = offices.filter(({ office }) => office !== "expert");
  if (others.some(({ divisionCode }) => divisionCode === county)) return "这位专家在该县任职，须回避，请另行聘请。";
  if (level !== "city" && others.some(({ divisionCode }) => divisionCode === county.slice(0, 4))) return "这位专家在该县所属的市任职，须回避，请另行聘请。";
  return null;
}

/** The longest time for which a person is appointed to one visit. */
export const MOST_DAYS = 92;
const DAY = 86_400_000;

/** What is wrong with the days of an appointment, by field. An appointment under way keeps its first day, `began`. */
export function faultsOfDays(fromOn: string, untilOn: string, today: string, began: string | null = null): Record<string, string> {
  if (fromOn < today && fromOn !== began) return { fromOn: "开始日期不能早于今天。" };
  if (untilOn < fromOn) return { untilOn: "结束日期不能早于开始日期。" };
  if (untilOn < today) return { untilOn: "结束日期不能早于今天；不再需要的，请办理结束聘请。" };
  if ((Date.parse(untilOn) - Date.parse(fromOn)) / DAY >= MOST_DAYS) return { untilOn: `一次聘请最长 ${MOST_DAYS} 天。` };
  return {};
}

export const PHASES = ["ahead", "running", "over", "ended"] as const;
export type Phase = (typeof PHASES)[number];
export const PHASE_NAME: Record<Phase, string> = { ahead: "未到日期", running: "核查中", over: "已期满", ended: "已结束" };
export const PHASE_TONE = { ahead: "neutral", running: "pending", over: "neutral", ended: "neutral" } as const;

/** Where an appointment stands on a day in Shanghai. */
export function phaseOf({ fromOn, untilOn, state }: Window, today: string): Phase {
  if (state === "ended") return "ended";
  if (today < fromOn) return "ahead";
  return today > untilOn ? "over" : "running";
}
