import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { ProcessStartError } from "../errors.ts";
import { isRunning } from "./identity.ts";
import { ProcessSet } from "./process-set.ts";
import { endLeftovers, readRegistry } from "./registry.ts";
import { type ProcessPlan, SupervisedProcess } from "./supervised-process.ts";
import { waitUntil } from "./wait-until.ts";

let folder: ReturnType<typeof temporaryFolder>;
const running: SupervisedProcess[] = [];

beforeEach(() => {
  folder = temporaryFolder("supervised");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((process) => process.stop()));
  folder.remove();
});

/** A program that says that it is ready by making a file, then waits. */
function plan(script = ""): ProcessPlan {
  const sign = join(folder.path, "ready");
  const program = `require("node:fs").writeFileSync(${JSON.stringify(sign)}, String(process.pid));
    console.log("started"); ${script}; setInterval(() => {}, 1000);`;
  return {
    name: "waiter",
    command: process.execPath,
    args: ["-e", program],
    cwd: folder.path,
    logPath: join(folder.path, "waiter.log"),
    isReady: async () => existsSync(sign),
    readyWithin: 5_000,
  };
}

function supervise(script?: string): SupervisedProcess {
  const supervised = new SupervisedProcess(plan(script));
  running.push(supervised);
  return supervised;
}

const soon = { timeout: 20_000, interval: 20 };

test("starts, answers, logs, and stops", async () => {
  const waiter = supervise();
  await waiter.start();
  const identity = waiter.identity;
  expect(waiter.state).toBe("running");
  expect(readFileSync(join(folder.path, "waiter.log"), "utf8")).toBe("started\n");
  await waiter.stop();
  expect(waiter.state).toBe("stopped");
  expect(identity && isRunning(identity)).toBe(false);
});

test("one that ends by itself is started again; one that was killed on purpose is not", async () => {
  const waiter = supervise();
  await waiter.start();
  const first = waiter.identity;
  process.kill(first?.pid ?? 0, "SIGKILL");
  expect(await waitUntil(() => waiter.restarts === 1 && waiter.state === "running", soon)).toBe(
    true,
  );
  expect(waiter.identity?.pid).not.toBe(first?.pid);

  await waiter.kill();
  expect(waiter.state).toBe("held");
  expect(await waitUntil(() => waiter.state !== "held", { timeout: 600, interval: 50 })).toBe(
    false,
  );
  await waiter.start();
  expect(waiter.state).toBe("running");
});

test("one that does not stop when asked is ended all the same", async () => {
  const waiter = supervise('process.on("SIGTERM", () => {})');
  await waiter.start();
  const identity = waiter.identity;
  await waiter.stop();
  expect(identity && isRunning(identity)).toBe(false);
}, 20_000);

test("one that never answers is an error with the end of its log", async () => {
  const never = new SupervisedProcess({
    ...plan(),
    isReady: async () => false,
    readyWithin: 2_000,
  });
  running.push(never);
  await expect(never.start()).rejects.toThrow(ProcessStartError);
  await expect(never.whenReady()).rejects.toThrow("started");
});

test("a command that is not there is an error, not a crash", async () => {
  const missing = { ...plan(), command: join(folder.path, "nothing"), readyWithin: 400 };
  const process = new SupervisedProcess(missing);
  running.push(process);
  await expect(process.start()).rejects.toThrow(ProcessStartError);
});

test("what a killed supervisor leaves running is found by the next one, and nothing else is touched", async () => {
  const registry = join(folder.path, "processes.json");
  const set = new ProcessSet(registry);
  const waiter = set.add(plan());
  running.push(waiter);
  await waiter.start();
  const left = readRegistry(registry);
  expect(left).toEqual([{ name: "waiter", ...waiter.identity }]);

  const stranger = { name: "stranger", pid: process.pid, started: "another life" };
  writeFileSync(registry, JSON.stringify([...left, stranger]));
  const identity = waiter.identity;
  const ended = endLeftovers(registry);
  await waiter.kill();
  expect(await ended).toEqual(["waiter"]);
  expect(identity && isRunning(identity)).toBe(false);
});
