import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { genesisState } from "./genesis.ts";
import { blockInState } from "./state-head.ts";

const folder = temporaryFolder("state-head");
const path = join(folder.path, "state.json");
afterEach(() => folder.remove());

test("the block of a whole state, and of none that was cut anywhere", async () => {
  const whole = genesisState([], 1).replace('"0x0"', '"0x2a"');
  writeFileSync(path, whole);
  expect(await blockInState(path)).toBe(42);
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(path, whole.slice(0, length));
    expect(await blockInState(path)).toBeUndefined();
  }
});
