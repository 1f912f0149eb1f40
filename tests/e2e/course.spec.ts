import { expect, test } from "@playwright/test";
import { restoreCourses, solveBasicProblems, stageCourses } from "../helpers/course";
import { openOwner } from "../helpers/owner";
import { EXAMPLE_COUNTY, seedExampleYear } from "@/lib/seed/example-county";
import { LATER, TODAY, bring, courseOf, desks, heading, press, type Desk } from "./hands";
import { looksRight } from "./people";

// Two counties from nomination to recognition and after it, played by their offices; it waits until all other specs are done.
test.describe.configure({ mode: "serial" });
test.setTimeout(150_000);

const CITY_COUNTY = "410185";
const STEPS = ["资格审查", "质量监测", "社会认可度调查"];
let desk: Desk;

test.beforeAll(async ({ browser, baseURL }) => {
  const owner = await openOwner();
  await stageCourses(owner);
  await owner.end();
  desk = desks(browser, baseURL);
});
test.afterAll(async () => {
  const owner = await openOwner();
  await restoreCourses(owner);
  await owner.end();
});

/** What every county does first: its government begins in the batch. */
async function begin(county: string, year: string): Promise<void> {
  const page = await desk(`handler-${county}`, `/d/${county}/certification`);
  const form = page.getByRole("form", { name: "自荐" });
  await form.getByLabel("批次").selectOption({ label: "2026 年国家认定（演示）" });
  await form.getByRole("button", { name: "登记自荐" }).click();
  await expect(form.getByText("请写明自荐的基础和理由，至少 10 字。")).toBeVisible();
  await form.getByLabel("国家认定基本均衡的年份").fill(year);
  await form.getByLabel("自荐的基础和理由").fill("已通过国家基本均衡认定，创建基础具备，自愿申报（演示）。");
  await form.getByRole("button", { name: "登记自荐" }).click();
  await heading(page).toContainText("现在是“县级自荐”");
}

