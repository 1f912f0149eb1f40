import type { JudgedSchool } from "@/lib/items/verdicts";
import { CLASS_LIMIT } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";

export type Gap = { gap: number; gapUnit: "人" | "间" | "㎡" | "元" } | null;
const ROOM_AREA = { music: 96, art: 90 } as const;
const positive = (gap: number, gapUnit: "人" | "间" | "元"): Gap => (gap > 0 ? { gap, gapUnit } : null);

/** 政府保障 3: rooms missing to one of each, or to one of both, for every 12 classes. */
function roomsMissing({ facts, more }: JudgedSchool, together: boolean): Gap {
  const needed = Math.ceil(stagesOf(facts.kind).reduce((sum, stage) => sum + (facts.classes[stage] ?? 0), 0) / 12);
  const music = (more.musicRooms ?? []).filter((room) => room.area !== null && room.area >= ROOM_AREA.music).length;
  const art = (more.artRooms ?? []).filter((room) => room.area !== null && room.area >= ROOM_AREA.art).length;
  return positive(together ? needed - music - art : Math.max(needed - music, 0) + Math.max(needed - art, 0), "间");
}

/** What a failing item of a school lacks in absolute numbers; null where it is not a matter of numbers. Called for failing items only. */
export function itemGap(item: string, school: JudgedSchool, readings: { musicArtRooms: string }): Gap {
  const { facts, more } = school;
  const stages = stagesOf(facts.kind);
  const teachers = stages.reduce((sum, stage) => sum + (more.fullTime[stage] ?? 0), 0);
  switch (item) {
    case "gov-3": return roomsMissing(school, readings.musicArtRooms === "together");
    case "gov-4": return positive(stages.reduce((sum, stage) => sum + (facts.students[stage] ?? 0), 0) - (facts.kind === "nine_year" || facts.kind === "twelve_year" ? 2500 : 2000), "人");
    case "gov-5": return positive(stages.reduce((sum, stage) => sum + (more.classes[stage] ?? []).reduce((over, size) => over + Math.max(0, size - CLASS_LIMIT[stage]), 0), 0), "人");
    case "gov-9": return positive(teachers - (more.trained ?? 0), "人");
    case "gov-12": return positive(teachers - (more.certified ?? 0), "人");
    // 5 % of the budget less what is planned, in 元; both are kept in 万元 with four decimals
    case "qual-4": return positive(Math.ceil((Math.round((more.fundsBudget ?? 0) * 1e4) * 5) / 100) - Math.round((more.trainingBudget ?? 0) * 1e4), "元");
    default: return null;
  }
}
