import { expect, test, type Browser, type Page } from "@playwright/test";
import { changePassword, open, signIn, signInByForm } from "./people";

// A county that nobody has begun; a second try begins another.
const COUNTIES = [["630103", "城中区"], ["630104", "城西区"]] as const;
const MINE = "Qinghai-2026x";
const HEAD = "学校标识码,学校名称,办学类型,城乡类型,小学在校生数,初中在校生数,小学高于规定学历教师数,初中高于规定学历教师数,小学县级以上骨干教师数,初中县级以上骨干教师数,小学体育艺术专任教师数,初中体育艺术专任教师数,教学及辅助用房面积(㎡),室内体育用房面积(㎡),运动场地面积(㎡),教学仪器设备资产值(万元),网络多媒体教室数(间)";
const rows = (county: string) => [`21${county}01,示例第一小学,小学,城区,1860,,86,,40,,18,,8520,600,11800,372.5,43`, `21${county}02,示例第二小学,小学,城区,1240,,58,,5,,12,,6400,420,9200,262,30`, `31${county}01,示例第一中学,初中,城区,,1500,,83,,19,,14,9600,850,14900,381,37`];
const table = (lines: string[]) => ({ name: "基础数据表.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${[HEAD, ...lines].join("\r\n")}`) });

/** The first sign-in with a slip: the password must be changed. */
async function firstTime(browser: Browser, base: string, username: string, password: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: base, locale: "zh-CN" })).newPage();
  await signInByForm(page, username, password);
  await changePassword(page, password, MINE);
  return page;
}

test("the first day of a county: an account, its schools, the year, the schools' accounts, the first figures", async ({ page, browser, baseURL }, { retry }) => {
  test.setTimeout(240_000);
  const [code, name] = COUNTIES[retry] ?? COUNTIES[0];
  await signIn(page, "admin");
  await open(page, "/accounts");
  await page.getByText("建立一个账号").click();
  await page.getByLabel("岗位", { exact: true }).first().selectOption({ label: "教育行政部门" });
  await page.getByRole("combobox", { name: /代码/ }).first().fill(code);
  await page.getByLabel("姓名或岗位名称").fill(`${name}教育局`);
  await expect(page.getByLabel("用户名")).toHaveValue(`county-${code}`);
  await page.getByRole("button", { name: "建立账号" }).click();
  const password = await page.getByRole("region", { name: `${name}账号通知单` }).locator("dd").last().innerText();

  const bureau = await firstTime(browser, baseURL ?? "", `county-${code}`, password);
  await open(bureau, `/d/${code}/overview`);
  await expect(bureau.getByRole("heading", { level: 1 })).toHaveText(`${name}还没有开始填报：按下面四步开始。`);
  await bureau.getByRole("link", { name: "建立学校名录" }).click();
  await expect(bureau.getByRole("heading", { level: 1 })).toHaveText(`${name}还没有列入学校：先建立学校名录，再开启填报。`);

  // a table with a fault writes nothing and says where
  await bureau.locator('input[type="file"]').setInputFiles(table([...rows(code), "21,坏的小学,小学,城区"]));
  await expect(bureau.getByText("表中有 1 处错误，改正后重新选择文件。")).toBeVisible({ timeout: 30_000 });
  await expect(bureau.getByRole("button", { name: "确认写入" })).toHaveCount(0);
  await bureau.locator('input[type="file"]').setInputFiles(table(rows(code)));
  await bureau.getByRole("button", { name: "确认写入" }).click({ timeout: 30_000 });
  await expect(bureau.getByRole("heading", { level: 1 })).toHaveText(`${name}在办学校 3 所，停办、撤并 0 所。`, { timeout: 30_000 });

  await open(bureau, `/d/${code}/filings`);
  await bureau.getByRole("button", { name: /^开启\d{4}学年初填报$/ }).click();
  await expect(bureau.getByRole("heading", { name: "填报中 3 所" })).toBeVisible({ timeout: 30_000 });
  await open(bureau, `/d/${code}/filings/import`);
  await bureau.locator('input[type="file"]').first().setInputFiles(table(rows(code)));
  await bureau.getByRole("button", { name: "确认导入 3 所学校" }).click({ timeout: 30_000 });
  await expect(bureau.getByText(/已导入 3 所学校的 \d+ 项数据/)).toBeVisible({ timeout: 30_000 });

  // one school is listed late and comes into the year with a reason
  await open(bureau, `/d/${code}/roster`);
  await bureau.getByText("列入一所学校", { exact: true }).click();
  await bureau.getByLabel("学校全称").fill("示例第三小学");
  await bureau.getByLabel("学校标识码").last().fill(`21${code}01`);
  await bureau.getByRole("button", { name: "列入名录" }).click();
  await expect(bureau.getByText("本县已有学校使用这个标识码（含已停办的）。")).toBeVisible();
  await expect(bureau.getByLabel("学校全称")).toHaveValue("示例第三小学");
  await bureau.getByLabel("学校标识码").last().fill(`21${code}03`);
  await bureau.getByRole("button", { name: "列入名录" }).click();
  await expect(bureau.getByRole("heading", { level: 1 })).toContainText("在办学校 4 所；9 月 1 日在办的学校中有 1 所没有列入", { timeout: 30_000 });
  await bureau.getByLabel("补列的原因").fill("开启时漏列");
  await bureau.getByRole("button", { name: /^补列入/ }).click();
  await expect(bureau.getByText(/^✓ 已将 1 所学校补列入/)).toBeVisible({ timeout: 30_000 });
  await expect(bureau.getByRole("heading", { level: 1 })).toHaveText(`${name}在办学校 4 所，停办、撤并 0 所。`, { timeout: 30_000 });
  // and closes again before anybody files for it
  await bureau.getByRole("link", { name: "修改示例第三小学" }).click();
  await bureau.getByText("停办或撤并示例第三小学…").click();
  await bureau.getByLabel("停办日期").fill("2025-08-31");
  await bureau.getByRole("textbox", { name: "依据或原因" }).fill("列入有误");
  await bureau.getByRole("button", { name: "登记停办" }).click();
  await expect(bureau.getByText(/示例第三小学已登记停办.*已移出\d{4}学年初应报名册/)).toBeVisible({ timeout: 30_000 });
  await expect(bureau.getByRole("heading", { level: 1 })).toHaveText(`${name}在办学校 3 所，停办、撤并 1 所。`, { timeout: 30_000 });
  await open(bureau, `/d/${code}/filings`);
  await expect(bureau.getByRole("heading", { name: "填报中 3 所" })).toBeVisible();

  await open(bureau, "/accounts");
  await bureau.getByText("批量建立学校账号").click();
  await bureau.getByText("一人兼填报人和校长，一个账号").click();
  for (const box of await bureau.getByRole("group", { name: "选择学校" }).getByRole("checkbox").all()) await box.check();
  await bureau.getByRole("button", { name: /^建立 \d+ 个账号$/ }).click();
  const slip = bureau.getByRole("region", { name: "示例第一小学账号通知单" });
  await expect(slip).toBeVisible({ timeout: 60_000 });
  const [username = "", initial = ""] = (await slip.locator("dd").allInnerTexts()).slice(-2);
  const school = await firstTime(browser, baseURL ?? "", username, initial);
  await school.getByRole("link", { name: /自评/ }).first().click();
  await expect(school).toHaveURL(/\/s\/[^/]+\/filing\/\d{4}/);
  // what the bureau imported is there, judged as it stands
  await expect(school.getByText("小学（1,860 人）")).toBeVisible({ timeout: 30_000 });
});
