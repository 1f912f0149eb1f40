import { expect, type Browser, type Page } from "@playwright/test";
import { open, signIn } from "./people";

export const TODAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
/** A day within every deadline of a play. */
export const LATER = `${Number(TODAY.slice(0, 4)) + 1}-12-31`;
const PDF = { name: "材料（演示）.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") };
const GROUPS = ["resource", "government", "quality", "recognition", "veto"];

/** Every person of a play at a window of their own, which stays open from act to act. */
export function desks(browser: Browser, baseURL: string | undefined) {
  const pages = new Map<string, Page>();
  return async (person: string, path: string): Promise<Page> => {
    const known = pages.get(person);
    const page = known ?? (await (await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })).newPage());
    if (!known) await signIn(page, person);
    pages.set(person, page);
    await open(page, path);
    return page;
  };
}
export type Desk = ReturnType<typeof desks>;

export const heading = (page: Page) => expect(page.getByRole("heading", { level: 1 }));

/** Clicks, and waits until the server has answered: the act is done. */
export async function press(page: Page, name: string | RegExp, within: { getByRole: Page["getByRole"] } = page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await within.getByRole("button", { name, exact: typeof name === "string" }).click();
  expect((await answered).ok()).toBe(true);
}

/** Every material that the page asks for. */
export async function bring(page: Page): Promise<void> {
  const inputs = page.locator('input[aria-label^="上传佐证材料"]');
  for (let at = 0; at < (await inputs.count()); at += 1) {
    const answered = page.waitForResponse((response) => response.url().includes("/api/evidence") && response.request().method() === "POST");
    await inputs.nth(at).setInputFiles(PDF);
    expect((await answered).ok()).toBe(true);
  }
}

let numbers = 0;
type Decision = { words?: string; mendBy?: string; published?: boolean; now: string | RegExp };

/** The course of one county as its offices play it. */
export function courseOf(desk: Desk, county: string) {
  const path = `/d/${county}/certification`;
  const review = (group: string) => `${path}/review?group=${group}`;
  return {
    path,
    /** A decision of a body through its three hands, and where it leads. */
    async decide(body: string, label: string, { words = "同意（演示）。", mendBy, published, now }: Decision): Promise<void> {
      const handler = await desk(`handler-${body}`, path);
      const form = handler.getByRole("form", { name: "拟稿" });
      await form.getByLabel("拟办").selectOption({ label });
      await form.getByLabel(/^(意见|原因和依据)$/).fill(words);
      if (mendBy) await form.getByLabel("整改期限").fill(mendBy);
      await form.getByRole("button", { name: "拟稿，送审核" }).click();
      await expect(handler.getByRole("button", { name: "撤回", exact: true })).toBeVisible();
      const reviewer = await desk(`reviewer-${body}`, path);
      await reviewer.getByRole("button", { name: "审核同意" }).click();
      await expect(reviewer.getByRole("button", { name: "审核同意" })).toHaveCount(0);
      const signer = await desk(`signer-${body}`, path);
      numbers += 1;
      await signer.getByLabel("文号", { exact: true }).fill(`演示〔${TODAY.slice(0, 4)}〕${numbers}号`);
      if (published) await signer.getByLabel("公布日期").fill(TODAY);
      await signer.getByRole("button", { name: "签发", exact: true }).click();
      await heading(signer).toContainText(now);
    },
    async accept(body: string): Promise<void> {
      const page = await desk(`handler-${body}`, path);
      const form = page.getByRole("form", { name: "受理" });
      await form.getByRole("textbox").fill("按程序受理（演示）");
      await form.getByRole("button", { name: "受理", exact: true }).click();
      await expect(form).toHaveCount(0);
    },
    /** An opinion on each of the 38 items: met and nothing found, but for those named. */
    async reviewAll(body: string, except: Record<string, string> = {}): Promise<void> {
      for (const group of GROUPS) {
        const page = await desk(`handler-${body}`, review(group));
        const selects = page.locator('select[aria-label$="的意见"]');
        for (let at = 0; at < (await selects.count()); at += 1) await selects.nth(at).selectOption({ index: 1 });
        for (const [item, opinion] of Object.entries(except)) {
          const one = page.getByLabel(`${item}的意见`, { exact: true });
          if (await one.isVisible()) await one.selectOption({ label: opinion });
        }
        const notes = page.locator('textarea[aria-label$="的说明"]');
        for (let at = 0; at < (await notes.count()); at += 1) await notes.nth(at).fill("经核实（演示）");
        await page.getByRole("button", { name: /^保存 \d+ 项意见$/ }).click();
        await expect(page.getByRole("button", { name: "没有改动" })).toBeVisible();
      }
    },
    /** One opinion of a body changed. */
    async reviewOne(body: string, group: string, item: string, opinion: string, note: string): Promise<void> {
      const page = await desk(`handler-${body}`, review(group));
      await page.getByLabel(`${item}的意见`, { exact: true }).selectOption({ label: opinion });
      await page.getByLabel(`${item}的说明`, { exact: true }).fill(note);
      await page.getByRole("button", { name: "保存 1 项意见" }).click();
      await expect(page.getByRole("button", { name: "没有改动" })).toBeVisible();
    },
    /** Experts at schools drawn at random; a problem that they found enters the county's ledger. */
    async visit(body: string, problem?: string): Promise<void> {
      const page = await desk(`handler-${body}`, path);
      const plan = page.getByRole("form", { name: "安排实地核查" });
      await plan.getByLabel(/^专家组/).fill("教育督导专家 3 人（演示）");
      await plan.getByLabel("抽取学校（所）").fill("3");
      await plan.getByRole("button", { name: "随机抽取学校" }).click();
      await expect(plan).toHaveCount(0);
      await page.getByRole("listitem").filter({ hasText: "进行中" }).getByRole("link").click();
      const end = page.getByRole("form", { name: "办结实地核查" });
      await end.getByLabel("核查情况").fill("查看所抽学校，数据属实（演示）。");
      if (problem) {
        await end.getByRole("button", { name: "添加问题" }).click();
        await end.getByLabel("问题", { exact: true }).fill(problem);
        await end.getByLabel("整改期限").fill(LATER);
      }
      await end.getByRole("button", { name: "办结实地核查" }).click();
      await expect(end).toHaveCount(0);
    },
    /** A step of 国家认定. */
    async step(name: string): Promise<void> {
      const page = await desk("handler-cn", path);
      const form = page.getByRole("form", { name, exact: true });
      await form.getByLabel("结果").selectOption({ label: "通过" });
      await press(page, "记录", form);
      const after = await desk("handler-cn", path);
      await expect(after.getByRole("form", { name, exact: true }).getByLabel("结果")).toHaveValue("passed");
    },
    async monitor(body: string, year: string, conclusion: string, note: string): Promise<void> {
      const page = await desk(`handler-${body}`, path);
      const form = page.getByRole("form", { name: "年度监测" });
      await form.getByLabel("监测年度").fill(year);
      await form.getByLabel("结论").selectOption({ label: conclusion });
      await form.getByLabel("监测情况").fill(note);
      await press(page, "记录年度监测", form);
      await expect(page.getByRole("region", { name: "认定后年度监测" }).getByRole("row", { name: new RegExp(`^${year} 年度`) })).toContainText(note);
    },
  };
}
