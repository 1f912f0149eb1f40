import { expect, test } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

test.describe("一页纸要情", () => {
  for (const [person, path] of [["moe", "/d/cn/brief"], ["province-64", "/d/64/brief"], ["city-6404", "/d/6404/brief"], ["county-640422", "/d/640422/brief"]] as const) {
    test(`${path} prints on exactly one A4 page`, async ({ page }) => {
      await signIn(page, person);
      await open(page, path);
      await looksRight(page);
      const pages = async () => ((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page(?!s)/g) ?? []).length;
      expect(await pages()).toBe(1);
      // what counts the pages counts more than one
      await page.evaluate(() => { document.querySelector("article")?.appendChild(Object.assign(document.createElement("div"), { style: "height: 1200px" })); });
      expect(await pages()).toBeGreaterThan(1);
    });
  }
});

test("the wall screen renews its figures, and keeps the last ones when the portal cannot be reached", async ({ page }) => {
  await signIn(page, "county-640422");
  await page.clock.install();
  await open(page, "/d/640422/board");
  await looksRight(page);
  const status = page.getByRole("status");
  await expect(status).toContainText("每分钟更新");
  await page.route("**/d/640422/board/figures", (route) => route.abort());
  await page.clock.runFor(61_000);
  await expect(status).toContainText("暂时连接不上平台，下面是");
  await expect(page.getByText("0.512", { exact: false }).first()).toBeVisible();
  await page.unroute("**/d/640422/board/figures");
  const answer = page.waitForResponse("**/d/640422/board/figures");
  await page.clock.runFor(61_000);
  expect((await answer).status()).toBe(200);
  await expect(status).toContainText("每分钟更新");
  await page.context().clearCookies();
  await page.clock.runFor(61_000);
  await expect(status).toContainText("登录已到期，请重新登录，下面是");
});

for (const [person, path] of [["moe", "/d/cn/board"], ["province-64", "/d/64/board"], ["city-6404", "/d/6404/board"], ["county-640422", "/d/640422/board"]] as const) {
  test(`${path} fits the wall`, async ({ page, viewport }) => {
    test.skip((viewport?.width ?? 0) < 1000, "a wall is no phone");
    await signIn(page, person);
    for (const size of [{ width: 1920, height: 1080 }, { width: 1440, height: 900 }]) {
      await page.setViewportSize(size);
      await open(page, path);
      const cut = await page.evaluate(() => [...document.querySelectorAll("main, main h1, main li, main section")].filter((box) => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2 || box.getBoundingClientRect().bottom > window.innerHeight + 1).map((box) => box.textContent));
      expect(cut).toEqual([]);
    }
  });
}

test("a county stands beside counties whose recognition is published, each figure marked with its number and day, and reaches nothing else of theirs", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/compare/counties?year=2025");
  await looksRight(page);
  const alike = page.getByRole("region", { name: "条件相近的已公布的县" });
  await expect(alike.getByRole("row").nth(1)).toContainText("演示〔2026〕8号，2026-01-20 公布，2024学年初数据");
  const nearest = (await alike.getByRole("rowheader").first().textContent()) ?? "";
  const table = page.getByRole("region", { name: "与已公布的县比较" });
  await expect(table.getByRole("row", { name: /依据和数据年度/ })).toContainText("演示〔2026〕8号");
  await expect(table.getByRole("row", { name: /小学骨干教师差异系数/ })).toContainText("0.512");
  await page.getByRole("link", { name: `移除${nearest}` }).click();
  await expect(page.getByRole("link", { name: `移除${nearest}` })).toHaveCount(0);
  await page.getByLabel(/加入已公布的县级单位/).fill("宁夏回族自治区固原市隆德县");
  await page.getByRole("button", { name: "加入比较" }).click();
  // 隆德 is not recognised: its figures are not to be had, though it lies next door
  await expect(page.getByRole("alert").filter({ hasText: "没有找到“宁夏回族自治区固原市隆德县”" })).toBeVisible();
  expect((await page.goto("/d/310101/compare?year=2025"))?.status()).toBe(404);
});

test("the projection names the new schools that it counts and what it does not", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/time?year=2025");
  await looksRight(page);
  await expect(page.getByRole("region", { name: "计入的新建和撤并" })).toContainText("新建初级中学（2027-08-20）：新建初中 900 个学位");
  await expect(page.getByRole("region", { name: "没有计入的项目" })).toBeVisible();
});

for (const [person, path] of [["moe", "/d/cn"], ["province-31", "/d/31"]] as const) {
  test(`${path} says one number of recognised counties in the overview, on the wall and in the brief`, async ({ page }) => {
    await signIn(page, person);
    await open(page, `${path}/overview?year=2025`);
    const title = (await page.getByRole("heading", { name: /^已认定 [\d,]+ 个县/ }).textContent()) ?? "";
    const [, recognised] = /^已认定 ([\d,]+) 个县/.exec(title) ?? [];
    await open(page, `${path}/board`);
    await expect(page.getByRole("listitem").filter({ hasText: "已认定" }).first()).toContainText(`已认定${recognised}个，本平台认定记录`);
    await open(page, `${path}/brief`);
    await expect(page.getByRole("row", { name: /^已认定/ })).toContainText(`${recognised} 个`);
  });
}
