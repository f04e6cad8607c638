import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { ZoneLockedError } from "../errors.ts";
import { lockFolder } from "./lock.ts";

const LOCK = fileURLToPath(new URL("./lock.ts", import.meta.url));
const folder = temporaryFolder("lock");
afterEach(() => folder.remove());

test("one holder at a time, also within a process; the second is told who holds it", () => {
  const first = lockFolder(folder.path);
  expect(() => lockFolder(folder.path)).toThrow(ZoneLockedError);
  expect(() => lockFolder(folder.path)).toThrow(`By process: ${process.pid}`);
  first.release();
  lockFolder(folder.path).release();
});

test("the lock of a killed process is free at once", async () => {
  const { path, remove } = temporaryFolder("lock-killed");
  // A lock that nobody refers to is collected, and then it is free.
  const hold = `import { lockFolder } from ${JSON.stringify(LOCK)};
    globalThis.lock = lockFolder(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000);`;
  const args = ["--conditions=ryugu-source", "--input-type=module", "-e", hold];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  expect(() => lockFolder(path)).toThrow(`By process: ${child.pid}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  lockFolder(path).release();
  remove();
});
