import { expect, type Page, type Response } from "@playwright/test";

const PASSWORD = process.env.DEMO_PASSWORD ?? "Youjun-2026";

/** Waits until React answers every control of the page: what is typed or clicked before that may be lost under load. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll("input, textarea, select, button")].every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps"))));
}

/** Opens an address as a person does who waits for the page. */
export async function open(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path);
  await ready(page);
  return answer;
}

export async function reopen(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Signs in as a person does. */
export async function signInByForm(page: Page, username: string, password = PASSWORD): Promise<void> {
  await open(page, "/login");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** The change of password that the first sign-in asks for; ends on the list of what waits. */
export async function changePassword(page: Page, initial: string, own: string): Promise<void> {
  await expect(page).toHaveURL(/\/password$/);
  await page.getByLabel("原密码").fill(initial);
  await page.getByLabel("新密码", { exact: true }).fill(own);
  await page.getByLabel("再输一遍新密码").fill(own);
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByRole("link", { name: "返回首页" }).click();
  await expect(page).toHaveURL(/\/work$/);
}

/** A connection that the server has just let go of is taken up anew. */
const RETRY = { maxRetries: 3 };

/** Signs in by the same post without the form, for tests of other things. */
export async function signIn(page: Page, username: string): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf", RETRY)).json();
  const answer = await page.request.post("/api/auth/callback/credentials", { form: { csrfToken, username, password: PASSWORD, json: "true" }, ...RETRY });
  expect(answer.ok()).toBe(true);
}

/** What an official would frown at on any page. User names are the only Latin words that may stand there. */
export async function looksRight(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), "sideways scroll").toBeLessThanOrEqual(0);
  const text = await page.locator("body").innerText();
  expect(text, "raw values").not.toMatch(/undefined|NaN|\[object|null|Infinity/);
  const words = text.replace(/https?:\/\/\S+|Ctrl\+K|GB\/T|\.(?:pdf|docx?|xlsx?|jpe?g|png)\b|[a-z]+-(?:cn\b|\d[\d-]*)|\b(?:moe|admin)\b/g, "").match(/[A-Za-z]{3,}/g) ?? [];
  expect(words, "English words").toEqual([]);
  await expect(page.getByLabel("演示数据，与实际情况无关")).toBeAttached();
}
