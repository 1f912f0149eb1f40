import { expect, test, type Browser, type Page } from "@playwright/test";
import { looksRight, open, reopen, signIn } from "./people";

// Each course is played once: at the desk.
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "played once");
test.setTimeout(120_000);

const run = Date.now() % 1_000_000;
async function as(browser: Browser, baseURL: string | undefined, person: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, person);
  return page;
}
const act = (page: Page) => page.getByRole("region", { name: "办理" });
const heading = (page: Page) => expect(page.getByRole("heading", { level: 1 }));

test("a province presses a county with its own figures, the county answers with material, the sender ends it", async ({ page, browser, baseURL }) => {
  const subject = `督办台账逾期（演示${run}）`;
  await signIn(page, "supervision-64");
  await open(page, "/d/64/directives/new");
  await page.getByLabel("发给").selectOption("640422");
  await page.getByRole("button", { name: "读取数据" }).click();
  await expect(page.getByText(/整改台账逾期 \d+ 项（未销号 \d+ 项）/)).toBeVisible();
  await page.getByLabel("要求").fill("请逐项说明逾期原因。");
  await page.getByRole("radio", { name: "督办" }).check();
  await page.getByRole("button", { name: "发给西吉县" }).click();
  await expect(page.getByText("请写明事由。")).toBeVisible();
  await expect(page.getByRole("radio", { name: "督办" })).toBeChecked();
  await page.getByLabel("事由").fill(subject);
  await page.getByRole("button", { name: "发给西吉县" }).click();
  await page.getByRole("link", { name: "查看", exact: true }).click();
  await heading(page).toContainText("待反馈");
  await looksRight(page);

  const county = await as(browser, baseURL, "county-640422");
  await open(county, "/work");
  await county.getByRole("link", { name: subject, exact: true }).click();
  await county.getByLabel("上传佐证材料").setInputFiles({ name: "整改情况.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") });
  await expect(county.getByRole("link", { name: "整改情况.pdf" })).toBeVisible();
  await act(county).getByRole("button", { name: "反馈" }).click();
  await expect(county.getByText("请写明整改措施和结果。")).toBeVisible();
  await act(county).getByRole("textbox").fill("已逐项销号，见附件。");
  await act(county).getByRole("button", { name: "反馈" }).click();
  await heading(county).toContainText("已反馈，待办结");
  await looksRight(county);

  const city = await as(browser, baseURL, "city-6404");
  await open(city, "/d/6404/directives");
  await expect(city.getByRole("row", { name: new RegExp(subject) })).toContainText("已反馈，待办结");
  await reopen(page);
  await expect(page.getByRole("link", { name: "整改情况.pdf" })).toBeVisible();
  await act(page).getByRole("textbox").first().fill("同意办结。");
  await act(page).getByRole("button", { name: "办结" }).click();
  await heading(page).toContainText("已办结");
});

test("a county looks through its data, explains what is odd, and the 督导 above it judges", async ({ page, browser, baseURL }) => {
  await signIn(page, "county-640422");
  await open(page, "/d/640422/flags?year=2025");
  await page.getByRole("button", { name: "检查数据" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已检查" })).toBeVisible({ timeout: 30_000 });
  const first = page.getByRole("group", { name: /^办理：/ }).first();
  const name = (await first.getAttribute("aria-label")) ?? "";
  await first.getByRole("button", { name: "说明" }).click();
  await expect(first.getByText("请写明情况和依据。")).toBeVisible();
  const words = `新购设备已入账（演示${run}）`;
  await first.getByRole("textbox").fill(words);
  await first.getByRole("button", { name: "说明" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await looksRight(page);

  const above = await as(browser, baseURL, "supervision-6404");
  await open(above, "/d/640422/flags?year=2025");
  const item = above.getByRole("listitem").filter({ hasText: words });
  expect(await item.getByRole("group").getAttribute("aria-label")).toBe(name);
  await item.getByRole("textbox").fill("已核对固定资产账，属实。");
  await item.getByRole("button", { name: "核查无误" }).click();
  await expect(item.getByText("核查无误").first()).toBeVisible();
  await expect(item.getByRole("group")).toHaveCount(0);
  await looksRight(above);
});

test("an experience goes from a county through its province and the ministry to another county's task", async ({ page, browser, baseURL }) => {
  const title = `学区走教保障小规模学校（演示${run}）`;
  await signIn(page, "county-640422");
  await open(page, "/d/640422/experiences/new?item=breakthrough-3-3");
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("背景和问题").fill("小规模学校缺少体育、音乐、美术教师。");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("请写明主要做法。")).toBeVisible();
  await expect(page.getByLabel("攻坚清单事项")).toHaveValue("breakthrough-3-3");
  await page.getByLabel("主要做法").fill("学区统一排定走教课表，交通由县级保障，考核计入学区绩效。");
  await page.getByLabel("成效").fill("全部小规模学校开齐体育、音乐、美术课程。");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("link", { name: "查看、报送" }).click();
  await act(page).getByRole("button", { name: "报送省级" }).click();
  await heading(page).toContainText("待省级审核");
  const id = page.url().split("/").at(-1) ?? "";

  const province = await as(browser, baseURL, "province-64");
  await open(province, "/work");
  await province.getByRole("link", { name: title, exact: true }).click();
  await act(province).getByRole("button", { name: "退回" }).click();
  await expect(province.getByText("请写明原因。")).toBeVisible();
  await act(province).getByRole("button", { name: "列入省级经验库并报部" }).click();
  await heading(province).toContainText("省级经验库");
  const ministry = await as(browser, baseURL, "moe");
  await open(ministry, `/d/cn/experiences/${id}`);
  await act(ministry).getByRole("button", { name: "列入全国经验库" }).click();
  await heading(ministry).toContainText("全国经验库");

  const far = await as(browser, baseURL, "county-410185");
  await open(far, "/d/410185/experiences");
  await far.getByLabel("关键词").fill(title.slice(0, 6));
  await far.getByRole("button", { name: "检索" }).click();
  await far.getByRole("link", { name: title }).click();
  await far.getByLabel("借鉴要点（选填）").fill("走教课表");
  await far.getByRole("button", { name: "借鉴", exact: true }).click();
  await far.getByRole("list").getByRole("link", { name: "出台校长教师交流轮岗、促进师资均衡配置的实施办法" }).click();
  await expect(far.getByText("借鉴的典型经验 1 篇")).toBeVisible();
  await expect(far.getByRole("link", { name: title })).toBeVisible();
  await looksRight(far);
});
