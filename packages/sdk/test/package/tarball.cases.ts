import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Consumer } from "./consumer.ts";
import { subPaths } from "./exported-names.ts";
import { REPOSITORY, SDK } from "./places.ts";
import { runCommand, runOrFail } from "./run-command.ts";

const tool = (name: string) => join(SDK, "node_modules/.bin", name);

/** What a registry would be given. */
export function testTarball(consumer: () => Consumer): void {
  describe("the tarball", () => {
    test("publint finds nothing", async () => {
      const { output } = await runCommand(tool("publint"), ["--strict", consumer().tarball], SDK);
      expect(output).toContain("All good!");
    });

    test("its types resolve wherever ESM does", async () => {
      const args = [consumer().tarball, "--profile", "esm-only", "--format", "ascii"];
      const { code, output } = await runCommand(tool("attw"), args, SDK);
      expect(code, output).toBe(0);
    });

    test("it holds the build, the sources, the schemas and the licence, and no test", async () => {
      const files = (await runOrFail("tar", ["-tzf", consumer().tarball], SDK)).trim().split("\n");
      for (const [name, source] of subPaths()) {
        expect(files).toContain(`package/dist/${name}/index.js`);
        expect(files).toContain(`package/dist/${name}/index.d.ts`);
        expect(files).toContain(`package/${source.slice(2)}`);
      }
      expect(files).toEqual(expect.arrayContaining(["package/LICENSE", "package/README.md"]));
      expect(files.filter((path) => /\.test\.|fixtures|vitest|tsdown/.test(path))).toEqual([]);
    });

    test("its licence is the project's", () => {
      const read = (folder: string) => readFileSync(join(folder, "LICENSE"), "utf8");
      expect(read(SDK)).toBe(read(REPOSITORY));
    });

    test("it imports nothing of the workspace but itself", async () => {
      const dist = join(consumer().folder, "node_modules/@ryugu/sdk/dist");
      const { output } = await runCommand(
        "grep",
        [
          "-rlE",
          "@ryugu/(contracts|bridge|cli|devnet)",
          "--include=*.js",
          "--include=*.d.ts",
          dist,
        ],
        SDK,
      );
      expect(output).toBe("");
    });
  });
}
