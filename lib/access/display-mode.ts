/** 适老化: what a person chose lies in a cookie of this name, so that the first byte of a page already has it. */
export const DISPLAY_COOKIE = "youjun-display";

/** The switches: the word in the cookie, and the attribute of the page that the style sheet looks at. */
export const DISPLAY_SWITCHES = [
  { key: "large", attribute: "data-text", value: "large", label: "大字" },
  { key: "contrast", attribute: "data-contrast", value: "high", label: "高对比" },
] as const;
export type DisplayKey = (typeof DISPLAY_SWITCHES)[number]["key"];

/** The chosen switches: the cookie holds `large`, `contrast` or both, separated by a dot. */
export function chosenDisplay(cookie: string | undefined): DisplayKey[] {
  const words = cookie?.split(".") ?? [];
  return DISPLAY_SWITCHES.map(({ key }) => key).filter((key) => words.includes(key));
}

/** The page's attributes for what the cookie says. */
export function displayMode(cookie: string | undefined): { "data-text"?: "large"; "data-contrast"?: "high" } {
  const chosen = chosenDisplay(cookie);
  return { ...(chosen.includes("large") ? { "data-text": "large" } : {}), ...(chosen.includes("contrast") ? { "data-contrast": "high" } : {}) };
}
