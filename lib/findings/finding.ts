export type Tone = "pass" | "fail" | "warn" | "pending" | "neutral";

/** The sentence that opens a page. */
export type Sentence = { tone: Tone; text: string };

/** One thing that the stored figures say: a whole sentence with its figures, and the page that proves it. */
export type Finding = { key: string; weight: number; tone: Tone; sentence: string; href: string };

/**
 * What stands first. A finding adds up to 9 by how large it is, so the groups never mix: without whole data nothing is concluded;
 * then what the verdict hangs on, then promises that are late, then what is near or has moved.
 */
export const WEIGHT = { incomplete: 100, cv: 90, schools: 80, items: 70, plan: 60, work: 50, near: 40, change: 30, good: 10 } as const;

/** The size of a finding within its group: 0 to 9. */
export const sizeOf = (share: number): number => Math.min(9, Math.max(0, share * 9));

/** The most important first; equal ones in the order of their keys, so that the order is always the same. */
export const ranked = (findings: Finding[]): Finding[] => [...findings].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** Whole numbers as they are printed everywhere. */
export const count = (value: number): string => value.toLocaleString("zh-CN");

/** “由 3 项变为 1 项”, and “仍为 3 项” where nothing changed. */
export const moved = (before: string, now: string): string => (before === now ? `仍为 ${now}` : `由 ${before}变为 ${now}`);
