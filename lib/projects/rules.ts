import { STAGES, type Stage } from "@/lib/standard/indicators";

/** 建设项目库 and 学位供需表. Pure. seed: C8. */
export const PROJECT_KINDS = { new: "新建学校", extension: "改扩建", rooms: "功能室建设", equipment: "设施设备" } as const;
export type ProjectKind = keyof typeof PROJECT_KINDS;
export const PROJECT_STATES = { planned: "规划", approved: "已立项", building: "在建", delivered: "已交付", paused: "暂缓" } as const;
export type ProjectState = keyof typeof PROJECT_STATES;
export const PROJECT_TONE = { planned: "neutral", approved: "pending", building: "pending", delivered: "pass", paused: "warn" } as const satisfies Record<ProjectState, string>;

export type PlacedProject = { stage: string; places: number; deliveryOn: string; state: string };
export type SeatRow = { year: number; stage: Stage; needed: number; available: number };
export type SeatBalance = SeatRow & { added: number; gap: number };

/** Late: its day of delivery has passed and it is neither delivered nor paused. */
export const isProjectLate = (project: { state: string; deliveryOn: string }, today: string): boolean => project.deliveryOn < today && project.state !== "delivered" && project.state !== "paused";

/**
 * Seats of each year and stage: what is there, what projects add until 1 September of the year (paused ones add nothing,
 * and those delivered before the first year of the table are in `available` already), and what is missing (negative: short).
 */
export function balanceSeats(rows: SeatRow[], projects: PlacedProject[]): SeatBalance[] {
  const first = rows.reduce((least, row) => Math.min(least, row.year), Number.MAX_SAFE_INTEGER);
  return [...rows].sort((a, b) => a.year - b.year || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)).map((row) => {
    const added = projects
      .filter((project) => project.stage === row.stage && project.state !== "paused" && project.deliveryOn > `${first - 1}-09-01` && project.deliveryOn <= `${row.year}-09-01`)
      .reduce((sum, project) => sum + project.places, 0);
    return { ...row, added, gap: row.available + added - row.needed };
  });
}
