import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportedNames, foldersWithIndex, subPaths } from "./exported-names.ts";
import { SDK } from "./places.ts";

test("every folder with an index is a sub-path, and every sub-path has its folder", () => {
  expect([...subPaths().keys()].sort()).toEqual(foldersWithIndex());
});

test("the public names are those that were agreed on", async () => {
  const lines = [...subPaths()].flatMap(([name, source]) => [
    `@ryugu/sdk/${name}`,
    ...exportedNames(source).map((exported) => `  ${exported}`),
    "",
  ]);
  await expect(lines.join("\n")).toMatchFileSnapshot("exported-names.txt");
});

test("an index lists its names one by one", () => {
  for (const source of subPaths().values()) {
    expect(readFileSync(join(SDK, source), "utf8"), source).not.toMatch(/export\s*\*/);
  }
});

test("what is exported at run time is what the index lists", async () => {
  for (const [name, source] of subPaths()) {
    const values = exportedNames(source).filter((exported) => !exported.startsWith("type "));
    const module = await import(join(SDK, source));
    expect(Object.keys(module).sort(), name).toEqual(values);
  }
});
