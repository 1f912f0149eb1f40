/** 适老化: the cookie holds `large`, `contrast` or both, separated by a dot. */
export function displayMode(cookie: string | undefined): { "data-text"?: "large"; "data-contrast"?: "high" } {
  const chosen = cookie?.split(".") ?? [];
  return { ...(chosen.includes("large") ? { "data-text": "large" } : {}), ...(chosen.includes("contrast") ? { "data-contrast": "high" } : {}) };
}
