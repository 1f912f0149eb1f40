import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const files = (folder: string, test: RegExp): string[] =>
  fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => test.test(name) && !name.includes("generated")).map((name) => path.join(folder, name));
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

/** Made by hand for a stated reason: the library's own handler, and what must answer before anyone is known. */
const OPEN_ROUTES = ["app/api/auth/[...nextauth]/route.ts", "app/api/v1/health/route.ts", "app/api/v1/openapi.json/route.ts"];
/** Posted to without an account. */
const FOR_STRANGERS = ["app/api/survey/[id]/route.ts"];
/** Open to those who must change their password first, whom defineAction refuses. */
const OWN_ACTIONS = ["lib/access/change-password.ts"];

/** Read in the demonstration data, not staged. */
const DEMO_COUNTY = "640422";

describe("the house", () => {
  it("makes every route by defineRoute", () => {
    const byHand = files("app", /route\.ts$/).filter((file) => !/= define(Open)?Route\(/.test(read(file)) || /export (async )?function (GET|POST|PUT|PATCH|DELETE)/.test(read(file)));
    expect(byHand.sort()).toEqual(OPEN_ROUTES);
    expect(files("app", /route\.ts$/).filter((file) => read(file).includes("defineOpenRoute("))).toEqual(FOR_STRANGERS);
  });

  it("makes every action by defineAction", () => {
    const actions = [...files("lib", /\.tsx?$/), ...files("app", /\.tsx?$/), ...files("components", /\.tsx?$/)].filter((file) => /^"use server";/m.test(read(file)));
    expect(actions.length).toBeGreaterThan(4);
    expect(actions.filter((file) => !/= define(Long)?Action\(/.test(read(file)))).toEqual(OWN_ACTIONS);
  });

  it("keeps routes and pages short", () => {
    const long = files("app", /(route|page)\.tsx?$/).filter((file) => read(file).split("\n").length > 100);
    expect(long).toEqual([]);
  });

  it("asks for an act on every page that shows data", () => {
    const open = files("app/(portal)", /page\.tsx$/).filter((file) => !/requireAct\("|requireActor\(/.test(read(file)));
    expect(open).toEqual([]);
  });

  it("sends forms with choices by `sending`: React empties a form after its action", () => {
    const emptied = files("components", /\.tsx$/).filter((file) => /<form[^>]*\baction=\{(?!path\})/.test(read(file)) && /<select|type="radio"|type="checkbox"/.test(read(file)));
    expect(emptied).toEqual([]);
  });

  it("stages a county in one integration test only: they share the database", () => {
    const staged = files("tests/integration", /\.test\.ts$/).flatMap((file) =>
      [...new Set(read(file).split("\n").filter((line) => /^const (\[[^\]]*\]|[A-Z_]+)( as const)? = |stageCounties|seedCounty/.test(line)).flatMap((line) => [...line.matchAll(/"(\d{6})"/g)].map(([, code]) => code ?? "")))].map((code) => ({ code, file })));
    const twice = staged.filter(({ code }) => code !== DEMO_COUNTY && staged.filter((other) => other.code === code).length > 1);
    expect(twice).toEqual([]);
  });

  it("keeps the full validator out of the browser: components use zod/mini, since one use enlarges what every form loads", () => {
    expect(files("components", /\.tsx?$/).filter((file) => /from "zod"/.test(read(file)))).toEqual([]);
  });
});
