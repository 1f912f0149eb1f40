export type Hit = { kind: "page" | "place" | "school"; href: string; title: string; note: string };

/** What a person typed, read as the start of a code, as pinyin initials, or as part of a name. Pure. */
export type Word = { code: string | null; initials: string | null; name: string };

export function readWord(typed: string): Word {
  const name = typed.trim().replace(/\s+/g, "");
  return { code: /^\d{1,10}$/.test(name) ? name : null, initials: /^[a-z]{1,20}$/i.test(name) ? name.toLowerCase() : null, name };
}

export const SEARCH_LIMIT = 20;

/** How many of two kinds of hits are shown together: either may fill what the other leaves, each has half when both are many. */
export function shareOut(places: number, schools: number, limit = SEARCH_LIMIT): { places: number; schools: number } {
  const half = Math.floor(limit / 2);
  const shown = Math.min(places, Math.max(half, limit - schools));
  return { places: shown, schools: Math.min(schools, limit - shown) };
}
