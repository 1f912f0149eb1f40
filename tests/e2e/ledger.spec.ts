import { expect, test, type Browser, type Page } from "@playwright/test";
import { looksRight, open, reopen, signIn } from "./people";

test.setTimeout(180_000);

const SCHOOL = "s640422001";
/** Both widths share the data and a run may follow another: each works on a problem of its own. */
const unique = (project: string, what: string) => `${what}（演示${project === "phone" ? "丙" : "乙"}${Date.now() % 1_000_000}）`;
async function as(browser: Browser, baseURL: string | undefined, person: string): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await signIn(page, person);
  return page;
}
const done = (page: Page, text: string) => expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible({ timeout: 30_000 });
const act = (page: Page) => page.getByRole("region", { name: "办理" });

test("the bureau checks itself, a school rectifies, the inspector returns and verifies, and the ledger closes", async ({ page, browser, baseURL }, info) => {
  const problem = unique(info.project.name, "功能室消防器材临近失效");
  await signIn(page, "county-640422");
  await open(page, "/d/640422/ledger");
  await page.getByRole("button", { name: "自查", exact: true }).click();
  await done(page, "2025 年度自查完成，未达标");
  await open(page, "/d/640422/ledger?source=shortfall");
  await expect(page.getByRole("region", { name: "整改台账" }).getByRole("row").nth(1)).toContainText("标准");

  await open(page, "/d/640422/ledger/new");
  await page.getByRole("textbox", { name: "问题", exact: true }).fill(problem);
  await page.getByLabel("责任单位").selectOption("school");
  await page.getByRole("button", { name: "登记入账" }).click();
  await expect(page.getByText("由学校整改的问题要先选择学校。")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "问题", exact: true })).toHaveValue(problem);
  await page.getByLabel("学校（县级问题不填）").fill(await page.locator("#ledger-schools option").first().getAttribute("value").then((name) => name ?? ""));
  await page.getByRole("button", { name: "登记入账" }).click();
  await done(page, "问题已进入整改台账");
  await page.getByRole("link", { name: "查看" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(problem);
  const id = page.url().split("/").at(-1) ?? "";
  await looksRight(page);

  const school = await as(browser, baseURL, "principal-640422-1");
  await open(school, `/s/${SCHOOL}/ledger`);
  await school.getByRole("link", { name: problem }).click();
  await act(school).getByRole("button", { name: "开始整改" }).click();
  await expect(school.getByRole("heading", { level: 1 })).toContainText("整改中");
  await school.getByRole("textbox", { name: "整改措施" }).fill("更换全部灭火器并登记到期日");
  await school.getByLabel("经费估算（元）").fill("3,600");
  await school.getByRole("button", { name: "保存措施" }).click();
  await expect(school.getByText("3,600 元")).toBeVisible();
  await act(school).getByRole("textbox").fill("已全部更换");
  await act(school).getByRole("button", { name: "报请核验" }).click();
  await expect(school.getByRole("heading", { level: 1 })).toContainText("待核验");
  await expect(act(school).getByRole("button", { name: "核验销号" })).toHaveCount(0);
  await looksRight(school);

  const inspector = await as(browser, baseURL, "inspector-640422");
  await open(inspector, `/s/${SCHOOL}/ledger/${id}`);
  await act(inspector).getByRole("button", { name: "退回" }).click();
  await expect(inspector.getByText("请写明原因。")).toBeVisible();
  await act(inspector).getByRole("textbox").fill("三楼还有两具未换");
  await act(inspector).getByRole("button", { name: "退回" }).click();
  await expect(inspector.getByRole("heading", { level: 1 })).toContainText("整改中");
  await reopen(school);
  await act(school).getByRole("textbox").fill("三楼已补换");
  await act(school).getByRole("button", { name: "报请核验" }).click();
  await expect(school.getByRole("heading", { level: 1 })).toContainText("待核验");
  await reopen(inspector);
  await act(inspector).getByRole("textbox").fill("现场核验属实");
  await act(inspector).getByRole("button", { name: "核验销号" }).click();
  await expect(inspector.getByRole("heading", { level: 1 })).toContainText("已销号");
  await looksRight(inspector);

  await reopen(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已销号");
  await expect(page.getByText("三楼还有两具未换").first()).toBeVisible();
  await school.close();
  await inspector.close();
});

test("a school turns a gap into a request upward, the county answers by a day, the school says that it is solved", async ({ page, browser, baseURL }, info) => {
  const title = unique(info.project.name, "校门外道路拓宽需县级协调");
  await signIn(page, "principal-640422-1");
  await open(page, `/s/${SCHOOL}/ledger/requests`);
  await page.getByRole("link", { name: "提请上级解决" }).click();
  await page.getByLabel("困难问题", { exact: true }).fill(title);
  await page.getByLabel("情况和已做的工作").fill("上学、放学时段拥堵，学校已错峰放学");
  await page.getByRole("button", { name: "提请西吉县" }).click();
  await expect(page.getByText("请写明请求上级解决什么。")).toBeVisible();
  await page.getByLabel("请西吉县解决什么").fill("请协调住建部门拓宽道路");
  await page.getByRole("button", { name: "提请西吉县" }).click();
  await done(page, "已提请西吉县");

  const county = await as(browser, baseURL, "county-640422");
  await open(county, "/d/640422/requests");
  const asked = county.getByRole("group", { name: `办理：${title}` });
  await asked.getByLabel("答复内容").fill("已列入道路改造计划");
  await asked.getByLabel("承诺解决日期").fill("2099-08-31");
  await asked.getByRole("button", { name: "答复" }).click();
  await expect(county.getByRole("listitem").filter({ hasText: title }).getByText("（承诺 2099-08-31 前解决）")).toBeVisible();
  await looksRight(county);

  await open(page, `/s/${SCHOOL}/ledger/requests`);
  await page.getByRole("group", { name: `办理：${title}` }).getByRole("button", { name: "确认已解决" }).click();
  await expect(page.getByRole("group", { name: `办理：${title}` })).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: title }).getByText("已解决")).toBeVisible();
  await looksRight(page);
  await county.close();
});
