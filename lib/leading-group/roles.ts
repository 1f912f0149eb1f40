import { formatShare } from "@/lib/evaluation/format";

/** Places in the leading group of a county (seed: D6). */
export const ROLE_KEYS = ["leader", "deputy", "member", "office"] as const;
export type MemberRole = (typeof ROLE_KEYS)[number];
export const ROLE_NAME: Record<MemberRole, string> = { leader: "组长", deputy: "副组长", member: "成员", office: "办公室" };
export const isMemberRole = (text: string): text is MemberRole => ROLE_KEYS.some((role) => role === text);

export type Load = { lead: number; joint: number; done: number; overdue: number };
/** Completion of what a unit leads; nothing to lead is no rate, and 100 is said only of all. */
export const completionText = ({ lead, done }: Load): string => formatShare(done, lead);
