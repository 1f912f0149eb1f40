/** Counts of passed, failed and skipped tests, read from the runners' own JSON reports. */
import fs from "node:fs";

export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A runner that failed without naming a failed test has failed once. */
const honest = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally);

/** A file that could not even be loaded has no tests to count: it is one failure itself. */
export function tallyVitest(report, code) {
  if (!report) return honest(NONE, code);
  const unloadable = (report.testResults ?? []).filter((file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed")).length;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + unloadable, skipped: report.numPendingTests + (report.numTodoTests ?? 0) }, code);
}

/** A flaky test passed in the end, at its second try; the reporter names it. */
export function tallyPlaywright(report, code) {
  if (!report) return honest(NONE, code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped }, code);
}

export const tallyVitestFile = (file, code) => tallyVitest(readJson(file), code);
export const tallyPlaywrightFile = (file, code) => tallyPlaywright(readJson(file), code);

/** The last line of a run. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
