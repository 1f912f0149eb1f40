import { expect, test, type Browser, type Page } from "@playwright/test";
import { fileRestOfCounty } from "../helpers/rest-of-county";
import { openOwner } from "../helpers/owner";
import { looksRight, open, signIn } from "./people";

// 2026 in 西吉县, played by its offices one after another: it stands on a project of its own that begins when all other specs are done.
test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

const COUNTY = "640422";
const SCHOOL = "s640422001";
const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
const PROBLEM = "校门口早间接送车辆与学生混行（演示年）";

/** The next person at a window of their own. */
async function as(browser: Browser, baseURL: string | undefined, person: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, person);
  return page;
}
const done = (page: Page, text: string | RegExp) => expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible({ timeout: 30_000 });
const heading = (page: Page) => expect(page.getByRole("heading", { level: 1 }));
const act = (page: Page) => page.getByRole("region", { name: "办理" });
/** How many of a county's problems stand in a state, as the read API tells everybody above. */
const entries = async (page: Page, code: string, state: string): Promise<number> => (await (await page.request.get(`/api/v1/divisions/${code}/ledger?state=${state}&limit=1`)).json()).total;
const target = (page: Page, name: string) => page.getByRole("region", { name: "年度目标与实际" }).getByRole("row", { name: new RegExp(`^2026 年 ${name}`) });

test.beforeAll(async () => {
  const owner = await openOwner();
  // The year's targets are those of the documents, whatever other stories have set since.
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  await owner.query("DELETE FROM year_targets WHERE division_code = $1 AND year = 2026", [COUNTY]);
  await owner.query("INSERT INTO year_targets (division_code, year, measure, target) SELECT $1, 2026, measure, target FROM (VALUES ('newSchools', 10), ('satisfaction', 85), ('cv.primary.backboneTeachers', 0.5), ('cv.junior.equipmentValue', 0.45)) AS t(measure, target)", [COUNTY]);
  await fileRestOfCounty(owner, { code: COUNTY, year: 2026, asOf: 2027, played: SCHOOL });
  await owner.end();
});

test("spring: the bureau checks the county item by item, a unit reports what it has done", async ({ browser, baseURL }) => {
  const bureau = await as(browser, baseURL, "county-640422");
  await open(bureau, `/d/${COUNTY}/ledger`);
  await bureau.getByLabel("数据年度").selectOption("2025");
  await bureau.getByRole("button", { name: "自查", exact: true }).click();
  await done(bureau, /2025 年度自查完成，未达标 \d+ 项次/);
  await open(bureau, `/s/${SCHOOL}/ledger`);
  await expect(bureau.getByRole("row", { name: /小学生均教学及辅助用房面积 3\.38 ㎡/ })).toContainText("1,262.47 ㎡");
  await expect(bureau.getByRole("row", { name: /小学生均体育运动场馆面积 5\.33 ㎡/ })).toContainText("待整改");
  await open(bureau, `/d/${COUNTY}/plan`);
  await expect(target(bureau, "当年新增达标学校")).toContainText("数据不全");

  const unit = await as(browser, baseURL, "unit-640422");
  await open(unit, `/d/${COUNTY}/tasks`);
  await unit.getByRole("link", { name: "推进学校标准化建设" }).click();
  await act(unit).getByRole("textbox", { name: "进展或原因" }).fill("第八小学扩建资金已足额拨付（演示年）");
  await act(unit).getByRole("button", { name: "记录进展" }).click();
  await expect(unit.getByRole("listitem").filter({ hasText: "第八小学扩建资金已足额拨付（演示年）" })).toBeVisible();
  await looksRight(unit);
});

test("summer: an inspector visits, the school rectifies, the inspector verifies on the spot", async ({ browser, baseURL }) => {
  const inspector = await as(browser, baseURL, "inspector-640422");
  await open(inspector, "/s/visits");
  await inspector.getByRole("link", { name: "计划一次访校" }).click();
  await inspector.getByLabel("学校", { exact: true }).selectOption(SCHOOL);
  await inspector.getByLabel("计划日期").fill(today);
  await inspector.getByLabel("审批依据").fill("年度责任督学督导计划（演示年）");
  await inspector.getByLabel("批准文号或清单编号").fill("演示清单 640 号");
  await inspector.getByRole("button", { name: "列入进校活动清单" }).click();
  await expect(inspector).toHaveURL(/\/s\/visits\/[0-9a-f-]{36}$/);
  for (const [item, result] of [["学校自查和整改", "符合要求"], ["标准化建设一校一册", "符合要求"], ["校园安全四个100%", "发现问题"]] as const)
    await inspector.getByRole("group", { name: item }).getByText(result, { exact: true }).click();
  await inspector.getByLabel("校园安全四个100%的情况").fill("早间校门口秩序混乱");
  await inspector.getByLabel("督导情况").fill("查看校门、教室和自查材料。");
  await inspector.getByRole("button", { name: "添加问题" }).click();
  await inspector.getByLabel("问题 1", { exact: true }).fill(PROBLEM);
  await inspector.getByRole("button", { name: "保存访校记录" }).click();
  await expect(inspector.getByText("1 个问题已进入整改台账", { exact: false })).toBeVisible();

  const principal = await as(browser, baseURL, "principal-640422-1");
  await open(principal, `/s/${SCHOOL}/ledger`);
  await principal.getByRole("link", { name: PROBLEM }).click();
  await act(principal).getByRole("button", { name: "开始整改" }).click();
  await heading(principal).toContainText("整改中");
  await act(principal).getByRole("textbox").fill("划定接送区，增设护学岗");
  await act(principal).getByRole("button", { name: "报请核验" }).click();
  await heading(principal).toContainText("待核验");

  await open(inspector, new URL(principal.url()).pathname);
  await act(inspector).getByRole("textbox").fill("早间复看，人车已分流");
  await act(inspector).getByRole("button", { name: "核验销号" }).click();
  await heading(inspector).toContainText("已销号");
});

