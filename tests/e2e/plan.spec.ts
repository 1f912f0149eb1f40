import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { looksRight, open, reopen, signIn } from "./people";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "played once");
test.setTimeout(180_000);

/** The next person at the same browser. */
async function as(page: Page, person: string, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, person);
  await open(page, path);
}
const row = (page: Page, name: string) => page.getByRole("region", { name: "规划表" }).getByRole("row", { name: new RegExp(`^${name}`) });

test("a city fills a cell, a second year for the same county is refused, the province merges, locks and exports", async ({ page }) => {
  await as(page, "city-3701", "/d/3701/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("尚未报送");
  await page.getByRole("button", { name: "向济南市 2027 年列入县" }).click();
  const form = page.getByRole("form", { name: "填报申报年" });
  await form.getByLabel("县（市、区）").fill("历下区");
  await form.getByRole("button", { name: "列入" }).click();
  await expect(form.getByRole("status")).toHaveText("✓ 历下区已列入 2027 年。");
  await expect(row(page, "济南市").getByRole("button", { name: "历下区" })).toBeVisible();
  await form.getByLabel("申报年").selectOption("2028");
  await form.getByRole("button", { name: "列入" }).click();
  await expect(form).toContainText("历下区已列入 2027 年；每个县只能列入一个申报年");
  await expect(form.getByLabel("县（市、区）")).toHaveValue("历下区");
  await reopen(page);
  await expect(row(page, "济南市").getByRole("button", { name: "历下区" })).toHaveCount(1);
  await row(page, "济南市").getByRole("button", { name: "报送省级" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已报送，待省级汇总");
  await expect(page.getByRole("form", { name: "填报申报年" })).toHaveCount(0);

  await as(page, "province-37", "/d/37/plan");
  await looksRight(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("各市均已报送，可以汇总锁定");
  await page.getByRole("button", { name: "汇总锁定" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("规划表已由省级锁定");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出规划表" }).click();
  const sheet = await readSheet(await readFile(await (await download).path()), "规划表");
  expect(sheet[0]?.[0]).toBe("义务教育优质均衡发展县创建规划表");
  expect(sheet.find((line) => line[0] === "济南市")?.[7]).toContain("历下区");
  expect(sheet.at(-1)?.[0]).toBe("演示数据，与实际情况无关");

  const answer = await (await page.request.get("/api/v1/divisions/37/plan")).json();
  expect(answer.years["2027"]).toContainEqual({ code: "370102", name: "历下区" });
  expect((await (await page.request.get("/api/v1/divisions/37/targets")).json()).items.map((item: { year: number }) => item.year)).toEqual([2022, 2025, 2030, 2030]);

  await as(page, "city-3701", "/d/3701/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("规划表已由省级锁定");
  await expect(page.getByRole("button", { name: "历下区" })).toHaveCount(0);

  // The demonstration goes back to what it was, by the acts that people have for it.
  await as(page, "province-37", "/d/37/plan");
  await page.getByRole("button", { name: "解锁" }).click();
  await expect(page.getByText("请写明原因。")).toBeVisible();
  await page.getByLabel("解锁的原因").fill("济南市调整申报安排");
  await page.getByRole("button", { name: "解锁" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("可以汇总锁定");
  await row(page, "济南市").getByRole("button", { name: "历下区" }).click();
  await page.getByRole("form", { name: "填报申报年" }).getByRole("button", { name: "移出" }).click();
  await expect(page.getByText("✓ 历下区已移出规划表。")).toBeVisible();
  await row(page, "济南市").getByText("退回…").click();
  await page.getByLabel("退回济南市的原因").fill("请重新研究历下区");
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(row(page, "济南市")).toContainText("已退回");
  await open(page, "/d/37/plan/history");
  await expect(page.getByRole("region", { name: "变更记录" })).toContainText("济南市调整申报安排");
});

test("a county sets a target, sees the computed figure, and the city sees why it is behind", async ({ page }) => {
  await as(page, "county-640422", "/d/640422/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("西吉县目标年 2028：距目标年年底还有");
  const targets = page.getByRole("region", { name: "年度目标与实际" });
  await expect(targets.getByRole("row", { name: /^2025 年 小学骨干教师差异系数/ })).toContainText("未达到");
  await expect(targets.getByRole("row", { name: /^2026 年 当年新增达标学校/ })).toContainText("数据不全");
  await page.getByText("设定年度目标").click();
  const form = page.locator("form").filter({ has: page.locator("#target-new-value") });
  await page.getByRole("combobox", { name: "指标" }).selectOption({ label: "初中骨干教师差异系数" });
  await page.getByLabel("年度", { exact: true }).fill("2025");
  await page.locator("#target-new-value").fill("零点四五");
  await form.getByRole("button", { name: "保存目标" }).click();
  await expect(page.getByText("请填写数字。")).toBeVisible();
  await expect(page.locator("#target-new-value")).toHaveValue("零点四五");
  await page.locator("#target-new-value").fill("0.45");
  await form.getByRole("button", { name: "保存目标" }).click();
  await expect(targets.getByRole("row", { name: /^2025 年 初中骨干教师差异系数/ })).toContainText("≤ 0.45");
  await targets.getByRole("row", { name: /^2025 年 初中骨干教师差异系数/ }).getByText("修改").click();
  const dropping = targets.getByRole("row", { name: /^2025 年 初中骨干教师差异系数/ });
  await dropping.getByRole("button", { name: "撤下" }).click();
  await expect(dropping.getByText("请写明撤下的原因。")).toBeVisible();
  await dropping.getByLabel("撤下的原因（撤下时填写）").fill("演示结束");
  await dropping.getByRole("button", { name: "撤下" }).click();
  await expect(targets.getByRole("row", { name: /^2025 年 初中骨干教师差异系数/ })).toHaveCount(0);
  await as(page, "city-6404", "/d/6404/plan/behind");
  await expect(page.getByRole("row", { name: /^西吉县/ })).toContainText("2025 年小学骨干教师差异系数：目标 0.50，实际 0.512");
});

test("what is not a target of the documents is said so; 崇明's past year is no 逾期", async ({ page }) => {
  await as(page, "province-64", "/d/64/plan/shares");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("文件未规定");
  await as(page, "county-310151", "/d/310151/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("目标年 2024");
  await expect(page.getByRole("main")).toContainText("征求意见稿");
  await expect(page.getByRole("main").getByText("逾期", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("已过，审定数据");
});