test.describe("登封市", () => {
  const course = () => courseOf(desk, CITY_COUNTY);

  test("先行创建: the bureau fills the 推荐表, the city agrees, the province ranks and reports, the ministry publishes", async () => {
    const bureau = await desk("county-410185", "/d/410185/nominations");
    await heading(bureau).toContainText("登封市还没有填写先行创建推荐表");
    await bureau.getByRole("button", { name: "填写推荐表" }).click();
    const form = bureau.getByRole("form", { name: "推荐表", exact: true });
    await expect(form).toBeVisible();
    const boxes = form.getByRole("textbox");
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).fill("演示内容，按实际情况填写。");
    await form.getByLabel("联系部门和办公电话（必填）").fill("基础教育科 13912345678");
    await form.getByLabel("国家认定基本均衡的年份").fill("2016");
    await form.getByRole("button", { name: "保存推荐表" }).click();
    await expect(form.getByText(/有手机号或身份证号/)).toBeVisible();
    await form.getByLabel("联系部门和办公电话（必填）").fill("基础教育科（办公电话演示）");
    await form.getByRole("button", { name: "保存推荐表" }).click();
    await expect(form.getByText("推荐表已保存。")).toBeVisible();
    await bring(bureau);
    const address = new URL(bureau.url()).pathname;
    const file = await bureau.request.get(`${address}/export`);
    expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]);
    const again = await desk("county-410185", address);
    await looksRight(again);
    await again.getByRole("button", { name: "报送", exact: true }).click();
    await expect(again.getByText(/有 1 项前提条件未满足：.*整改台账中还有 \d+ 个未销号的基本均衡遗留问题/)).toBeVisible();
    const owner = await openOwner();
    await solveBasicProblems(owner);
    await owner.end();
    await again.getByRole("button", { name: "报送", exact: true }).click();
    await heading(again).toContainText("市级审核");

    const city = await desk("city-4101", "/work");
    await city.getByRole("link", { name: /登封市先行创建推荐表/ }).click();
    await city.getByRole("button", { name: "同意，报省级" }).click();
    await expect(city.getByText("请写明意见。")).toBeVisible();
    await city.getByLabel("意见、退回的原因").fill("基础较好，同意推荐（演示）。");
    await city.getByRole("button", { name: "同意，报省级" }).click();
    await heading(city).toContainText("省级遴选");

    const province = await desk("province-41", "/d/41/nominations");
    await province.getByLabel("登封市的推荐顺序").fill("2");
    await province.getByRole("button", { name: "保存推荐顺序" }).click();
    await expect(province.getByText(/顺序从 1 开始连续编号/)).toBeVisible();
    await province.getByLabel("登封市的推荐顺序").fill("1");
    await province.getByRole("button", { name: "保存推荐顺序" }).click();
    const report = province.getByRole("form", { name: "报送教育部" });
    await report.getByLabel("报送文号").fill("演示函〔2026〕12号");
    await report.getByRole("button", { name: "报送教育部" }).click();
    await expect(report.getByText(/不足 3 个须说明原因/)).toBeVisible();
    await report.getByLabel(/^说明/).fill("演示只推荐一个县。");
    await report.getByRole("button", { name: "报送教育部" }).click();
    await heading(province).toContainText("已报教育部 1 个");

    const ministry = await desk("moe", "/d/cn/nominations");
    const publish = ministry.getByRole("form", { name: "公布名单" });
    await expect(publish.getByRole("button", { name: "公布名单" })).toBeDisabled();
    const waiting = await ministry.getByRole("row").filter({ hasText: "已报教育部" }).getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(waiting).toHaveLength(4);
    for (const [at, href] of waiting.entries()) {
      const page = await desk("moe", href);
      const review = page.getByRole("form", { name: "审核意见" });
      await review.getByLabel("审核意见").selectOption({ label: at === 0 ? "本批不列入" : "同意列入" });
      await review.getByLabel("理由").fill("演示意见。");
      await press(page, "保存审核意见", review);
    }
    const list = await desk("moe", "/d/cn/nominations");
    await publish.getByLabel("名单标题").fill("第二批先行创建县名单（演示）");
    await publish.getByLabel("公布文号").fill("演示厅函〔2026〕3号");
    await publish.getByLabel("公布日期").fill(TODAY);
    await publish.getByRole("button", { name: "公布名单" }).click();
    await heading(list).toContainText("列入名单 3 个");
    const open = await desk("moe", "/public");
    await expect(open.getByRole("heading", { name: "第二批先行创建县名单（演示）" })).toBeVisible();
    await looksRight(open);
  });

  test("自荐 to 县级自评: the province lists it, the county brings its materials and applies", async () => {
    await begin(CITY_COUNTY, "2016");
    await course().decide("410185", "报送自荐", { now: "现在是“培育对象遴选”" });
    await course().decide("41", "列为培育对象", { now: "现在是“省级候选遴选”" });
    await course().decide("41", "列入省级候选", { now: "现在是“县级自评”" });
    await expect((await desk("handler-410185", course().path)).getByText("请先上传“自评报告”、“申报表”。")).toBeVisible();
    await bring(await desk("handler-410185", course().path));
    await course().decide("410185", "报送自评并申请评估", { now: "现在是“市级复核”" });
  });

  test("市级复核 by 郑州 and 省级评估: accepted, reviewed item by item, visited, passed on", async () => {
    for (const [body, label, now] of [["4101", "复核通过，报省级评估", "现在是“省级评估”"], ["41", "评估通过，推荐申报国家认定", "现在是“国家认定”"]] as const) {
      await course().accept(body);
      await course().reviewAll(body);
      await course().visit(body);
      await course().decide(body, label, { now });
    }
  });

  test("国家认定: the steps of the batch, feedback, plan, report, recognition with its number and day, and the public page", async () => {
    await course().accept("cn");
    for (const step of STEPS) await course().step(step);
    await course().reviewAll("cn", { 教师工资收入: "限期整改" });
    for (const step of ["指标审核", "集中审议"]) await course().step(step);
    await course().decide("cn", "印发国家反馈意见", { mendBy: LATER, now: "现在是“整改方案”" });
    await bring(await desk("handler-410185", course().path));
    await course().decide("410185", "报送整改方案", { now: "现在是“整改情况报告”" });
    await bring(await desk("handler-410185", course().path));
    await course().decide("410185", "报送整改情况报告", { now: "现在是“认定结论”" });
    const blocked = await desk("handler-cn", course().path);
    await expect(blocked.getByText(/有 1 项审核意见为未达标或限期整改/)).toBeVisible();
    await course().reviewOne("cn", "government", "教师工资收入", "达标", "整改到位，凭证齐全（演示）");
    await course().decide("cn", "予以认定", { published: true, now: "获得认定" });
    const open = await desk("county-410185", "/public");
    await expect(open.getByRole("definition").filter({ hasText: "登封市" }).first()).toBeVisible();
    await looksRight(await desk("handler-410185", course().path));
  });
});

