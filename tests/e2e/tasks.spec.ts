import { expect, test, type Page } from "@playwright/test";
import { open, signIn } from "./people";

// One measure goes its whole way once: at the desk.
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "played once");

const TITLE = "落实教师交流轮岗补助";
const as = async (page: Page, person: string) => {
  await page.context().clearCookies();
  await signIn(page, person);
};
const done = async (page: Page) => Number(await page.getByRole("row", { name: /西吉县/ }).first().locator("[data-label=已完成]").innerText());

test("a measure is added by 变更备案, worked on by its unit, confirmed by 督导, counted by the city", async ({ page }) => {
  await signIn(page, "city-6404");
  await open(page, "/d/6404/tasks");
  const before = await done(page);

  await as(page, "county-640422");
  await open(page, "/d/640422/tasks");
  await expect(page.getByText("已备案").first()).toBeVisible();
  await page.getByRole("button", { name: "变更备案…" }).click();
  await page.getByLabel("变更的原因").fill("补充一项保障措施");
  await page.getByRole("button", { name: "开始变更" }).click();
  await page.getByRole("link", { name: "添加本县措施" }).click();
  await page.getByLabel("任务名称").fill(TITLE);
  await page.getByLabel("分组").fill("均衡配置教师资源");
  await page.getByLabel("牵头单位").selectOption({ label: "县财政局" });
  await page.getByLabel("完成时限").fill("2025-12-31");
  await page.getByRole("button", { name: "加入清单" }).click();
  await expect(page.getByText("完成时限不能早于开始日期。")).toBeVisible();
  await expect(page.getByLabel("任务名称")).toHaveValue(TITLE);
  await page.getByLabel("完成时限").fill("2026-11-30");
  await page.getByRole("button", { name: "加入清单" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${TITLE}：未启动`);
  await open(page, "/d/640422/tasks");
  await page.getByRole("button", { name: "变更备案", exact: true }).click();
  await expect(page.getByText("清单已备案并冻结")).toBeVisible();
  await page.getByRole("link", { name: "按单位查看、导出" }).click();
  await expect(page.getByText(`新增“${TITLE}”`)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出表格" }).click()]);
  expect(file.suggestedFilename()).toBe("西吉县2026年度义务教育优质均衡创建任务清单.xlsx");

  await as(page, "unit-640422");
  await open(page, "/work");
  await expect(page.getByRole("link", { name: `新任务“${TITLE}”由本单位牵头，2026-11-30 前完成` })).toBeVisible();
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await page.getByRole("button", { name: "启动" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("推进中");
  await page.getByLabel("进展或原因").fill("补助资金已列入预算并下达");
  await page.getByLabel("进度（%）").fill("101");
  await page.getByRole("button", { name: "记录进展" }).click();
  await expect(page.getByText("请填写 0—100。")).toBeVisible();
  await expect(page.getByLabel("进展或原因")).toHaveValue("补助资金已列入预算并下达");
  await page.getByLabel("进度（%）").fill("90");
  await page.getByRole("button", { name: "记录进展" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "补助资金已列入预算并下达" })).toBeVisible();
  await page.getByLabel("上传佐证材料").setInputFiles({ name: "下达文件.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") });
  await expect(page.getByRole("link", { name: "下达文件.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "报请核验" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("待核验");
  await expect(page.getByRole("button", { name: "核验完成" })).toHaveCount(0);

  await as(page, "supervision-640422");
  await open(page, "/work");
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await expect(page.getByRole("link", { name: "下达文件.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "核验完成" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已完成");

  await as(page, "city-6404");
  await open(page, "/d/6404/tasks");
  expect(await done(page)).toBe(before + 1);
});

test("a province sets a task and every county below has it at once", async ({ page }) => {
  await signIn(page, "province-64");
  await open(page, "/d/64/tasks");
  await page.getByText("布置一项任务").click();
  await page.getByLabel("任务名称").fill("开展优质均衡专项督导");
  await page.getByLabel("分组").fill("自治区任务");
  await page.getByRole("button", { name: "布置到所辖各县" }).click();
  await expect(page.getByText(/已布置，\d+ 个县的本年度清单已收到。/)).toBeVisible();
  await as(page, "county-640423");
  await open(page, "/d/640423/tasks?kind=province");
  await expect(page.getByRole("link", { name: "开展优质均衡专项督导" })).toBeVisible();
});
