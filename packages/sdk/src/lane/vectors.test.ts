import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildVectors } from "../../test/vectors.ts";
import { bytesToHex, type Hex } from "../primitives/index.ts";
import { decodeMessage, encodeMessage } from "./index.ts";

const folder = join(import.meta.dirname, "../../../../vectors");
const built = await buildVectors();

// The contracts' tests read the same files, so this is where both implementations meet.
test.each(Object.keys(built))("%s.json is what this code computes", (name) => {
  const committed = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  expect(JSON.parse(JSON.stringify(built[name]))).toEqual(committed);
});

test("every message vector decodes and encodes to itself", () => {
  const { cases } = built.messages as { cases: { encoded: Hex }[] };
  expect(cases.length).toBeGreaterThan(40);
  for (const { encoded } of cases) {
    expect(bytesToHex(encodeMessage(decodeMessage(encoded)))).toBe(encoded);
  }
});