test("autumn: the school reports its new building, the county approves and completes the year", async ({ browser, baseURL }) => {
  const school = await as(browser, baseURL, "school-640422-1");
  await open(school, `/s/${SCHOOL}/filing/2026`);
  await school.getByRole("button", { name: /^校舍与场馆/ }).click();
  await school.getByLabel("教学及辅助用房面积", { exact: true }).fill("5,600");
  await school.getByLabel("运动场地面积", { exact: true }).fill("8,900");
  await expect(school.getByTestId("save-status")).toContainText("已自动保存");
  await expect(school.getByRole("region", { name: "本校七项指标" })).not.toContainText("未达标");

  const principal = await as(browser, baseURL, "principal-640422-1");
  await open(principal, `/s/${SCHOOL}/filing/2026`);
  await principal.getByRole("button", { name: "检查并提交" }).click();
  await principal.getByRole("button", { name: "确认提交" }).click();
  await expect(principal.getByText("等待县级教育行政部门审核").first()).toBeVisible();

  const bureau = await as(browser, baseURL, "county-640422");
  await open(bureau, `/d/${COUNTY}/filings`);
  await bureau.getByRole("link", { name: "第八小学", exact: true }).click();
  await bureau.getByRole("button", { name: "审定通过" }).click();
  await heading(bureau).toContainText("已审定");
  await open(bureau, `/d/${COUNTY}/filings`);
  await bureau.getByText(/^填报日程/).click();
  await bureau.getByRole("button", { name: "完成2026学年初填报" }).click();
  await expect(bureau.getByText(/^填报日程/)).toContainText("已完成");
});

test("year's end: the numbers close the ledger, the targets of the year are met, city and province see the same year", async ({ browser, baseURL }) => {
  const bureau = await as(browser, baseURL, "county-640422");
  const city = await as(browser, baseURL, "city-6404");
  const province = await as(browser, baseURL, "province-64");
  await open(bureau, `/d/${COUNTY}/ledger`);
  await bureau.getByLabel("数据年度").selectOption("2026");
  await bureau.getByRole("button", { name: "自查", exact: true }).click();
  await done(bureau, /2026 年度自查完成.*数据已达标、待核验 \d+ 个/);
  const closedBefore = [await entries(bureau, COUNTY, "closed"), await entries(city, "6404", "closed"), await entries(province, "64", "closed")];
  await open(bureau, `/s/${SCHOOL}/ledger`);
  const area = bureau.getByRole("row", { name: /教学及辅助用房/ });
  await expect(area).toContainText("数据已达标，待核验");
  await area.getByRole("link").first().click();
  await act(bureau).getByRole("button", { name: "核验销号" }).click();
  await heading(bureau).toContainText("已销号");
  await looksRight(bureau);

  for (const [at, [page, code]] of ([[bureau, COUNTY], [city, "6404"], [province, "64"]] as const).entries()) expect(await entries(page, code, "closed"), code).toBe((closedBefore[at] ?? 0) + 1);

  await open(bureau, `/d/${COUNTY}/plan`);
  for (const [name, figure] of [["当年新增达标学校", "10 所"], ["社会认可度", "%"], ["小学骨干教师差异系数", "0.4"], ["初中教学仪器设备值差异系数", "0.4"]] as const) {
    await expect(target(bureau, name)).toContainText(figure);
    await expect(target(bureau, name).getByText("达到", { exact: true })).toBeVisible();
  }
  const { items } = await (await city.request.get(`/api/v1/divisions/${COUNTY}/targets`)).json();
  expect(items.filter((item: { year: number }) => item.year === 2026)).toHaveLength(4);
  expect(items).toContainEqual(expect.objectContaining({ year: 2026, target: 10, actual: 10 }));

  await open(city, "/d/6404/plan/behind");
  await expect(city.getByRole("region", { name: /滞后/ }).getByText("2026 年当年新增达标学校")).toHaveCount(0);
  for (const [page, path] of [[city, `/d/${COUNTY}/overview?year=2026`], [province, `/d/${COUNTY}/overview?year=2026`]] as const) {
    await open(page, path);
    await heading(page).toContainText("2026学年初");
    await heading(page).not.toContainText("数据不全");
    await looksRight(page);
  }
});