test.describe("示例县", () => {
  const course = () => courseOf(desk, EXAMPLE_COUNTY);

  test("is returned twice, mends, and passes the province with a problem in its ledger", async () => {
    await begin(EXAMPLE_COUNTY, "2015");
    await course().decide("419099", "报送自荐", { now: "现在是“培育对象遴选”" });
    await course().decide("41", "退回下一级", { words: "自荐理由不充分（演示）。", now: "现在是“县级自荐”" });
    await course().decide("419099", "报送自荐", { now: "现在是“培育对象遴选”" });
    await course().decide("41", "列为培育对象", { now: "现在是“省级候选遴选”" });
    await course().decide("41", "列入省级候选", { now: "现在是“县级自评”" });
    await bring(await desk("handler-419099", course().path));
    await course().decide("419099", "报送自评并申请评估", { now: "现在是“省级评估”" });
    await course().decide("41", "退回下一级", { words: "申报表缺页（演示）。", now: "现在是“县级自评”" });
    await course().decide("419099", "报送自评并申请评估", { now: "现在是“省级评估”" });
    await course().accept("41");
    await course().reviewAll("41", { 教师工资收入: "限期整改" });
    await course().visit("41", "一所学校专用教室挪作他用（演示）");
    const blocked = await desk("handler-41", course().path);
    await expect(blocked.getByText(/有 1 项审核意见为未达标或限期整改/)).toBeVisible();
    const ledger = await desk("county-419099", `/d/${EXAMPLE_COUNTY}/ledger`);
    await expect(ledger.getByText("一所学校专用教室挪作他用（演示）").first()).toBeVisible();
    await course().reviewOne("41", "government", "教师工资收入", "达标", "已补发（演示）");
    await course().decide("41", "评估通过，推荐申报国家认定", { now: "现在是“国家认定”" });
  });

  test("is recognised after feedback; a veto under inquiry holds it until it is cleared", async () => {
    await course().accept("cn");
    for (const step of STEPS) await course().step(step);
    await course().reviewAll("cn");
    for (const step of ["指标审核", "集中审议"]) await course().step(step);
    await course().decide("cn", "印发国家反馈意见", { mendBy: LATER, now: "现在是“整改方案”" });
    for (const [label, now] of [["报送整改方案", "现在是“整改情况报告”"], ["报送整改情况报告", "现在是“认定结论”"]] as const) {
      await bring(await desk("handler-419099", course().path));
      await course().decide("419099", label, { now });
    }
    await course().reviewOne("cn", "veto", "弄虚作假", "正在核查", "收到举报，正在核查（演示）");
    const blocked = await desk("handler-cn", course().path);
    await expect(blocked.getByText("有一票否决情形正在核查，查清前不能通过。")).toBeVisible();
    await course().reviewOne("cn", "veto", "弄虚作假", "未发现", "核查未发现（演示）");
    await course().decide("cn", "予以认定", { published: true, now: "获得认定" });
  });

  test("two years of monitoring: one held, one slipped with an early warning; 约谈, 限期整改 and 复查", async () => {
    await course().monitor("41", "2027", "保持认定水平", "各项保持（演示）");
    await course().monitor("cn", "2027", "保持认定水平", "保持（演示）");
    const owner = await openOwner();
    await owner.query("BEGIN");
    await seedExampleYear(owner, 2027, 0.4);
    await owner.query("COMMIT");
    await owner.end();
    const work = await desk("handler-41", "/work");
    await expect(work.getByRole("link", { name: /示例县 2027学年初数据低于标准/ })).toBeVisible();
    const list = await desk("handler-41", "/d/41/certification");
    await expect(list.getByRole("region", { name: "认定后预警" }).getByRole("row", { name: /示例县/ })).toContainText("尚未记录");
    await course().monitor("41", "2028", "有下滑", "部分学校低于标准（演示）");
    await course().monitor("cn", "2028", "有下滑", "责令整改（演示）");

    const press41 = await desk("handler-41", `/d/41/directives/new?to=${EXAMPLE_COUNTY}`);
    await press41.getByLabel("约谈").check();
    await press41.getByLabel("事由").fill("认定后水平下滑（演示）");
    await press41.getByLabel("要求").fill("说明原因和整改安排（演示）。");
    await press41.getByLabel("反馈期限").fill(LATER);
    await press41.getByRole("button", { name: "发给示例县" }).click();
    const link = press41.getByRole("status").getByRole("link", { name: "查看" });
    const talk = new URL((await link.getAttribute("href")) ?? "", press41.url()).pathname.split("/").at(-1) ?? "";
    const held = await desk("handler-41", `/d/41/directives/${talk}`);
    await held.getByLabel("约谈内容和要求").fill("约谈县级负责人，限期整改（演示）。");
    await held.getByLabel("约谈日期").fill(TODAY);
    await press(held, "记录约谈");
    const answer = await desk("handler-419099", `/d/${EXAMPLE_COUNTY}/directives/${talk}`);
    await answer.getByLabel("整改措施和结果").fill("已制定整改计划（演示）。");
    await press(answer, "反馈");
    const end = await desk("handler-41", `/d/41/directives/${talk}`);
    await end.getByLabel("意见", { exact: true }).fill("同意办结（演示）。");
    await press(end, "办结");
    await expect((await desk("handler-41", `/d/41/directives/${talk}`)).getByText("已办结").first()).toBeVisible();

    await course().decide("cn", "责令限期整改", { mendBy: LATER, now: "现在是“限期整改”" });
    await bring(await desk("handler-419099", course().path));
    await course().decide("419099", "报送限期整改报告", { now: "现在是“复查”" });
    await course().visit("41");
    await course().decide("41", "复查通过，保持认定", { now: "获得认定" });
  });

  test("loses the recognition by a veto 经查实, and leaves the public list without a word", async () => {
    const before = await desk("county-419099", "/public");
    await expect(before.getByRole("definition").filter({ hasText: "示例县" }).first()).toBeVisible();
    await course().reviewOne("cn", "veto", "弄虚作假", "经查实", "申报数据造假，经查实（演示）");
    await course().decide("cn", "撤销认定", { words: "经查实弄虚作假，撤销认定（演示）。", published: true, now: "认定已撤销" });
    const after = await desk("county-419099", "/public");
    await expect(after.getByText("示例县")).toHaveCount(0);
    await expect(after.getByText("撤销")).toHaveCount(0);
    const way = await desk("handler-419099", course().path);
    await expect(way.getByRole("list", { name: "申报历程" }).locator("[aria-current=step]")).toContainText("认定已撤销");
    await looksRight(way);
  });
});
