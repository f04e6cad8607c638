import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Consumer, EXAMPLE_NAMES } from "./consumer.ts";
import type { NodeBinary } from "./node-versions.ts";
import { EXAMPLES } from "./places.ts";
import { runCommand, runOrFail } from "./run-command.ts";
import { runInBrowser } from "./run-in-browser.ts";

const expectedOutput = (name: string) => readFileSync(join(EXAMPLES, name, "output.txt"), "utf8");

/** What somebody can do who has installed it. */
export function testPrograms(consumer: () => Consumer, nodes: readonly NodeBinary[]): void {
  describe("a stranger's program", () => {
    const tsc = (resolution: string) => {
      const { folder } = consumer();
      const program = join(folder, "node_modules/typescript/bin/tsc");
      return runCommand(process.execPath, [program, "-p", `tsconfig.${resolution}.json`], folder);
    };

    test.each(["nodenext", "bundler"])(
      "is checked by tsc, moduleResolution %s",
      async (resolution) => {
        expect(await tsc(resolution)).toEqual({ code: 0, output: "" });
      },
    );

    test.each(nodes)("runs the examples on Node $version", async ({ path }) => {
      const { folder } = consumer();
      if (!existsSync(join(folder, "compiled"))) await tsc("nodenext");
      for (const name of EXAMPLE_NAMES) {
        const output = await runOrFail(path, [`compiled/${name}/main.js`], folder);
        expect(output, name).toBe(expectedOutput(name));
      }
    });

    test("runs an example from its TypeScript source", async () => {
      const args = ["--disable-warning=ExperimentalWarning", "examples/content-id/main.ts"];
      const output = await runOrFail(process.execPath, args, consumer().folder);
      expect(output).toBe(expectedOutput("content-id"));
    });

    test("is built by Vite and says the same in a browser", async () => {
      const vite = join(consumer().folder, "node_modules/vite/bin/vite.js");
      await runOrFail(process.execPath, [vite, "build"], consumer().folder);
      const { text, problems } = await runInBrowser(consumer().folder);
      expect(problems).toEqual([]);
      const expected = EXAMPLE_NAMES.map(expectedOutput).join("");
      expect(`${text}\n`).toBe(expected);
    });
  });
}
