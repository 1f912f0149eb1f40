import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import Papa from "papaparse";
import { baseTableRows } from "@/lib/exchange/write-table";
import { unevenCounty } from "@/scripts/bench/planner-county";

const ROOT = path.resolve(import.meta.dirname, "../../..");
let folder = "";

type Ran = { code: number; out: string; err: string };
const run = (script: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", path.join(ROOT, `scripts/${script}.ts`), ...args], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }));
  });
const inFolder = (name: string) => path.join(folder, name);
const shown = (text: string): unknown => JSON.parse(text);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "plan-"));
  await writeFile(inFolder("alone.csv"), Papa.unparse(baseTableRows(unevenCounty(0, 30), null)));
  await writeFile(inFolder("shared.csv"), Papa.unparse(baseTableRows(unevenCounty(12, 30), null)));
});
afterAll(() => rm(folder, { recursive: true }));

describe("npm run plan", () => {
  it.each([["alone.csv", "additions", "after.csv"], ["shared.csv", "additions", "after.xlsx"], ["alone.csv", "both", "both.csv"]])("of %s by %s writes %s, which the evaluation passes", async (file, mode, out) => {
    const { code, out: text } = await run("plan", inFolder(file), "--json", "--mode", mode, "--out", inFolder(out));
    expect(code).toBe(0);
    const evaluated = await run("evaluate", inFolder(out), "--json");
    expect(evaluated.code).toBe(0);
    expect(shown(evaluated.out)).toMatchObject({ verdict: { resourceAllocation: true } });
    expect(shown(text)).toMatchObject({ cost: expect.any(Number), proof: { lowerBound: expect.any(Number), gap: expect.any(Number) }, moves: expect.any(Array) });
    const [plan, after] = [shown(text), shown(evaluated.out)];
    expect(plan).toHaveProperty("after.sections", Object(after).sections);
    expect(plan).toHaveProperty("after.stages", Object(after).stages);
    expect(Object.keys(Object(plan).additions[0]).sort()).toEqual(["amount", "code", "indicator", "school", "stage"]);
  }, 60_000);

  it("answers to a table with faults and to wrong calls as the evaluation does", async () => {
    await writeFile(inFolder("bad.csv"), (await readFile(inFolder("alone.csv"), "utf8")).replace(/\n2164000001,/, "\n2164000000,"));
    const faulty = await run("plan", inFolder("bad.csv"));
    expect(faulty.code).toBe(1);
    expect(faulty.out).toContain("学校标识码“2164000000”与第 2 行重复");
    const nowhere = await run("plan", inFolder("nowhere.csv"));
    expect([nowhere.code, nowhere.err]).toEqual([2, `无法读取文件 ${inFolder("nowhere.csv")}：文件不存在，或内容不是有效的表格。\n`]);
    const negative = await run("plan", inFolder("alone.csv"), "--unit-cost", "degreeTeachers=-2");
    expect([negative.code, negative.err]).toEqual([2, "指标 degreeTeachers 的单位成本 -2 是负数，应大于 0。\n"]);
    const unwritable = await run("plan", inFolder("alone.csv"), "--out", inFolder("none/after.csv"));
    expect(unwritable.code).toBe(2);
    expect(unwritable.err).toContain("无法写入文件");
  }, 60_000);
});
