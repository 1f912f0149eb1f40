import { describe, expect, it } from "vitest";
import { lastLine, tallyPlaywright, tallyVitest } from "../../../scripts/test/tally.mjs";

describe("the last line", () => {
  it("names skipped tests only when there are some", () => {
    expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });
});

describe("counts", () => {
  const vitest = { numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
  it("come from vitest's report", () => {
    expect(tallyVitest(vitest, 0)).toEqual({ passed: 4, failed: 0, skipped: 2 });
  });

  it("take a file that could not be loaded, and a runner that only failed, as a failure", () => {
    expect(tallyVitest({ ...vitest, testResults: [{ status: "failed", assertionResults: [] }] }, 1).failed).toBe(1);
    expect(tallyVitest(vitest, 1).failed).toBe(1);
    expect(tallyVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("come from Playwright's report", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
    expect(tallyPlaywright({ stats: { ...stats, unexpected: 0 }, errors: [{}] }, 1).failed).toBe(1);
  });
});
