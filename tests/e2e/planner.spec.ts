import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { looksRight, open, signIn } from "./people";

const SOLVER = "/d/640422/plan/solver";
/** A plan may take a moment on a busy machine. */
const SOLVING = { timeout: 45_000 };

async function solve(page: Page, mode: RegExp, fill: () => Promise<void> = async () => {}): Promise<string> {
  await open(page, SOLVER);
  await page.getByRole("radio", { name: mode }).check();
  await fill();
  await page.getByRole("button", { name: "开始测算" }).click();
  await page.waitForURL(/\/plan\/solver\/640422-[0-9a-f-]+/, SOLVING);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("测算：");
  return new URL(page.url()).pathname;
}

/** For everybody to read: no raw words, no serious fault of access. */
async function inOrder(page: Page): Promise<void> {
  await looksRight(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => `${item.id}: ${item.nodes[0]?.html}`)).toEqual([]);
}

const download = async (page: Page, name: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path());
};

test("a county asks for the least, reads the proof, writes its path, downloads both files", async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  await signIn(page, "county-640422");
  const path = await solve(page, /^只增补资源/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("各校（部）和差异系数即全部达标");
  await expect(page.getByRole("region", { name: "结论" })).toContainText("差距为 0：已证明最少");
  await expect(page.getByRole("region", { name: "方案前后的差异系数" }).getByRole("row", { name: /^小学骨干教师/ })).toContainText("降到限值内");
  await inOrder(page);
  await page.getByRole("navigation", { name: "增补清单排序" }).getByRole("link", { name: "按成本从高到低" }).click();
  await expect(page).toHaveURL(/sort=cost/);

  const sheet = await readSheet(await download(page, "下载测算表（.xlsx）"), "增补清单");
  expect(sheet[0]?.slice(0, 4)).toEqual(["学校", "学校标识码", "学段", "指标"]);
  expect(sheet.length).toBeGreaterThan(5);
  const word = await download(page, "下载建议方案（.docx）");
  expect(word.subarray(0, 2).toString()).toBe("PK");

  await page.getByLabel("年度预算（折算单位）").fill("一半");
  await page.getByRole("button", { name: "重新安排" }).click();
  await expect(page.getByText("请填写数字。")).toBeVisible();
  await page.getByLabel("年度预算（折算单位）").fill("1500");
  await page.getByLabel("安排到哪一年").fill("2030");
  await page.getByRole("button", { name: "重新安排" }).click();
  const years = page.getByRole("region", { name: "分年度安排" });
  await expect(years.getByRole("row")).toHaveCount(5);
  await expect(years.getByRole("row").last()).toContainText("资源配置达标");

  const writing = page.getByRole("region", { name: "写入年度目标和整改台账" });
  const confirm = writing.getByRole("button", { name: "确认写入" });
  if (await confirm.isEnabled()) {
    await confirm.click();
    await expect(page.getByRole("region", { name: "结论" })).toContainText(/已于 .+写入 \d+ 条年度目标、更新 \d+ 个台账问题/);
  }
  // written once: the same path has nothing left to write, whoever looks again
  await expect(writing).toContainText("年度目标和台账已与这个安排一致");
  await expect(confirm).toBeDisabled();
  await open(page, "/d/640422/plan");
  await expect(page.getByRole("region", { name: "年度目标与实际" }).getByRole("row", { name: /^2030 年 达标学校/ })).toBeVisible();

  const above = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await signIn(above, "province-64");
  await open(above, path);
  await expect(above.getByRole("heading", { level: 1 })).toContainText("西吉县按2025学年初审定数据测算");
  await expect(above.getByRole("region", { name: "写入年度目标和整改台账" })).toHaveCount(0);
  await open(above, SOLVER);
  await expect(above.getByRole("button", { name: "开始测算" })).toHaveCount(0);
  await above.context().close();
});

test("moves first, then additions: teachers go, the same 共同体 is marked", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "county-640422");
  await solve(page, /^先调配教师/, () => page.getByLabel("交流比例上限（%）").fill("10"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/调动教师 \d+ 人/);
  await expect(page.getByRole("region", { name: "教师调动", exact: true }).getByText(/同一共同体|跨共同体/).first()).toBeVisible();
});

test("what cannot be is said at its field, and nothing typed is lost", async ({ page }) => {
  await signIn(page, "county-640422");
  await open(page, SOLVER);
  await page.getByRole("radio", { name: /^只调配教师/ }).check();
  await page.getByLabel("交流比例上限（%）").fill("150");
  await page.getByRole("combobox", { name: "成本" }).selectOption("yuan");
  await page.getByLabel("骨干教师", { exact: true }).fill("-5");
  await page.getByRole("button", { name: "开始测算" }).click();
  await expect(page.getByText("单位成本不能是负数。").first()).toBeVisible();
  await expect(page.getByText("交流比例应为 0 与 100 之间的数，例如 10 表示 10%；不限比例的留空。").first()).toBeVisible();
  await expect(page.getByLabel("骨干教师", { exact: true })).toHaveValue("-5");
  await expect(page.getByRole("radio", { name: /^只调配教师/ })).toBeChecked();
});

test("sliders change the verdict at once and save nothing", async ({ page }) => {
  const writes: string[] = [];
  await signIn(page, "county-640422");
  await open(page, `${SOLVER}/what-if`);
  const growth = page.getByRole("slider", { name: "小学" });
  await growth.waitFor();
  page.on("request", (request) => { if (request.method() === "POST") writes.push(request.url()); });
  await growth.focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("status").filter({ hasText: "小学在校生增加 50%" })).toContainText(/达标的学校（部）由 \d+／\d+ 变为 \d+／\d+/);
  await page.getByRole("slider", { name: "在校生" }).focus();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: "新建一所 200 人的小学" })).toBeVisible();
  await inOrder(page);
  await page.getByRole("button", { name: "恢复现状" }).click();
  await expect(page.getByText("还没有假设，前后相同。")).toBeVisible();
  expect(writes).toEqual([]);
});
