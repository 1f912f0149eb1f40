import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { signIn } from "./people";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "the same script files at both widths");

/** First-load JavaScript, gzip, of the school form and the overviews. */
const LIMIT = 200 * 1024;
/** The same with the drawings, which come after the page. */
const LIMIT_WITH_CHARTS = 260 * 1024;

for (const [person, path] of [["school-640422-1", "/s/s640422001/filing/2026"], ["county-640422", "/d/640422/overview"], ["county-640422", "/d/640422/plan/solver"], ["county-640422", "/d/640422/plan/solver/what-if"], ["moe", "/d/cn/overview"], ["county-640422", "/d/640422/trace?figure=classes.primary&year=2025"]] as const) {
  test(`${path} loads at most 200 kB of script`, async ({ page, request }) => {
    await signIn(page, person);
    // what only browsers of before 2018 load does not count
    const html = (await (await page.request.get(path)).text()).replace(/<script[^>]*noModule[^>]*>/gi, "");
    const files = new Set([...html.matchAll(/\/_next\/static\/[^"'\\ ]+\.js/g)].map(([file]) => file));
    expect(files.size).toBeGreaterThan(3);
    let bytes = 0;
    for (const file of files) bytes += gzipSync(await (await request.get(file)).body()).length;
    test.info().annotations.push({ type: "gzip", description: `${Math.round(bytes / 1024)} kB` });
    expect(bytes).toBeLessThanOrEqual(LIMIT);
  });
}

for (const [person, path, charts] of [["moe", "/d/cn/overview", 3], ["province-37", "/d/37/overview", 3], ["school-640422-1", "/s/s640422001/overview", 1], ["county-640422", "/d/640422/time", 1]] as const) {
  test(`${path} with its drawings loads at most 260 kB of script`, async ({ page }) => {
    await signIn(page, person);
    const files = new Set<string>();
    page.on("response", (answer) => { const { pathname } = new URL(answer.url()); if (/^\/_next\/static\/.*\.js$/.test(pathname)) files.add(pathname); });
    await page.goto(path);
    await expect(page.locator("svg.recharts-surface")).toHaveCount(charts);
    expect(files.size).toBeGreaterThan(3);
    let bytes = 0;
    for (const file of files) bytes += gzipSync(await (await page.request.get(file)).body()).length;
    test.info().annotations.push({ type: "gzip", description: `${Math.round(bytes / 1024)} kB` });
    expect(bytes).toBeLessThanOrEqual(LIMIT_WITH_CHARTS);
  });
}
