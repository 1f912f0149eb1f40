import { expect, test, type Page } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

test.setTimeout(120_000);

/** The card that lists raised thresholds, with the form below it. */
const raisedCard = (page: Page) => page.locator("section.card", { has: page.getByRole("heading", { name: "提高的标准值" }) });

async function fill(page: Page, value: string) {
  const card = raisedCard(page);
  await card.getByLabel("指标").selectOption({ label: "4. 生均教学及辅助用房面积" });
  await card.getByLabel("学段").selectOption({ label: "小学" });
  await card.getByLabel("提高到（㎡）").fill(value);
  await card.getByLabel("依据文件（名称和文号）").fill("演示〔2026〕1号");
  await card.getByLabel("起始日期").fill("2026-01-01");
  await card.getByRole("button", { name: "提高标准值" }).click();
}

test("a province may raise a threshold, not lower it; its counties see it, and see it end", async ({ page, browser, baseURL }, info) => {
  // both widths share the data and may run at once, and a run may follow another: each raises to a value of its own
  const value = `${info.project.name === "phone" ? "4.7" : "4.8"}${(Date.now() % 89) + 11}1`;
  await signIn(page, "province-31");
  await open(page, "/d/31/standard?year=2026");
  await fill(page, "4.4");
  await expect(page.getByText("生均教学及辅助用房面积不能低于上级标准 4.5。")).toBeVisible();
  await expect(raisedCard(page).getByLabel("依据文件（名称和文号）")).toHaveValue("演示〔2026〕1号");
  await fill(page, value);
  await expect(raisedCard(page).getByRole("status").filter({ hasText: "已将小学生均教学及辅助用房面积的标准提高到" })).toBeVisible({ timeout: 60_000 });
  await looksRight(page);

  const county = await browser.newPage({ baseURL });
  await signIn(county, "county-310151");
  await open(county, "/d/310151/standard?year=2026");
  await expect(county.getByRole("heading", { level: 1 })).toContainText("高于国家标准");
  await expect(county.getByText(`小学生均教学及辅助用房面积：${value} ㎡`)).toBeVisible();
  await expect(county.getByRole("button", { name: "提高标准值" })).toHaveCount(0);
  await open(county, "/d/310151/standard?year=2025");
  await expect(county.getByRole("heading", { level: 1 })).toContainText("均为国家标准");
  await looksRight(county);

  const entry = raisedCard(page).getByRole("listitem").filter({ hasText: `：${value} ㎡` }).filter({ hasNotText: "停用原因：" }).last();
  await entry.locator("summary").click();
  await entry.getByLabel("停用原因").fill("演示完毕");
  await entry.getByRole("button", { name: "确认停用" }).click();
  await expect(raisedCard(page).getByRole("listitem").filter({ hasText: `：${value} ㎡` }).filter({ hasText: "停用原因：演示完毕" }).last()).toBeVisible({ timeout: 60_000 });
  await expect(entry.filter({ has: page.getByText("本年度执行") })).toHaveCount(0);
  await county.close();
});
