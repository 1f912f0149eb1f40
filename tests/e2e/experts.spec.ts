import { expect, test } from "@playwright/test";
import { EXAMPLE_COUNTY } from "@/lib/seed/example-county";
import { clearProvinceVisit, stageProvinceVisit } from "../helpers/course";
import { openOwner } from "../helpers/owner";
import { TODAY, heading } from "./hands";
import { looksRight, open, signIn } from "./people";

// Played once, on a county that nobody else plays on before the stories: the province at its desk, its experts on their phones.
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LAST = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(Date.now() + 5 * 86_400_000));
let visit = "";

// The hooks of a file run also where all its tests are skipped.
const plays = () => test.info().project.name === "desktop";
test.skip(() => !plays(), "played once");

test.beforeAll(async () => {
  if (!plays()) return;
  const owner = await openOwner();
  visit = await stageProvinceVisit(owner);
  await owner.end();
});
test.afterAll(async () => {
  if (!plays()) return;
  const owner = await openOwner();
  await clearProvinceVisit(owner);
  await owner.end();
});

test("the province appoints an expert, who counts again on the phone, sees the verdict change and says so; ended, nothing opens any more", async ({ page, browser, baseURL }) => {
  const address = `/d/${EXAMPLE_COUNTY}/certification/visits/${visit}`;
  await signIn(page, "handler-41");
  await open(page, address);
  const experts = page.locator("section", { has: page.getByRole("heading", { level: 2, name: /^核查专家/ }) });
  const form = experts.getByRole("form", { name: "聘请专家" });
  await form.getByRole("combobox").selectOption({ label: "河南省督导专家二（演示）（expert-41-2）" });
  await form.getByLabel("结束日期").fill(LAST);
  await form.getByRole("button", { name: "聘请", exact: true }).click();
  await expect(form.getByText("请填写分工或专业。")).toBeVisible();
  await expect(form.getByLabel("结束日期")).toHaveValue(LAST);
  await form.getByLabel("分工或专业").fill("学校建设");
  await form.getByRole("button", { name: "聘请", exact: true }).click();
  const line = experts.getByRole("listitem").filter({ hasText: "河南省督导专家二" });
  await expect(line).toContainText("核查中");
  await expect(line).toContainText(`${TODAY} 至 ${LAST}`);
  await looksRight(page);

  const phone = await (await browser.newContext({ baseURL, ...PHONE })).newPage();
  await signIn(phone, "expert-41-2");
  await open(phone, "/");
  await expect(phone).toHaveURL(/\/visits$/);
  await looksRight(phone);
  await phone.getByRole("link", { name: "示例县实地核查" }).click();
  await heading(phone).toContainText("示例县实地核查：");
  await looksRight(phone);
  const value = phone.getByRole("form", { name: "核实值" });
  await value.getByLabel("核实项目").selectOption({ label: "教学及辅助用房面积" });
  await value.getByLabel(/^核实值（㎡），报送值/).fill("0.5");
  await value.getByRole("button", { name: "保存并重新判定" }).click();
  await expect(value.getByText("与报送数据不一致的，请写明核实依据。")).toBeVisible();
  await value.getByLabel("核实依据（与报送值不一致时必填）").fill("现场丈量");
  await value.getByRole("button", { name: "保存并重新判定" }).click();
  await expect(phone.getByRole("region", { name: "结论变化" }).getByRole("row").filter({ hasText: "未达标" }).first()).toBeVisible();
  await expect(phone.getByRole("region", { name: "核实值", exact: true }).getByRole("row").filter({ hasText: "现场丈量" })).toContainText("河南省督导专家二（演示）");
  const opinion = phone.getByRole("form", { name: "专家意见" });
  await opinion.getByRole("button", { name: "提交意见" }).click();
  await expect(opinion.getByText("请填写专家意见。")).toBeVisible();
  await opinion.getByLabel("总体意见").fill("一所学校教学用房面积与报送不符。");
  await opinion.getByRole("button", { name: "提交意见" }).click();
  await expect(opinion.getByText("专家意见已提交。")).toBeVisible();
  for (const path of [`/d/${EXAMPLE_COUNTY}/overview`, address, "/d/41/certification", "/accounts"]) expect((await phone.request.get(path)).status(), path).toBe(404);

  await open(page, address);
  await expect(page.getByRole("group", { name: "河南省督导专家二（演示）的专家意见" })).toContainText("一所学校教学用房面积与报送不符。");
  await expect(page.getByRole("region", { name: "核实值", exact: true }).getByRole("row").filter({ hasText: "现场丈量" })).toContainText("河南省督导专家二（演示）");
  await heading(page).toContainText(/按核实口径有 \d+ 项结论变化/);
  await line.getByText("修改或结束聘请").click();
  await line.getByLabel("结束的原因（结束聘请时填写）").fill("核查任务已完成");
  await line.getByRole("button", { name: "结束聘请" }).click();
  await expect(line).toContainText("已结束");

  const answer = await phone.goto(`/visits/${visit}`);
  expect(answer?.status()).toBe(404);
  await open(phone, "/visits");
  await expect(phone.getByRole("listitem").filter({ hasText: "示例县实地核查" })).toContainText("已结束");
  await expect(phone.getByRole("link", { name: "示例县实地核查" })).toHaveCount(0);
  await open(phone, "/work");
  await expect(phone.getByText("实地核查的聘请已结束：核查任务已完成").first()).toBeVisible();
  await phone.context().close();
});
