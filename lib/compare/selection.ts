import { z } from "zod";

/** What stands side by side fits a screen. */
export const MOST = 6;

const shape = z.object({
  with: z.string().transform((text) => text.split(",").filter(Boolean)).catch([]),
  add: z.string().trim().max(40).catch(""),
});

/** `?with=a,b&add=name`: what is compared, and what is to be added. */
export function selectionOf(search: Record<string, string | string[] | undefined>): { chosen: string[]; add: string } {
  const { with: chosen, add } = shape.parse({ with: search.with ?? "", add: search.add ?? "" });
  return { chosen: [...new Set(chosen)].slice(0, MOST), add };
}

/** The address of a comparison. */
export const compareHref = (code: string, year: number, chosen: readonly string[]): string => `/d/${code}/compare?year=${year}&with=${chosen.join(",")}`;

/** The address of a comparison of a county with counties that are published. */
export const peersHref = (code: string, year: number, chosen: readonly string[]): string => `/d/${code}/compare/counties?year=${year}&with=${chosen.join(",")}`;

type Option = { key: string; name: string };

/** The set after something was added by name or code, or the sentence why it was not. */
export function withAdded(chosen: readonly string[], add: string, options: readonly Option[], noun: string): { chosen: string[]; refusal: string | null } {
  const known = chosen.filter((key) => options.some((option) => option.key === key));
  if (add === "") return { chosen: known, refusal: null };
  const found = options.filter((option) => option.key === add || option.name === add);
  const [first] = found;
  if (!first) return { chosen: known, refusal: `没有找到“${add}”，请填写${noun}的全称。` };
  if (found.length > 1) return { chosen: known, refusal: `有 ${found.length} 个${noun}叫“${add}”，请填写代码。` };
  if (known.includes(first.key)) return { chosen: known, refusal: `${first.name}已经在比较之中。` };
  if (known.length >= MOST) return { chosen: known, refusal: `最多比较 ${MOST} 个，请先移除一个。` };
  return { chosen: [...known, first.key], refusal: null };
}
