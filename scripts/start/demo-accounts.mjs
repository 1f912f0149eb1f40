/** The accounts of the demonstration, for the terminal and for the browser tests. */
import fs from "node:fs";

export const DEMO_PASSWORD = "Youjun-2026";

export const demoAccounts = () => JSON.parse(fs.readFileSync(new URL("demo-accounts.json", import.meta.url), "utf8"));

/** Chinese glyphs take two columns of a terminal. */
const width = (text) => [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0x2e7f ? 2 : 1), 0);

export function accountLines() {
  const accounts = demoAccounts();
  const longest = Math.max(...accounts.map(({ username }) => width(username)));
  return accounts.map(({ username, label }) => `  ${username}${" ".repeat(longest - width(username) + 2)}${label}`);
}
