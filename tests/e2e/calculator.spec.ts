import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { baseTableRows } from "@/lib/exchange/write-table";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { looksRight, open, signIn } from "./people";

test("a clerk without an account computes a county, and nothing leaves the browser", async ({ page }) => {
  await open(page, "/calculator");
  const sent: string[] = [];
  page.on("request", (request) => { if (request.method() !== "GET" || !/\.(js|css|svg)(\?|$)/.test(request.url())) sent.push(`${request.method()} ${request.url()}`); });
  await page.getByRole("button", { name: "填入示例" }).click();
  await expect(page.getByText("差异系数").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "差异系数" }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => item.id)).toEqual([]);
  expect(sent.filter((entry) => !entry.includes("_rsc="))).toEqual([]);
});

test("a file dropped on the page is read in the browser and computed", async ({ page }) => {
  const schools = [1, 2, 3].map((number): SchoolFacts => ({
    code: `216404220${number}`, name: `第${number}小学`, kind: "primary", operatorType: 7, areaType: "rural", students: { primary: 400 + 100 * number, junior: null, senior: null }, degreeTeachers: { primary: 24, junior: null },
    backboneTeachers: { primary: 5, junior: null }, artsPeTeachers: { primary: 5, junior: null }, classes: { primary: 12, junior: null }, maxClass: { primary: 44, junior: null }, teachingArea: 3000, indoorSportsArea: 100, sportsFieldArea: 5000, equipmentValueWan: 120, multimediaRooms: 16,
  }));
  const csv = baseTableRows(schools, null).map((row) => row.map((cell) => cell ?? "").join(",")).join("\n");
  await open(page, "/calculator");
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "基础数据表.csv", { type: "text/csv" }));
    return transfer;
  }, csv);
  await page.getByText("也可拖到这里").dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByRole("region", { name: "差异系数" }).first()).toBeVisible();
  await expect(page.getByText("第3小学").first()).toBeVisible();
});

test("a faulty table is told fault by fault, with row and column", async ({ page }) => {
  await open(page, "/calculator");
  await page.getByLabel(/粘贴/).fill("学校标识码\t学校名称\t办学类型\n123\t东镇中心小学\t大学");
  await page.getByRole("button", { name: "计算粘贴的内容" }).click();
  await expect(page.getByText(/学校标识码/).first()).toBeVisible();
  await expect(page.getByText(/缺少|必填|没有/).first()).toBeVisible();
});

test("a person's own tokens are shown in order at both widths", async ({ page }) => {
  await signIn(page, "moe");
  await open(page, "/me");
  await looksRight(page);
});
