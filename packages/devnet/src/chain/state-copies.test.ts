import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { ChainStateLostError } from "../errors.ts";
import { keepCopy, recoverState } from "./state-copies.ts";

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder("state");
  path = join(folder.path, "state.json");
});
afterEach(() => folder.remove());

const state = (block: number) => JSON.stringify({ block, accounts: { "0x01": { storage: {} } } });
const block = () => JSON.parse(readFileSync(path, "utf8")).block;

test("a whole file is left as it is", async () => {
  writeFileSync(path, state(1));
  await keepCopy(path);
  writeFileSync(path, state(2));
  expect(await recoverState(path)).toBe(false);
  expect(block()).toBe(2);
});

test("a file cut anywhere is replaced by the last whole one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: state(9).length - 1 }), async (length) => {
      writeFileSync(path, state(8));
      expect(await keepCopy(path)).toBe(true);
      writeFileSync(path, state(9).slice(0, length));
      await keepCopy(path);
      expect(await recoverState(path)).toBe(true);
      expect(block()).toBe(8);
    }),
    { numRuns: 60 },
  );
});

test("a file that is not there is recovered too; without any copy the loss is told", async () => {
  writeFileSync(path, state(3));
  await keepCopy(path);
  rmSync(path);
  expect(await recoverState(path)).toBe(true);
  expect(block()).toBe(3);
  for (const name of ["state.json", "state.json.good-1", "state.json.good-2"]) {
    rmSync(join(folder.path, name), { force: true });
  }
  await expect(recoverState(path)).rejects.toThrow(ChainStateLostError);
});

test("two copies are kept, the newest first", async () => {
  for (const n of [1, 2, 3]) {
    writeFileSync(path, state(n));
    await keepCopy(path);
  }
  const kept = [1, 2].map((n) => JSON.parse(readFileSync(`${path}.good-${n}`, "utf8")).block);
  expect(kept).toEqual([3, 2]);
  expect(existsSync(`${path}.good-0`)).toBe(false);
});
