import { afterAll, describe, expect, test } from "vitest";
import { bundleForBrowser } from "./bundle.ts";
import type { Consumer } from "./consumer.ts";
import { subPaths } from "./exported-names.ts";
import { MARKS, SIZE_CEILINGS } from "./size-ceilings.ts";
import { importLine, labelOf, type MeasuredSize, sizeTable } from "./size-table.ts";

/** What a page has to load. */
export function testBundles(consumer: () => Consumer): void {
  describe("a browser's bundle", () => {
    const measured: MeasuredSize[] = [];
    afterAll(() => {
      process.stdout.write(`\n${sizeTable(measured)}\n\n`);
    });

    test.each(SIZE_CEILINGS.map((row) => [labelOf(row), row] as const))(
      "of %s stays small and has no stranger in it",
      async (_, row) => {
        const bundle = await bundleForBrowser(consumer().folder, importLine(row));
        measured.push({ row, bundle });
        expect(bundle.builtins).toEqual([]);
        expect(row.without.filter((mark) => bundle.code.includes(MARKS[mark]))).toEqual([]);
        expect(bundle.bytes).toBeLessThanOrEqual(row.ceiling);
        expect(bundle.lazyBytes).toBeLessThanOrEqual(row.lazyCeiling ?? 0);
      },
    );

    test("of each sub-path has a ceiling", () => {
      const whole = SIZE_CEILINGS.filter(({ names }) => names === undefined);
      const browser = [...subPaths().keys()].filter((name) => !name.endsWith("/node"));
      expect(whole.map(({ subPath }) => subPath).sort()).toEqual(browser.sort());
    });

    test("would show each mark that is looked for", async () => {
      const source = `
      import { JsonRpcProvider, Wallet } from "ethers";
      import { toJSONSchema, object } from "zod";
      import * as transfer from "@ryugu/sdk/transfer";
      import * as ipfs from "@ryugu/sdk/content/ipfs";
      globalThis.kept = [JsonRpcProvider, Wallet, toJSONSchema, object, transfer, ipfs];`;
      const { code } = await bundleForBrowser(consumer().folder, source);
      const unseen = Object.entries(MARKS).filter(([, mark]) => !code.includes(mark));
      expect(unseen).toEqual([]);
    });

    test("cannot be made of a sub-path that needs Node", async () => {
      const source = `import * as all from "@ryugu/sdk/content/node"; globalThis.kept = all;`;
      await expect(bundleForBrowser(consumer().folder, source)).rejects.toThrow(/content\/node/);
    });
  });
}
