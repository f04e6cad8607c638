import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildOnce } from "./build-once.ts";

let root: string;
let built: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ryugu-build-once-"));
  built = 0;
  writeFileSync(join(root, "source"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const output = () => join(root, "output");

/** Copies its source, and takes a moment. */
function copy(work: () => void = () => undefined) {
  return buildOnce({
    root,
    sources: ["source", "nowhere"],
    outputs: [output()],
    marker: join(root, "made/output.sha256"),
    build: async () => {
      built += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      work();
      writeFileSync(output(), readFileSync(join(root, "source")));
    },
  });
}

test("it is built at first, when its source changes, and when what was built is gone", async () => {
  expect(await copy()).toBe(true);
  expect(await copy()).toBe(false);
  writeFileSync(join(root, "source"), "two");
  expect(await copy()).toBe(true);
  expect(readFileSync(output(), "utf8")).toBe("two");
  rmSync(output());
  expect(await copy()).toBe(true);
  expect(built).toBe(3);
});

test("whoever asks meanwhile waits, and it is built once", async () => {
  const asked = await Promise.all([copy(), copy(), copy()]);
  expect(asked.filter((each) => each)).toHaveLength(1);
  expect(built).toBe(1);
  expect(existsSync(output())).toBe(true);
});

test("a build that fails is tried again", async () => {
  const fail = () => {
    throw new RangeError("no disk");
  };
  await expect(copy(fail)).rejects.toThrow("no disk");
  expect(await copy()).toBe(true);
});

test("a builder that died keeps nobody waiting", async () => {
  const dead = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(dead, "exit");
  await copy();
  rmSync(output());
  writeFileSync(join(root, "made/output.sha256.lock"), String(dead.pid));
  expect(await copy()).toBe(true);
});
