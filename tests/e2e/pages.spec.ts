import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { looksRight, open, signIn } from "./people";

/** A page with its accessibility check takes its time on a busy machine. */
const PAGE_MS = 15_000;

/** The main pages of each role, at both widths. */
const WALK: Record<string, string[]> = {
  "city-3701": ["/d/3701/plan", "/d/3701/plan/history", "/d/3701/plan/behind"],
  "province-37": ["/d/37/plan", "/d/37/plan/shares", "/d/37/plan/behind", "/d/37/plan/support", "/d/37/plan/history"],
  moe: ["/d/cn/time", "/d/cn/brief", "/d/cn/board", "/d/cn/compare", "/d/cn/experiences", "/d/cn/oversight", "/d/cn/ledger", "/d/cn/requests", "/d/cn/plan", "/d/cn/plan/behind", "/work", "/d/cn/standard", "/d/cn/tasks", "/d/cn/overview", "/d/cn/indicators", "/d/cn/schools"],
  "province-64": ["/d/64/time", "/d/64/brief", "/d/64/compare?with=640422,640423", "/d/64/zones", "/d/64/experiences", "/d/64/experiences/x-640422-2", "/d/64/oversight", "/d/64/ledger", "/d/64/requests", "/work", "/d/64/standard", "/d/64/guidance", "/d/64/overview", "/d/64/indicators", "/d/6404/overview"],
  "city-6404": ["/d/6404/time", "/d/6404/brief", "/d/6404/compare", "/d/640422/trace?figure=verdict", "/d/6404/trace?figure=counties.compliant&year=2025", "/d/640422/trace?figure=item.recognition&year=2025", "/d/6404/directives/new?to=640422", "/d/6404/flags", "/d/6404/oversight", "/d/6404/ledger", "/d/6404/requests", "/d/640422/ledger", "/work", "/d/6404/standard", "/d/6404/tasks", "/d/6404/overview", "/d/640422/overview", "/d/640422/schools"],
  "county-640422": ["/d/640422/time", "/d/640422/brief", "/d/640422/board", "/d/640422/compare", "/d/640422/trace?figure=cv.primary.backboneTeachers", "/d/640422/trace?figure=classes.primary&year=2025", "/d/640422/trace?figure=item.gov-3&year=2025", "/d/640422/time?year=2026", "/d/640422/directives", "/d/640422/directives/dr-64-640422", "/d/640422/flags?year=2025", "/d/640422/surveys", "/d/640422/surveys/new", "/d/640422/surveys/sv-640422-2025", "/d/640422/surveys/sv-640422-2026", "/d/640422/experiences", "/d/640422/experiences/new", "/d/640422/experiences/x-410185-1", "/d/640422/ledger", "/d/640422/ledger/new", "/d/640422/requests/new", "/d/640422/roster", "/d/640422/roster?school=s640422001", "/d/640422/roster?state=closed", "/d/640422/visits", "/d/640422/visits/new", "/d/640422/visits/v640422-2026-1", "/d/640422/teaching", "/d/640422/exchange?year=2025", "/d/640422/groups", "/d/640422/groups/g640422-community-1", "/d/640422/plan", "/d/640422/plan/solver", "/d/640422/plan/solver/what-if", "/d/640422/plan/support", "/work", "/d/640422/tasks", "/d/640422/tasks?view=board", "/d/640422/tasks?view=timeline", "/d/640422/tasks/list", "/d/640422/tasks/documents", "/d/640422/conditions", "/d/640422/reports", "/d/640422/implementation", "/d/640422/guidance", "/d/640422/tasks/t640422-2026-basic-2", "/d/640422/standard", "/d/640422/overview", "/d/640422/indicators", "/d/640422/schools", "/d/640422/filings", "/d/640422/overview?year=2026", "/d/640422/overview?year=2026&basis=live", "/d/640422/items", "/accounts", "/s/s640422001/overview", "/s/s640422001/filing/2025"],
  "supervision-640422": ["/d/640422/ledger?view=owners", "/d/640422/ledger?view=years", "/d/640422/ledger/booklet", "/d/640422/ledger/640422-manual-demo-3", "/d/640422/requests", "/d/640422/interviews", "/d/640422/interviews/i640422-1", "/work", "/d/640422/visits/tasks", "/d/640422/overview"],
  "government-640422": ["/d/640422/overview"],
  "school-640422-1": ["/work", "/s/s640422001/visits", "/s/s640422001/teaching", "/s/s640422001/exchange", "/s/s640422001/tasks", "/s/s640422001/tasks/t640422-2026-basic-2", "/s/s640422001/overview", "/s/s640422001/filing/2026"],
  "principal-640422-1": ["/s/s640422001/trace?figure=primary.sportsArea&year=2025", "/s/s640422001/trace?figure=classes.primary&year=2025", "/s/s640422001/trace?figure=item.gov-5&year=2025", "/s/s640422001/ledger", "/s/s640422001/ledger/requests", "/s/s640422001/ledger/ask", "/s/s640422001/overview"],
  "school-640422-2": ["/s/s640422002/overview", "/s/s640422002/filing/2026"],
  "inspector-640422": ["/s/s640422001/ledger", "/work", "/s/visits", "/s/visits/new", "/s/visits/v640422-2026-2", "/s"],
  "unit-640422": ["/d/640422/plan/group", "/d/640422/ledger", "/work", "/d/640422/tasks", "/d/640422/reports", "/d/640422/implementation", "/d/640422/items"],
  admin: ["/accounts"],
  "county-410185": ["/d/410185/plan", "/d/410185/plan/group", "/d/410185/plan/spending", "/d/410185/plan/projects", "/d/410185/overview"],
  "province-31": ["/d/31/certification", "/d/310151/overview?year=2026", "/d/31/overview"],
  "handler-410185": ["/d/410185/certification", "/d/410185/certification/review?group=government"],
  "handler-4101": ["/d/410185/certification", "/d/410185/certification/review", "/d/410185/certification/review?group=veto", "/d/410185/certification/visits/c410185-2026-city-visit", "/d/4101/certification", "/work"],
  "expert-4101-1": ["/visits", "/visits/c410185-2026-city-visit", "/work", "/me"],
  "expert-31-1": ["/visits"],
  "expert-41-2": ["/visits"],
  "handler-cn": ["/d/310151/certification", "/d/cn/certification", "/d/cn/certification?stage=nation", "/d/cn/certification/batches"],
  "county-310151": ["/d/310151/groups?only=without", "/d/310151/plan", "/d/310151/plan/projects", "/d/310151/overview"],
  "county-370102": ["/d/370102/overview"],
};

for (const [person, paths] of Object.entries(WALK)) {
  test(`${person} finds the pages in order`, async ({ page }) => {
    test.setTimeout(60_000 + paths.length * PAGE_MS);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await signIn(page, person);
    for (const path of paths) {
      const answer = await open(page, path);
      expect(answer?.status(), path).toBe(200);
      await looksRight(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter((item) => item.impact === "serious" || item.impact === "critical").map((item) => `${path} ${item.id}: ${item.nodes[0]?.html}`)).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
}

test("everybody lands at home after signing in", async ({ page }) => {
  await signIn(page, "moe");
  await open(page, "/");
  await expect(page).toHaveURL(/\/work$/);
  await page.getByRole("link", { name: "总览" }).first().click();
  await page.getByRole("link", { name: "宁夏回族自治区" }).first().click();
  await page.getByRole("link", { name: "固原市" }).first().click();
  await page.getByRole("link", { name: "西吉县" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("小学骨干教师差异系数 0.512");
});
