import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { changePassword, looksRight, open, signIn, signInByForm } from "./people";

// One person's career is played once: at the desk.
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "played once");

const MINE = "Qiehuan-2026x";

test("a bureau opens an account, adds a second school; the person signs in, changes the password and changes places", async ({ page }) => {
  test.setTimeout(120_000);
  const username = `filler-${Date.now()}`;
  await signIn(page, "county-640422");
  const schools = (await (await page.request.get("/api/v1/divisions/640422/schools?limit=5")).json()).items;
  const [first, second] = [schools[3], schools[4]];
  await open(page, "/accounts");
  await page.getByText("建立一个账号").click();
  await page.getByLabel("岗位", { exact: true }).first().selectOption({ label: "学校填报人" });
  await page.getByRole("combobox", { name: "学校标识码" }).fill(first.code);
  await page.getByLabel("姓名或岗位名称").fill("兼任填报人");
  await page.getByLabel("用户名").fill(username);
  await page.getByRole("button", { name: "建立账号" }).click();
  const slip = page.getByRole("region", { name: `${first.name}账号通知单` });
  const password = await slip.locator("dd").last().innerText();
  await page.getByRole("button", { name: "已打印，收起" }).click();

  await page.getByLabel("名称", { exact: true }).fill(username);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("link", { name: username, exact: true }).click();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("兼任填报人在 1 个单位有 1 个岗位，还没有登录过。");
  await page.getByRole("combobox", { name: "岗位" }).selectOption({ label: "校长" });
  await page.getByRole("combobox", { name: "学校标识码" }).fill(second.code);
  await page.getByRole("button", { name: "增加岗位" }).click();
  await expect(page.getByRole("region", { name: "岗位" }).getByRole("row")).toHaveCount(3);
  await looksRight(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => item.id)).toEqual([]);
  const address = page.url();

  await page.context().clearCookies();
  await signInByForm(page, username, password);
  await changePassword(page, password, MINE);
  expect((await page.request.get(`/api/v1/schools/${second.id}`)).status()).toBe(404);
  await page.locator("summary", { hasText: `${first.name} · 学校填报人` }).click();
  await page.getByRole("button", { name: `${second.name} · 校长` }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${second.id}/overview`));
  expect((await page.request.get(`/api/v1/schools/${second.id}`)).status()).toBe(200);
  expect((await page.request.get(`/api/v1/schools/${first.id}`)).status()).toBe(404);
  const herself = page.context();

  const desk = await herself.browser()?.newContext({ baseURL: new URL(address).origin });
  if (!desk) throw new Error("no browser");
  const bureau = await desk.newPage();
  await signIn(bureau, "county-640422");
  await open(bureau, address);
  await expect(bureau.getByRole("heading", { level: 1 })).toContainText("上次登录");
  await bureau.getByRole("button", { name: `结束：${second.name} · 校长` }).click();
  await bureau.getByRole("button", { name: "结束", exact: true }).click();
  await expect(bureau.getByText("请写明原因。")).toBeVisible();
  await bureau.getByLabel("原因").fill("学年轮岗结束");
  await bureau.getByRole("button", { name: "结束", exact: true }).click();
  await expect(bureau.getByRole("region", { name: "岗位" }).getByRole("row")).toHaveCount(2);
  await expect(bureau.getByText("学年轮岗结束")).toBeVisible();
  await desk.close();

  await open(page, "/");
  await expect(page).toHaveURL(/\/work$/);
  await expect(page.getByRole("link", { name: "总览" }).first()).toHaveAttribute("href", `/s/${first.id}/overview`);
});

test("a bureau says which of 经办, 审核, 签发 an account is", async ({ page }) => {
  const username = `signer-${Date.now()}`;
  await signIn(page, "county-640423");
  await open(page, "/accounts");
  await page.getByText("建立一个账号").click();
  await page.getByLabel("岗位", { exact: true }).first().selectOption({ label: "人民政府" });
  await page.getByLabel("姓名或岗位名称").fill("政府签发岗");
  await page.getByLabel("用户名").fill(username);
  await page.getByRole("button", { name: "建立账号" }).click();
  await page.getByRole("button", { name: "已打印，收起" }).click();
  await page.getByLabel("名称", { exact: true }).fill(username);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("link", { name: username, exact: true }).click();
  const form = page.getByRole("form", { name: "隆德县 · 人民政府的职责" });
  await form.getByLabel("经办").uncheck();
  await form.getByLabel("审核").uncheck();
  await form.getByRole("button", { name: "保存职责" }).click();
  await expect(form.getByText("职责已设定为：签发。")).toBeVisible();
  await expect(page.getByRole("region", { name: "岗位", exact: true }).getByRole("row").filter({ hasText: "人民政府" })).toContainText("签发");
  await expect(page.getByRole("region", { name: "办理记录" }).getByRole("row").filter({ hasText: "设定职责" })).toContainText("签发");
  await looksRight(page);
});
