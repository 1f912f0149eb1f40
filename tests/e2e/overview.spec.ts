import { expect, test } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

test("the ministry sees the country as tiles and its figures as drawings and tables", async ({ page }) => {
  await signIn(page, "moe");
  await open(page, "/d/cn/overview?year=2025");
  await expect(page.getByText("示意图，方格位置不代表行政区划界线；未包括香港特别行政区、澳门特别行政区和台湾省数据。")).toBeVisible();
  const tiles = page.getByRole("list", { name: "各省级单位达到标准的县数" });
  await expect(tiles.getByRole("listitem")).toHaveCount(35);
  await expect(tiles.getByRole("link")).toHaveCount(32);
  await expect(tiles.getByRole("link", { name: /^宁夏回族自治区：22 个县级单位中 22 个完成审定/ })).toBeVisible();
  // three drawings, each with the sentence that it shows
  const heading = page.getByRole("heading", { name: /2025学年初数据达到标准 \d+ 个，规划表到 2025 年累计列入 \d+ 个$/ });
  const title = await heading.innerText();
  await expect(page.getByRole("img", { name: title }).locator("svg").first()).toBeVisible();
  await expect(page.locator("svg.recharts-surface")).toHaveCount(3);
  // the same figures in the table beside it
  const [, met, planned] = /达到标准 (\d+) 个.*累计列入 (\d+) 个/.exec(title) ?? [];
  await page.getByText("数据表：认定、达到标准的县和规划表").click();
  const row = page.getByRole("region", { name: "认定、达到标准的县和规划表" }).getByRole("row", { name: /^2025 年/ });
  await expect(row.getByRole("cell").nth(2)).toHaveText(met ?? "");
  await expect(row.getByRole("cell").nth(3)).toHaveText(planned ?? "");
  await looksRight(page);
});

test("another coefficient is chosen and its counties add up", async ({ page }) => {
  await signIn(page, "moe");
  await open(page, "/d/cn/overview?year=2025");
  await page.getByLabel("选择差异系数").selectOption({ label: "初中体育运动场馆" });
  const heading = page.getByRole("heading", { name: /^初中体育运动场馆差异系数：\d+ 个县中 \d+ 个超过 0\.45/ });
  const [, counties, over] = /：(\d+) 个县中 (\d+) 个超过/.exec(await heading.innerText()) ?? [];
  await page.getByText("数据表：初中体育运动场馆差异系数的分布").click();
  const table = page.getByRole("region", { name: "初中体育运动场馆差异系数的分布" });
  await expect(table.locator("tbody tr").first()).toBeVisible(); // it is built when it is opened
  const cells = await table.getByRole("cell").allInnerTexts();
  const numbers = cells.map((text) => Number(/\d+$/.exec(text.trim())?.[0]));
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
  expect(sum(numbers)).toBe(Number(counties));
  expect(sum(numbers.filter((_, at) => at % 2 === 1))).toBe(Number(over));
});

test("the heat of a province is ordered and filtered by the address", async ({ page }) => {
  await signIn(page, "province-37");
  await open(page, "/d/37/overview?year=2025");
  const heat = page.getByRole("region", { name: "各县差异系数" });
  const first = async () => (await heat.getByRole("row").nth(2).getByRole("cell").nth(1).innerText()).replace(/[▲△]/, "");
  await heat.getByRole("link", { name: "骨干" }).first().click();
  await expect(page).toHaveURL(/sort=-primary\.backboneTeachers/);
  await expect(heat.getByRole("columnheader", { name: "骨干↓" })).toHaveAttribute("aria-sort", "descending");
  const most = Number(await first());
  await heat.getByRole("link", { name: "骨干↓" }).click();
  await expect(heat.getByRole("columnheader", { name: "骨干↑" })).toBeVisible();
  expect(Number(await first())).toBeLessThan(most);
  await page.getByRole("navigation", { name: "筛选" }).getByRole("link", { name: "有超限" }).click();
  await expect(page).toHaveURL(/show=over/);
  const rows = heat.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows.first()).toContainText("▲");
  expect(await rows.filter({ hasNotText: "▲" }).count()).toBe(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/show=over/);
});

test("a county's findings lead to what proves them", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/overview?year=2025");
  const first = page.getByRole("listitem").filter({ hasText: "小学骨干教师差异系数 0.512，比限值 0.50 超出 0.012" });
  await first.getByRole("link", { name: "查看依据" }).click();
  await expect(page).toHaveURL(/#cv-primary-backboneTeachers$/);
  await expect(page.getByRole("heading", { name: /^小学骨干教师：差异分散，份额最大的 5 所学校/ })).toBeInViewport();
  await page.getByRole("list", { name: "班额和工作进展" }).getByRole("link", { name: /所学校$/ }).click();
  await expect(page).toHaveURL(/\/d\/640422\/conditions/);
});

test("a school sees itself beside the standard and who has to act", async ({ page }) => {
  await signIn(page, "principal-640422-1");
  await open(page, "/s/s640422001/overview?year=2025");
  await expect(page.getByRole("img", { name: "小学：教学及辅助用房、体育运动场馆在标准线以内" }).locator("svg").first()).toBeVisible();
  await page.getByText("数据表：小学各项占标准的百分比").click();
  await expect(page.getByRole("region", { name: "小学各项占标准的百分比" }).getByRole("row", { name: /体育运动场馆/ })).toContainText("71.0%");
  await expect(page.getByRole("listitem").filter({ hasText: "小学体育运动场馆生均 5.33 ㎡，标准 7.5 ㎡，低于标准的 85%，还差 2,440.47 ㎡。" })).toBeVisible();
  await expect(page.getByRole("region", { name: "未销号的问题和责任单位" })).toContainText("本校");
});
