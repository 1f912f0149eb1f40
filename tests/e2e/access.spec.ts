import { expect, test } from "@playwright/test";
import { open, signIn, signInByForm } from "./people";

test("a stranger is sent to the sign-in, and comes back to the page asked for", async ({ page }) => {
  await open(page, "/d/640422/schools?year=2025");
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel("用户名").fill("county-640422");
  await page.getByLabel("密码").fill("Youjun-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(/\/d\/640422\/schools\?year=2025$/);
});

test("a wrong password gets one sentence", async ({ page }) => {
  await signInByForm(page, "county-640423", "not-the-password");
  await expect(page.getByText("用户名或密码不正确。")).toBeVisible();
});

for (const next of ["//example.com/x", "/%09/example.com/x", "/%0A/example.com", "/%5Cexample.com", "https://example.com"]) {
  test(`an address elsewhere is not followed after signing in: ${next}`, async ({ page }) => {
    await open(page, `/login?next=${next}`);
    await page.getByLabel("用户名").fill("moe");
    await page.getByLabel("密码").fill("Youjun-2026");
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).toHaveURL(/\/work$/);
  });
}

test("an address with what is no text is asked for again without it", async ({ page }) => {
  await signIn(page, "county-640422");
  for (const path of ["/d/640422/ledger?q=%00", "/d/640422/schools?q=%00", "/accounts?q=%00"]) expect((await open(page, path))?.status(), path).toBe(200);
});

test("what is no text gets a clear refusal, never an inside of the system", async ({ page }) => {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", { form: { csrfToken, username: "ab\u0000c", password: "x", json: "true" } });
  expect(await answer.text()).not.toMatch(/prisma|query|invocation/i);
  await signIn(page, "school-640422-1");
  const headers = { origin: new URL(page.url() === "about:blank" ? (process.env.YOUJUN_BASE_URL ?? "http://127.0.0.1:3000") : page.url()).origin };
  const saved = await page.request.put("/api/filings/f-s640422001-2026/sections/basic", { headers, data: { base: 0, values: { builtYear: "19\u000090" } } });
  expect(saved.status()).toBe(400);
  expect(await saved.json()).toMatchObject({ message: "内容里有无法识别的字符，请删除后重试。" });
  expect((await page.request.get("/api/v1/schools/%00")).status()).toBe(404);
  expect((await page.request.put("/api/filings/f-s640422001-2026/sections/basic", { headers: { origin: "null" }, data: { base: 0, values: {} } })).status()).toBe(403);
  const limit = await page.request.get("/api/v1/divisions/640422/schools?limit=1e9");
  expect([400, 404]).toContain(limit.status());
  expect(await limit.text()).not.toMatch(/Too big|expected/);
});

for (const path of ["/survey/%ff", "/d/640422/surveys/%E0%A4%A", "/s/%ff/overview"]) {
  test(`an address whose escapes are none is a page that does not exist: ${path}`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "没有找到这个页面" })).toBeVisible();
  });
}

test("routes say the same of such addresses, and of one with what is no text", async ({ page }) => {
  await signIn(page, "county-640422");
  for (const path of ["/api/v1/schools/%ff", "/api/v1/schools/%25ff", "/api/v1/divisions/%E0%A4%A/evaluation"]) expect((await page.request.get(path)).status(), path).toBe(404);
  for (const path of ["/api/survey/%00", "/api/survey/%ff"]) {
    const answer = await page.request.post(path, { data: { group: "parent", choices: [0, 0, 0, 0, 0, 0] } });
    expect(answer.status(), path).toBe(404);
    expect(await answer.json(), path).toMatchObject({ message: "没有找到这条记录。" });
  }
});

test("escapes that are some still open public pages without a session", async ({ page }) => {
  await open(page, "/survey/%E8%A5%BF");
  await expect(page.getByText("没有找到这项调查", { exact: false })).toBeVisible();
});

for (const path of ["/login", "/work", "/d/640422/overview"]) {
  test(`an act posted from a page of another site is refused in words: ${path}`, async ({ page }) => {
    await signIn(page, "county-640422");
    for (const origin of ["https://example.com", "null"]) {
      for (const [sent, data] of [[{ "next-action": "00", "content-type": "text/plain;charset=UTF-8" }, "[]"], [{ "content-type": "multipart/form-data; boundary=x" }, "--x--"]] as const) {
        const answer = await page.request.post(path, { headers: { origin, ...sent }, data });
        expect(answer.status()).toBe(403);
        expect(await answer.text()).toBe("请求来源不正确。");
      }
    }
  });
}

test("a file can be asked about before it is fetched", async ({ page }) => {
  await signIn(page, "county-640422");
  for (const path of ["/d/640422/ledger/export", "/d/640422/tasks/export"]) {
    const asked = await page.request.head(path);
    expect(asked.status(), path).toBe(200);
    expect(asked.headers()["content-security-policy"], path).toBe("sandbox; default-src 'none'");
  }
});

