import { existsSync, readFileSync } from "node:fs";

/** With CI set nothing may be skipped: a missing tool, browser or data folder is a failure there. */
export function isGood({ code, failed, skipped }, env) {
  return code === 0 && failed === 0 && (skipped === 0 || env.CI !== "true");
}

/** The counts in Vitest's JSON report. */
export function countsOfReport(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(report, "utf8"));
  return {
    passed: counts.numPassedTests,
    // A file that does not load has no failed test, and is a failure all the same.
    failed: counts.numFailedTests || (code === 0 ? 0 : 1),
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

/** What failed in Vitest's JSON report: each test's full name and what it said. */
export function failuresOfReport(report) {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  return testResults.flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === "failed");
    if (tests.length > 0)
      return tests.map((t) => ({
        name: `${file.name}: ${t.fullName}`,
        message: t.failureMessages.join("\n"),
      }));
    return file.status === "failed" ? [{ name: file.name, message: file.message }] : [];
  });
}

/** The counts in Forge's last summary. */
export function countsOfForge(output, code) {
  const line = [...output.matchAll(/(\d+) tests passed, (\d+) failed, (\d+) skipped/g)].at(-1);
  const [passed, failed, skipped] = (line?.slice(1) ?? [0, 0, 0]).map(Number);
  return { passed, failed: failed || (code === 0 ? 0 : 1), skipped };
}
