import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import { exampleRows } from "@/lib/exchange/template";

const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => { const path = join(folder, name); writeFileSync(path, text); return path; };
const csv = (change: (text: string) => string = (text) => text) => change(exampleRows().map((row) => row.join(",")).join("\n"));
const good = file("good.csv", csv());

function evaluate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/evaluate.ts", ...args], { encoding: "utf8", env: process.env });
  return { status, stdout, stderr };
}

describe("the evaluate command", { timeout: 60_000 }, () => {
  it("prints the JSON of the exchange format and exits 0", () => {
    const { status, stdout, stderr } = evaluate(good, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(["standard", "problems", "excluded", "sections", "stages", "verdict"]);
    expect(result.standard).toBe("jiaodu-2017-6");
    expect(result.excluded).toMatchObject([{ school: "示例县南山教学点", code: "2199000005" }]);
    expect(result.sections).toHaveLength(8);
    for (const section of result.sections) {
      expect(Object.keys(section)).toEqual(["school", "code", "stage", "students", "values", "atStandard", "atFloor", "standardCount", "compliant", "shortfall"]);
      for (const record of [section.values, section.atStandard, section.atFloor]) expect(Object.keys(record)).toEqual([...INDICATOR_KEYS]);
    }
    expect(Object.keys(result.stages)).toEqual(["primary", "junior"]);
    expect(Object.keys(result.stages.primary)).toEqual(["sections", "students", "compliantSections", "compositeCv", "indicators"]);
    expect(Object.keys(result.stages.primary.indicators.sportsArea).sort()).toEqual(["cv", "cvLimit", "cvPass", "mean", "sd", "sectionsAtStandard"].sort());
    expect(result.verdict).toEqual({ resourceAllocation: false });
  });

  it("exits 1 on a table with errors, which it lists without computing", () => {
    const { status, stdout } = evaluate(file("bad.csv", csv((text) => text.replace("1860", "-1860").replace("2199000002", "2199000001"))), "--json");
    expect(status).toBe(1);
    const { problems, ...rest } = JSON.parse(stdout);
    expect(problems).toMatchObject([{ severity: "error", row: 2, column: "小学在校生数" }, { severity: "error", row: 3, column: "学校标识码" }]);
    expect(rest).toEqual({ standard: "jiaodu-2017-6", excluded: [], sections: [], stages: {}, verdict: { resourceAllocation: null } });
  });

  it("prints readable tables without --json", () => {
    const { status, stdout } = evaluate(good);
    expect(status).toBe(0);
    for (const part of ["示例县第一小学", "差异系数", "差多少", "还差", "结论：资源配置未达标"]) expect(stdout).toContain(part);
  });

  it("exits 2 with one sentence on a wrong call or an unreadable file", () => {
    for (const args of [[], [good, "--xml"], [join(folder, "none.csv")], [file("fake.xlsx", "不是表格")]]) {
      const { status, stdout, stderr } = evaluate(...args);
      expect([status, stdout, stderr.trim().split("\n").length], args.join(" ")).toEqual([2, "", 1]);
      expect(stderr).toMatch(/[一-鿿]/);
    }
  });
});