test("pages load from this server only, and keep to it", async ({ page }) => {
  const faults: string[] = [];
  page.on("console", (line) => { if (/Content Security Policy/i.test(line.text())) faults.push(line.text()); });
  await signIn(page, "county-640422");
  for (const path of ["/login", "/calculator", "/d/640422/overview", "/d/640422/indicators", "/d/640422/plan/solver", "/d/640422/plan/solver/what-if", "/d/640422/time", "/d/640422/compare", "/d/640422/surveys/sv-640422-2026"]) {
    const answer = await open(page, path);
    expect(answer?.headers()["content-security-policy"], path).toMatch(/default-src 'self';.*object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'/);
  }
  expect(faults).toEqual([]);
});

test("what is being filed is not shown to the county's government, which may not read filings", async ({ page }) => {
  await signIn(page, "government-640422");
  expect((await page.request.get("/api/v1/divisions/640422/evaluation?year=2026&basis=live")).status()).toBe(400);
  expect((await open(page, "/d/640422/overview?year=2026&basis=live"))?.status()).toBe(404);
  expect((await open(page, "/d/640422/overview?year=2026"))?.status()).toBe(200);
});

for (const path of ["/api/v1/divisions/cn", "/api/v1/divisions/640422/evaluation", "/api/v1/schools/s640422001", "/api/v1/schools/s640422001/filings/2025"]) {
  test(`the API asks who is there: ${path}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(401);
    expect(await answer.json()).toMatchObject({ error: "unauthenticated" });
  });
}

test("health and the description of the API are open", async ({ request }) => {
  expect(await (await request.get("/api/v1/health")).json()).toMatchObject({ name: "youjun", status: "ok", demo: true });
  const description = await (await request.get("/api/v1/openapi.json")).json();
  expect(Object.keys(description.paths)).toContain("/divisions/{code}/evaluation");
});

test("outside the reach everything is 404 and says nothing, inside it is there", async ({ page }) => {
  await signIn(page, "county-640422");
  for (const path of ["/api/v1/divisions/640423/evaluation", "/api/v1/divisions/64", "/api/v1/schools/s640423001", "/api/v1/schools/s640423001/filings/2025", "/api/v1/divisions/999999", "/api/v1/divisions/640422/evaluation?year=1999"]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.json(), path).toEqual({ error: "notFound", message: "没有找到这条记录。", fields: {} });
  }
  for (const path of ["/d/640423/overview", "/d/cn/overview", "/s/s640423001/overview", "/d/640422/overview?year=1999", "/d/640422/overview?year=x", "/s/s640422001/filing/20x6"]) {
    const answer = await open(page, path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "没有找到这个页面" })).toBeVisible();
  }
  const own = await (await page.request.get("/api/v1/divisions/640422/evaluation?year=2025")).json();
  expect(own.sections).toHaveLength(117);
  expect(own.stages.primary.indicators.backboneTeachers.cvPass).toBe(false);
  expect((await (await page.request.get("/api/v1/divisions/640422/schools?limit=50")).json())).toMatchObject({ total: 119, nextCursor: expect.stringMatching(/^\d{10}$/) });
});

test("a school sees itself only, and 实时 belongs to the county", async ({ page }) => {
  await signIn(page, "school-640422-1");
  expect((await page.request.get("/api/v1/schools/s640422001")).status()).toBe(200);
  expect((await page.request.get("/api/v1/schools/s640422003")).status()).toBe(404);
  expect((await page.request.get("/api/v1/divisions/640422/evaluation")).status()).toBe(404);
  await page.context().clearCookies();
  await signIn(page, "city-6404");
  expect((await page.request.get("/api/v1/divisions/640422/evaluation?year=2026&basis=live")).status()).toBe(400);
  await page.context().clearCookies();
  await signIn(page, "county-640422");
  const live = await page.request.get("/api/v1/divisions/640422/evaluation?year=2026&basis=live");
  expect(live.status()).toBe(200);
  expect((await live.json()).verdict.resourceAllocation).toBeNull();
});

test("a write from a page of another site is refused", async ({ page }) => {
  await signIn(page, "school-640422-1");
  const answer = await page.request.put("/api/filings/f-s640422001-2026/sections/basic", { headers: { origin: "https://example.com" }, data: { base: 0, values: {} } });
  expect(answer.status()).toBe(403);
});

test("a personal token opens the API with the person's reach until it is ended", async ({ page, request }) => {
  await signIn(page, "county-640423");
  await open(page, "/me");
  const name = `数据对接${Date.now()}`;
  await page.getByLabel("用途").fill(name);
  await page.getByRole("button", { name: "生成令牌" }).click();
  const headers = { authorization: `Bearer ${await page.getByTestId("token").innerText()}` };
  expect((await request.get("/api/v1/divisions/640423", { headers })).status()).toBe(200);
  expect((await request.get("/api/v1/divisions/640422", { headers })).status()).toBe(404);
  await page.getByRole("button", { name: `停用令牌${name}` }).click();
  await expect(page.getByRole("button", { name: `停用令牌${name}` })).toHaveCount(0);
  expect((await request.get("/api/v1/divisions/640423", { headers })).status()).toBe(401);
});
