import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";
import { ROOT } from "./paths.mjs";
import { countsOfForge, countsOfReport, failuresOfReport, isGood } from "./results.mjs";
import { closingLine, failureList, suiteTable } from "./summary.mjs";
import { TASKS } from "./tasks.mjs";
import { openTerminal } from "./terminal.mjs";

const BOOT = `${ROOT}/scripts/boot.mjs`;
const run = (...args) => spawnSync(process.execPath, args, { encoding: "utf8", cwd: ROOT });
const result = {
  name: "test:sdk",
  step: "packages/sdk",
  code: 0,
  passed: 3,
  failed: 0,
  skipped: 0,
};

test("an older Node is told what to do, without a stack", () => {
  const old = `Object.defineProperty(process.versions, "node", { value: "18.20.4" });
    import(${JSON.stringify(pathToFileURL(BOOT).href)});`;
  const { status, stderr } = run("--input-type=module", "-e", old);
  expect(status).toBe(1);
  expect(stderr).toContain("Ryugu needs Node 20 or newer; this is Node 18.20.4.");
  expect(stderr).not.toContain("    at ");
});

test("an unknown task is refused with the list of tasks", () => {
  const { status, stderr } = run(BOOT, "tset");
  expect(status).toBe(1);
  expect(stderr).toContain('There is no task "tset"');
  expect(stderr).toContain("test:contracts");
});

test("every script of package.json is a task", async () => {
  const { default: root } = await import(`${ROOT}/package.json`, { with: { type: "json" } });
  const booted = Object.values(root.scripts).filter((line) => line.startsWith("node scripts/boot"));
  expect(booted.map((line) => line.split(" ")[2]).sort()).toEqual(Object.keys(TASKS).sort());
});

test("Forge's last word counts; a script without one counts as one test", () => {
  const line = (passed, failed) =>
    `Ran 3 test suites in 1.2s: ${passed} tests passed, ${failed} failed, 1 skipped (45 total tests)`;
  const output = `${line(4, 0)}\n${line(40, 4)}\n`;
  expect(countsOfForge(output, 1)).toEqual({ passed: 40, failed: 4, skipped: 1 });
  expect(countsOfForge("compiled nothing", 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a suite that left no report has failed", () => {
  expect(countsOfReport(`${ROOT}/nothing.json`, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("what was skipped is a failure where CI is set, and only there", () => {
  const skipped = { ...result, skipped: 1 };
  expect(isGood(skipped, {})).toBe(true);
  expect(isGood(skipped, { CI: "true" })).toBe(false);
  expect(isGood({ ...result, code: 1 }, {})).toBe(false);
});

test("the table is aligned and the closing line is plain", () => {
  const results = [
    { ...result, seconds: 1.25 },
    { ...result, seconds: 10, failed: 2, skipped: 1 },
  ];
  expect(suiteTable(results).split("\n")).toEqual([
    "suite     step          passed  failed  skipped  seconds",
    "test:sdk  packages/sdk       3       0        0      1.3",
    "test:sdk  packages/sdk       3       2        1     10.0",
  ]);
  expect(closingLine(results)).toBe("6 passed, 2 failed, 1 skipped");
  expect(closingLine([result])).toBe("3 passed, 0 failed");
});

test("what failed is said again at the end, shortened", () => {
  const report = `${mkdtempSync(join(tmpdir(), "report-"))}/report.json`;
  const message = [
    "expected 1 to be 2",
    ...Array.from({ length: 99 }, (_, i) => `frame ${i}`),
  ].join("\n");
  const assertionResults = [
    { status: "passed", fullName: "good", failureMessages: [] },
    { status: "failed", fullName: "bad", failureMessages: [message] },
  ];
  const testResults = [
    { name: "a.test.ts", status: "failed", assertionResults },
    { name: "b.test.ts", status: "failed", message: "does not load", assertionResults: [] },
  ];
  writeFileSync(report, JSON.stringify({ testResults }));
  const list = failureList([{ ...result, failures: failuresOfReport(report) }, result]);
  expect(list).toContain("✗ a.test.ts: bad\n  expected 1 to be 2\n");
  expect(list).toContain("✗ b.test.ts\n  does not load\n");
  expect(list.split("\n").length).toBeLessThan(40);
  expect(failureList([result])).toBe("");
});

test("what runs beside each other is shown one after the other, whole; what runs alone as it comes", () => {
  const shown = (several) => {
    const written = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(text));
    const terminal = openTerminal(several);
    const [one, other] = [terminal.open("one"), terminal.open("other")];
    one.write("1");
    other.write("2");
    one.write("3");
    other.close();
    one.close();
    terminal.close();
    spy.mockRestore();
    return written.filter((text) => !text.startsWith("\r")).join("");
  };
  expect(shown(true)).toBe("\n── other\n2\n── one\n13");
  expect(shown(false)).toBe("\n── one\n\n── other\n123");
});
