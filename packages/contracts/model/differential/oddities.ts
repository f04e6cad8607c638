import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { foundryBinary, PACKAGE_ROOT } from "../../scripts/forge.ts";

const SOURCES = "model/differential/solidity";
const OUT = "out-test/differential";

/**
 * Compiles the tokens and strangers of this test, apart from the contracts: what is compiled together with them changes
 * their bytecode. Does nothing where it was done before.
 *
 * @throws Error with what the compiler said
 */
export function compileOddities(): void {
  const { status, stdout, stderr, error } = spawnSync(foundryBinary("forge"), ["build"], {
    cwd: PACKAGE_ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      ...{
        FOUNDRY_PROFILE: "test",
        FOUNDRY_OUT: OUT,
        FOUNDRY_CACHE_PATH: "cache-test/differential",
      },
      ...{ FOUNDRY_SRC: SOURCES, FOUNDRY_TEST: SOURCES, FOUNDRY_SCRIPT: SOURCES },
    },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

/** The code of a contract of this test, as it stands on a chain. None has a constructor that matters. */
export function runtimeOf(file: string, contract: string): string {
  const path = join(PACKAGE_ROOT, OUT, `${file}.sol`, `${contract}.json`);
  return JSON.parse(readFileSync(path, "utf8")).deployedBytecode.object;
}
