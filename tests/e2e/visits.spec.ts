import { expect, test } from "@playwright/test";
import { looksRight, open, reopen, signIn } from "./people";

// A visit is a matter of the phone; it is played once.
test.skip(({ viewport }) => (viewport?.width ?? 0) > 1000, "played on the phone");
test.describe.configure({ mode: "serial" });

const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
const seen = { address: "" };

test("the inspector plans a visit with its approval, loses the connection while recording, and saves", async ({ page, context }) => {
  await signIn(page, "inspector-640422");
  await open(page, "/s/visits");
  await page.getByRole("link", { name: "计划一次访校" }).click();
  await page.getByLabel("学校", { exact: true }).selectOption("s640422001");
  await page.getByLabel("计划日期").fill(today);
  await page.getByLabel("审批依据").fill("");
  await page.getByRole("button", { name: "列入进校活动清单" }).click();
  await expect(page.getByText("请写明审批依据", { exact: false })).toBeVisible();
  await page.getByLabel("审批依据").fill("年度责任督学督导计划（演示）");
  await page.getByLabel("批准文号或清单编号").fill("演示清单 99 号");
  await page.getByRole("button", { name: "列入进校活动清单" }).click();
  await expect(page).toHaveURL(/\/s\/visits\/[0-9a-f-]{36}$/);
  seen.address = page.url().split("/").at(-1) ?? "";
  await looksRight(page);
  for (const [item, result] of [["学校自查和整改", "符合要求"], ["标准化建设一校一册", "本次未看"], ["校园安全四个100%", "发现问题"]] as const)
    await page.getByRole("group", { name: item }).getByText(result, { exact: true }).click();
  await page.getByLabel("校园安全四个100%的情况").fill("早间护学岗一人");
  await page.getByLabel("督导情况").fill("查看了校门和自查材料。");
  await context.setOffline(true);
  await page.getByRole("button", { name: "保存访校记录" }).click();
  await expect(page.getByText("网络不通，没有发出", { exact: false })).toBeVisible();
  await context.setOffline(false);
  await reopen(page);
  await expect(page.getByText("已恢复本机上没有保存的内容。")).toBeVisible();
  await expect(page.getByLabel("督导情况")).toHaveValue("查看了校门和自查材料。");
  await page.getByRole("button", { name: "添加问题" }).click();
  await page.getByLabel("问题 1", { exact: true }).fill("护学岗早间人手不足");
  await page.getByRole("button", { name: "保存访校记录" }).click();
  await expect(page.getByText("1 个问题已进入整改台账", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 项发现问题");
  await looksRight(page);
});

test("the principal sees it on the school's list, confirms it with the school's words; the inspector reads them", async ({ page, browser, baseURL }) => {
  await signIn(page, "principal-640422-1");
  await open(page, "/s/s640422001/visits");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("等待学校确认");
  await page.locator(`a[href$="${seen.address}"]`).click();
  await page.getByLabel("学校意见（选填）").fill("已增派护学人员。");
  await page.getByRole("button", { name: "确认访校记录" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("学校已确认");
  await looksRight(page);
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signIn(other, "inspector-640422");
  await open(other, `/s/visits/${seen.address}`);
  await expect(other.getByText("已增派护学人员。")).toBeVisible();
  await expect(other.getByRole("button", { name: /补正|保存/ })).toHaveCount(0);
});
