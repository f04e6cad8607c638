import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { buildIfStale, DIST } from "../scripts/build-if-stale.ts";

/** Everything that the world ever loads: title, scene, people, cryptography. In compressed bytes. */
const WORLD_BUDGET = 700_000;
/** What stands before the title can be seen. */
const TITLE_BUDGET = 200_000;

const STATIC =
  /(?:^|[;\s}])(?:import|export)\s*(?:[^"'`;()]*?from\s*)?["'`]\.\/([\w.-]+\.js)["'`]/g;
const ANY = /["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g;

beforeAll(() => buildIfStale(), 120_000);

/** The scripts that are reached from a page by these imports. */
async function reached(page: string, imports: RegExp): Promise<string[]> {
  const html = await readFile(join(DIST, page), "utf8");
  const found = new Set([...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name]) => name ?? ""));
  for (const name of found) {
    const text = await readFile(join(DIST, "assets", name), "utf8");
    for (const [, next] of text.matchAll(imports)) if (next !== undefined) found.add(next);
  }
  return [...found];
}

async function compressed(names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(DIST, "assets", name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("the title needs little, and no cryptography and no scene", async () => {
  const names = await reached("index.html", STATIC);
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => /three|lazy|view|keystore/.test(name))).toEqual([]);
  expect(await compressed(names)).toBeLessThanOrEqual(TITLE_BUDGET);
});

test("the whole world, with everything that is loaded later, stays within its budget", async () => {
  const names = await reached("index.html", ANY);
  expect(names.some((name) => name.startsWith("three"))).toBe(true);
  expect(await compressed(names)).toBeLessThanOrEqual(WORLD_BUDGET);
});

test("a company's desk needs neither the scene nor the world", async () => {
  const names = await reached("desk.html", ANY);
  expect(names.filter((name) => /three|view/.test(name))).toEqual([]);
  expect(await compressed(names)).toBeLessThanOrEqual(TITLE_BUDGET);
});
