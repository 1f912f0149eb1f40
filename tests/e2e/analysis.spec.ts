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
