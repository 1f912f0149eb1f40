import { expect, test, type Page } from "@playwright/test";
import { open, reopen, signIn } from "./people";

// One school's year is played once: at the desk.
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "played once");
test.describe.configure({ mode: "serial" });

const FORM = "/s/s640422002/filing/2026";
const saved = (page: Page) => expect(page.getByTestId("save-status")).toContainText("已自动保存");
const overview = async (page: Page) => {
  const answer = await (await page.request.get("/api/v1/divisions/640422/evaluation?year=2026")).json();
  return answer.sections.filter((section: { school: string }) => section.school === NAME.school).length;
};
const NAME = { school: "" };

test("a returned school sees the remarks, corrects while results follow, survives a lost connection", async ({ page, context }) => {
  await signIn(page, "school-640422-2");
  await open(page, FORM);
  NAME.school = (await page.getByRole("navigation", { name: "所在位置" }).locator("[aria-current=page]").innerText()).trim();
  await expect(page.getByText("已被退回").first()).toBeVisible();
  await page.getByRole("button", { name: "教师队伍" }).click();
  const backbone = page.getByLabel("小学县级以上骨干教师数");
  await backbone.fill("９");
  await saved(page);
  await expect(page.getByRole("region", { name: "本校七项指标" })).toContainText("骨干教师");
  await backbone.fill("-2");
  await expect(page.getByText("不能为负数。")).toBeVisible();
  await context.setOffline(true);
  await backbone.fill("11");
  await expect(page.getByTestId("save-status")).toContainText("连接中断");
  await context.setOffline(false);
  await saved(page);
  await reopen(page);
  await page.getByRole("button", { name: "教师队伍" }).click();
  await expect(page.getByLabel("小学县级以上骨干教师数")).toHaveValue("11");
});

test("two people in one section: the later one sees both values and chooses", async ({ browser, baseURL }) => {
  const [one, two] = await Promise.all([browser.newContext({ baseURL }), browser.newContext({ baseURL })]);
  const [a, b] = [await one.newPage(), await two.newPage()];
  for (const page of [a, b]) {
    await signIn(page, "school-640422-2");
    await open(page, FORM);
    await page.getByRole("button", { name: "教师队伍" }).click();
  }
  await a.getByLabel("专职心理健康教育教师数").fill("3");
  await saved(a);
  await b.getByLabel("专职心理健康教育教师数").fill("4");
  const dialog = b.getByRole("alertdialog");
  await expect(dialog).toContainText("我填的");
  await expect(dialog.getByRole("row", { name: "专职心理健康教育教师数 4 3" })).toBeVisible();
  await dialog.getByRole("button", { name: "保留我的" }).click();
  await saved(b);
  await reopen(a);
  await a.getByRole("button", { name: "教师队伍" }).click();
  await expect(a.getByLabel("专职心理健康教育教师数")).toHaveValue("4");
  await Promise.all([one.close(), two.close()]);
});

test("evidence: a wrong file is refused with its reason, a right one is kept with the version", async ({ page }) => {
  await signIn(page, "school-640422-2");
  await open(page, FORM);
  await page.getByRole("button", { name: "自评说明与佐证" }).click();
  const group = page.getByRole("group", { name: "德育工作、校园文化建设水平达到良好以上的佐证材料" });
  const choose = group.getByLabel("上传佐证材料");
  await choose.setInputFiles([{ name: "页面.html", mimeType: "text/html", buffer: Buffer.from("<p>") }, { name: "假图.png", mimeType: "image/png", buffer: Buffer.from("%PDF-1.7") }]);
  await expect(group.getByText("“页面.html”不是可以上传的格式")).toBeVisible();
  await expect(group.getByText("“假图.png”的内容与扩展名不符")).toBeVisible();
  await choose.setInputFiles({ name: "德育工作计划.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") });
  const link = group.getByRole("link", { name: "德育工作计划.pdf" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("德育工作计划.pdf");
  await page.context().clearCookies();
  expect((await page.request.get(address)).status()).toBe(401);
  await signIn(page, "school-640422-1");
  expect((await page.request.get(address)).status()).toBe(404);
});

test("the principal submits, the county approves, and the county's results follow", async ({ page }) => {
  await signIn(page, "school-640422-2");
  await open(page, FORM);
  await page.getByRole("button", { name: "检查并提交" }).click();
  await page.getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText("等待县级教育行政部门审核").first()).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "county-640422");
  expect(await overview(page)).toBe(0);
  await open(page, "/d/640422/filings");
  await page.getByRole("link", { name: NAME.school, exact: true }).click();
  await expect(page.getByText("与第 1 次提交不同").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "德育工作计划.pdf" })).toBeVisible();
  await page.getByRole("button", { name: "审定通过" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已审定");
  expect(await overview(page)).toBe(2);

  await page.context().clearCookies();
  await signIn(page, "city-6404");
  expect(await overview(page)).toBe(2);
});
