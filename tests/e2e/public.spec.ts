import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test("anybody reads the published lists and the standard, without an account and without a script", async ({ browser, baseURL, viewport }) => {
  const page = await (await browser.newContext({ baseURL, viewport, javaScriptEnabled: false })).newPage();
  const answer = await page.goto("/public");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已公布名单");
  await expect(page.getByRole("heading", { name: "先行创建县名单（演示）", exact: true })).toBeVisible();
  await expect(page.getByText("演示厅函〔2022〕5号，2022-04-08 公布。")).toBeVisible();
  await expect(page.getByText("演示数据", { exact: true }).first()).toBeVisible();
  const codes = await page.getByRole("region", { name: "各地已公布的县级单位" }).getByRole("rowheader").allInnerTexts();
  expect(codes.indexOf("上海市")).toBeLessThan(codes.indexOf("山东省"));
  await expect(page.getByText(/小学不超过 0\.50，初中不超过 0\.45/)).toBeVisible();
  // nothing of a school, and nobody who is on no list
  await expect(page.locator("body")).not.toContainText(/第八小学|西吉县|未列入|撤销/);
});

test("the public page and the pages of 先行创建 are in order", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, "/public");
  await looksRight(page);
  await accessible(page);
  for (const [person, paths] of [
    ["moe", ["/d/cn/nominations", "/d/cn/nominations/batch?batch=demo-second", "/d/cn/nominations/n370103-demo-second"]], ["province-64", ["/d/64/nominations", "/d/64/nominations/n640422-demo-second"]],
    ["county-640422", ["/d/640422/nominations", "/d/640422/nominations/n640422-demo-second"]], ["handler-cn", ["/d/cn/certification?stage=recognised", "/d/310101/certification"]],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, person);
    for (const path of paths) {
      expect((await open(page, path))?.status(), path).toBe(200);
      await looksRight(page);
      await accessible(page);
    }
  }
});

test("what the ministry thinks of a county is its own until the list is published; the province's order until it has reported", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/nominations");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("省级遴选");
  await expect(page.getByRole("form", { name: "推荐顺序" })).toHaveCount(0);
  expect((await open(page, "/d/640422/nominations/n370103-demo-second"))?.status()).toBe(404);
});
