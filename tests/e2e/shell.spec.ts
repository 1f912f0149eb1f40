import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { looksRight, open, reopen, signIn } from "./people";

test.setTimeout(120_000);

async function noSeriousFault(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => `${where} ${item.id}: ${item.nodes[0]?.html}`)).toEqual([]);
}

test("大字 and 高对比 hold at once, from the first byte of the next page, and pass axe", async ({ page }) => {
  await open(page, "/login");
  const html = page.locator("html");
  for (const name of ["大字", "高对比"]) await page.getByRole("switch", { name }).click();
  await expect(html).toHaveAttribute("data-text", "large");
  await expect(html).toHaveAttribute("data-contrast", "high");
  await noSeriousFault(page, "/login");
  await signIn(page, "county-640422");
  for (const path of ["/d/640422/overview", "/d/640422/schools", "/accounts"]) {
    const answer = await open(page, path);
    expect((await answer?.text())?.slice(0, 400), path).toMatch(/data-text="large"[^>]*data-contrast="high"/);
    await looksRight(page);
    await noSeriousFault(page, path);
  }
  await page.getByText("西吉县 · 教育行政部门").click();
  const large = page.getByRole("switch", { name: "大字" });
  await expect(large).toHaveAttribute("aria-checked", "true");
  await noSeriousFault(page, "menu");
  await large.press("Space");
  await expect(html).not.toHaveAttribute("data-text", "large");
  await reopen(page);
  await expect(html).not.toHaveAttribute("data-text", "large");
  await expect(html).toHaveAttribute("data-contrast", "high");
});

test("Ctrl+K finds a school by its initials and a page by its name, by keyboard alone", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/overview");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "搜索学校、地区和页面" });
  await expect(box).toBeFocused();
  await expect(page.getByRole("option", { name: "填报审核" })).toBeVisible();
  await box.fill("dbxx");
  await expect(page.getByRole("option", { name: "第八小学" }).first()).toHaveAttribute("aria-selected", "true");
  await noSeriousFault(page, "search");
  await box.press("ArrowDown");
  await box.press("ArrowUp");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/s\/s640422001\/overview$/);
  await expect(page.getByRole("dialog", { name: "搜索" })).toHaveCount(0);
  await page.getByRole("button", { name: "搜索" }).click();
  await box.fill("隆德");
  await expect(page.getByText("没有找到。可以输入名称、代码或拼音首字母。")).toBeVisible();
  await box.press("Escape");
  await expect(page.getByRole("dialog", { name: "搜索" })).toHaveCount(0);
});

test("the search asks who is there, and refuses what is too long", async ({ page, request }) => {
  expect((await request.get("/api/search?q=1")).status()).toBe(401);
  await signIn(page, "moe");
  expect((await page.request.get(`/api/search?q=${"1".repeat(41)}`)).status()).toBe(400);
  expect((await (await page.request.get("/api/search?q=xjx")).json()).items.map((item: { title: string }) => item.title)).toContain("西吉县");
});

test("the choice of columns opens within the screen", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/schools?year=2025");
  await page.locator("summary", { hasText: "显示的列" }).click();
  await expect(page.getByRole("checkbox", { name: "达标项" })).toBeVisible();
  await looksRight(page);
});

test("the school table is ordered, filtered and paged by its address, and back leads back", async ({ page }, info) => {
  await signIn(page, "city-6404");
  await open(page, "/d/6404/schools?year=2025");
  const table = page.getByRole("region", { name: "学校与七项指标" });
  await expect(table.getByRole("row")).toHaveCount(51);
  if (info.project.name === "desktop") {
    await table.getByRole("link", { name: "在校生" }).click();
    await expect(page).toHaveURL(/sort=students/);
    await expect(table.getByRole("columnheader", { name: "在校生" })).toHaveAttribute("aria-sort", "ascending");
  } else {
    await page.getByLabel("排序").selectOption({ label: "在校生 升序" });
    await page.getByRole("button", { name: "查询" }).click();
    await expect(page).toHaveURL(/sort=students/);
  }
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/第 2 \/ \d+ 页/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/第 1 \/ \d+ 页/)).toBeVisible();
  await page.locator("select[name=kind]").selectOption({ label: "九年一贯制学校" });
  await page.locator("summary", { hasText: "显示的列" }).click();
  await page.getByRole("checkbox", { name: "达标项" }).uncheck();
  await page.getByRole("checkbox", { name: "办学类型" }).check();
  await looksRight(page);
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/kind=nine_year/);
  await expect(page).toHaveURL(/sort=students/);
  await expect(table.getByRole("cell", { name: "九年一贯制学校" }).first()).toBeVisible();
  await expect(table.getByText("达标项")).toHaveCount(0);
  await noSeriousFault(page, "schools");
});
