import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { looksRight, open, reopen, signIn } from "./people";

test.setTimeout(120_000);

test("a bureau draws tokens, two people answer on their phones without an account, a third finds the token used", async ({ page, browser, baseURL }, info) => {
  const title = `西吉县认可度抽样（演示${info.project.name === "phone" ? "丁" : "甲"}${Date.now() % 1_000_000}）`;
  await signIn(page, "county-640422");
  await open(page, "/d/640422/surveys/new");
  await page.getByLabel("调查名称").fill(title);
  await page.getByLabel("家长", { exact: true }).fill("十");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("请填写整数。")).toBeVisible();
  await page.getByLabel("家长", { exact: true }).fill("10");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("link", { name: "查看、开始调查" }).click();
  await page.getByLabel("份数").fill("2");
  await page.getByRole("button", { name: "生成答题码" }).click();
  const slips = page.getByRole("list", { name: "答题码" }).getByRole("listitem");
  await expect(slips).toHaveCount(2);
  await expect(slips.first().getByAltText("问卷二维码")).toBeVisible();
  const tokens = await page.locator("[data-token]").evaluateAll((all) => all.map((one) => one.getAttribute("data-token") ?? ""));
  await reopen(page);
  await expect(slips).toHaveCount(0);
  await page.getByRole("button", { name: "开始调查" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("调查中");
  await looksRight(page);
  const id = page.url().split("/").at(-1) ?? "";

  const visitor = await (await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })).newPage();
  for (const [at, token] of [...tokens, tokens[0] ?? ""].entries()) {
    await open(visitor, `/survey/${id}?t=${token}&g=parent`);
    await expect(visitor.getByText("孩子学校教师的教学水平和责任心", { exact: false })).toBeVisible();
    if (at === 0) {
      await looksRight(visitor);
      const { violations } = await new AxeBuilder({ page: visitor }).analyze();
      expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => item.id)).toEqual([]);
      await visitor.getByRole("button", { name: "提交" }).click();
      await expect(visitor.getByText("第 1 题还没有回答。")).toBeVisible();
    }
    for (const box of await visitor.getByRole("radio", { name: "满意", exact: true }).all()) await box.check();
    await visitor.getByRole("button", { name: "提交" }).click();
    await expect(visitor.getByText(at < 2 ? "已提交，谢谢您的参与。" : "这个答题码已经用过，每个码只能答一次。")).toBeVisible();
  }
  await open(visitor, `/survey/${id}`);
  await expect(visitor.getByText("这项调查凭答题码作答", { exact: false })).toBeVisible();

  await reopen(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("收回不足 5 份，暂不显示结果");
  await expect(page.getByRole("region", { name: "各类对象" }).getByRole("row", { name: /^家长/ })).toContainText("为保护匿名，不显示");
  await page.getByRole("button", { name: "结束调查" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已结束");
  await open(visitor, `/survey/${id}`);
  await expect(visitor.getByText("调查已经结束", { exact: false })).toBeVisible();
});
