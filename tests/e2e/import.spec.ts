import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { looksRight, open, signIn } from "./people";

type Cell = string | number | boolean | object | null | undefined;

async function tidy(page: Page): Promise<void> {
  await looksRight(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter((fault) => fault.impact === "serious" || fault.impact === "critical").map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target).join(" ")}`)).toEqual([]);
}

async function workbook(rows: Cell[][], sheet?: string): Promise<Buffer> {
  const cell = (value: Cell) => (typeof value === "string" || typeof value === "number" ? { value } : null);
  return writeExcelFile([{ data: rows.map((row) => row.map(cell)), sheet: sheet ?? "表" }]).toBuffer();
}

const atDesk = (page: Page) => test.skip((page.viewportSize()?.width ?? 0) < 1000, "written once");

/** Downloads the live base table as a clerk does. */
async function exported(page: Page): Promise<Cell[][]> {
  const answer = await page.request.get("/d/640423/filings/export?year=2026&content=live");
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  return (await readSheet(await answer.body())) as Cell[][];
}

test("a bureau exports its table, imports it changed, sees what would happen and confirms", async ({ page }) => {
  atDesk(page);
  await signIn(page, "county-640423");
  await open(page, "/d/640423/filings");
  await page.getByRole("link", { name: "导入基础数据表" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("正在填报");
  await tidy(page);

  const rows = await exported(page);
  const rooms = rows[0]?.indexOf("网络多媒体教室数(间)") ?? -1;
  const changed = rows.map((row, at) => (at === 0 ? row : row.map((cell, column) => (column === rooms && typeof cell === "number" ? cell + 1 : cell))));
  const wrong = changed.map((row, at) => (at === 2 ? row.map((cell, column) => (column === rooms ? -3 : cell)) : row));
  const input = page.getByLabel("选择基础数据表");
  await input.setInputFiles({ name: "表.xlsx", mimeType: "application/octet-stream", buffer: await workbook(wrong) });
  await expect(page.getByText("1 处错误，改正前不能导入")).toBeVisible();
  await expect(page.getByRole("cell", { name: /是负数/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /确认导入/ })).toHaveCount(0);

  await input.setInputFiles({ name: "表.xlsx", mimeType: "application/octet-stream", buffer: await workbook(changed) });
  await expect(page.getByText(/将写入 \d+ 所学校/)).toBeVisible();
  await tidy(page);
  await page.getByRole("button", { name: /确认导入 \d+ 所学校/ }).click();
  await expect(page.getByText(/已导入 \d+ 所学校/)).toBeVisible();
  await input.setInputFiles({ name: "表.xlsx", mimeType: "application/octet-stream", buffer: await workbook(changed) });
  await expect(page.getByText("没有需要写入的内容", { exact: false })).toBeVisible();
});

test("the statistics export is mapped, previewed and kept", async ({ page }) => {
  atDesk(page);
  await signIn(page, "county-640423");
  const rows = await exported(page);
  const [header, ...schools] = rows;
  const kind = header?.indexOf("办学类型") ?? -1;
  const names = schools.filter((row) => row[kind] === "小学").map((row) => row[1] ?? null);
  await open(page, "/d/640423/filings/import");
  const file = await workbook([["学校名称", "是否计校数", "在校生数", null, "网络多媒体教室"], [null, null, "合计", "女", null], ...names.map((name, at): Cell[] => [name, 1, 200 + at, 90, 9])], "小学");
  await page.getByLabel("选择统计导出表").setInputFiles({ name: "统计.xlsx", mimeType: "application/octet-stream", buffer: file });
  await expect(page.getByRole("combobox", { name: "小学：在校生数", exact: true })).toHaveValue("在校生数/合计");
  await tidy(page);
  await page.getByRole("button", { name: "按此对应关系预览" }).click();
  await expect(page.getByText(/将写入 \d+ 所学校/)).toBeVisible();
  await page.getByRole("button", { name: /确认导入/ }).click();
  await expect(page.getByText(/已导入 \d+ 所学校/)).toBeVisible();
});

test("a preview reads well on any screen and changes nothing", async ({ page }) => {
  await signIn(page, "county-640422");
  const rows = (await readSheet(await (await page.request.get("/d/640422/filings/export?year=2026&content=live")).body())) as Cell[][];
  await open(page, "/d/640422/filings/import");
  const rooms = rows[0]?.indexOf("网络多媒体教室数(间)") ?? -1;
  await page.getByLabel("选择基础数据表").setInputFiles({ name: "表.xlsx", mimeType: "application/octet-stream", buffer: await workbook(rows.map((row) => row.map((cell, column) => (column === rooms && typeof cell === "number" ? cell + 2 : cell)))) });
  await expect(page.getByText(/将写入 \d+ 所学校/)).toBeVisible();
  await tidy(page);
});

test("a file that is no table, and an office without the right", async ({ page }) => {
  await signIn(page, "county-640423");
  await open(page, "/d/640423/filings/import");
  await page.getByLabel("选择基础数据表").setInputFiles({ name: "表.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("不是表格") });
  await expect(page.getByText("文件无法读取", { exact: false })).toBeVisible();
  await page.getByLabel("选择基础数据表").setInputFiles({ name: "大表.xlsx", mimeType: "application/octet-stream", buffer: Buffer.alloc(10 * 1024 * 1024 + 10) });
  await expect(page.getByText("文件不能大于 10 MB", { exact: false })).toBeVisible();
  await signIn(page, "supervision-640422");
  expect((await open(page, "/d/640422/filings/import"))?.status()).toBe(404);
  expect((await page.request.get("/d/640423/filings/export?year=2025")).status()).toBe(404);
});
