import { defineConfig } from "@playwright/test";

const STORIES = "**/{year,course,first-day}.spec.ts";

/** `npm test` names the server under test and the browser (scripts/test/stages.mjs). */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  // A second try for a busy machine; the closing lines name what needed it ("flaky").
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.YOUJUN_BASE_URL ?? "http://127.0.0.1:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    video: "off",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "desktop", testIgnore: STORIES, use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", testIgnore: STORIES, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    // What changes a whole county waits until nobody else looks at it.
    { name: "stories", testMatch: STORIES, dependencies: ["desktop", "phone"], use: { viewport: { width: 1440, height: 900 } } },
  ],
});
