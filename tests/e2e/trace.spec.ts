import { expect, test } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

test.describe("a figure's derivation", () => {
  test("opens from a cell of the heat table and leads back to it", async ({ page, viewport }) => {
    test.skip((viewport?.width ?? 0) < 1000, "a phone shows cards, and what meets the standard not at all");
    await signIn(page, "county-640422");
    await open(page, "/d/640422/overview?year=2025");
    const table = page.getByRole("region", { name: "未达标学校" });
    const cell = table.getByTitle("查看这个数的来历").first();
    const figure = await cell.innerText();
    await cell.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(figure);
    await expect(page.getByText("与存储的结果一致")).toBeVisible();
    await expect(page.getByText("由审定的自评表重新取数，与计算所用的数相同。")).toBeVisible();
    await expect(page.getByRole("region", { name: "用到的数" })).toContainText("学校自评表“");
    await looksRight(page);
    await page.getByRole("link", { name: "返回", exact: true }).click();
    await page.waitForURL(/\/d\/640422\/overview/);
    await expect(table).toBeInViewport();
  });

  test("of an item names its rule, the schools that fail and their form", async ({ page }) => {
    await signIn(page, "county-640422");
    await open(page, "/d/640422/indicators?year=2025");
    await page.getByRole("link", { name: "班级学生数", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("“班级学生数”未达标");
    await expect(page.getByText("与存储的结果一致")).toBeVisible();
    await looksRight(page);
    const school = page.getByRole("region", { name: "未达标或数据不全的学校" }).getByTitle("查看这个数的来历").first();
    const name = await school.innerText();
    await school.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name}2025学年初“班级学生数”未达标`);
    await expect(page.getByRole("region", { name: "用到的数" })).toContainText("学校自评表“学生与班级”：小学各班学生数");
    await looksRight(page);
    await page.getByRole("link", { name: "返回", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("“班级学生数”未达标：");
  });

  test("of a province lists the counties behind the figure, down to one of them", async ({ page }) => {
    await signIn(page, "province-64");
    await open(page, "/d/64/overview?year=2025");
    const link = page.getByRole("link", { name: /^完成审定 \d+ 个$/ });
    const count = (await link.innerText()).replace(/\D/g, "");
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`完成审定的县级单位 ${count} 个`);
    await expect(page.getByText(`${count} 个，与逐县相加相同。`)).toBeVisible();
    await looksRight(page);
    const counties = page.getByRole("region", { name: "已完成审定" });
    await expect(counties.getByText("一致", { exact: true }).first()).toBeVisible();
    await expect(counties.getByText("不一致")).toHaveCount(0);
    await counties.getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "结论由这些条件得出" })).toBeVisible();
    await looksRight(page);
  });

  test("of 实时 figures is not pretended: the page says from which drafts they come", async ({ page }) => {
    await signIn(page, "county-640422");
    await open(page, "/d/640422/overview?year=2026&basis=live");
    await expect(page.getByTitle("查看这个数的来历")).toHaveCount(0);
    await page.getByRole("link", { name: "实时数据（未审定）的来源" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("实时数据未经审定：取自");
    await looksRight(page);
  });
});
