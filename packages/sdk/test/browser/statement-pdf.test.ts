import { launchBrowser } from "@ryugu/test-browser";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deriveStatement, statementJson } from "../../src/payout/statement/index.ts";
import { readStatementFonts } from "../../src/payout/statement/node/index.ts";
import { exampleMonth, exampleRequest } from "../payout/example-statement.ts";
import { type ServedPage, servePage } from "./serve-page.ts";

// A browser starts, and a page is bundled: seconds each, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let served: ServedPage;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [served, browser] = await Promise.all([servePage(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

test("a browser writes the PDF too, from the same statement and fonts", async () => {
  const { regular, bold } = await readStatementFonts();
  const statement = deriveStatement(exampleMonth(), exampleRequest());
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://localhost:${served.port}/`);
  await page.waitForFunction("globalThis.sdk !== undefined");
  const written = await page.evaluate(
    async ([json, ...fonts]) => {
      const bytesOf = (text = "") => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const pdf = await sdk.pdf.statementPdf(JSON.parse(json ?? ""), {
        language: "ja",
        fonts: { regular: bytesOf(fonts[0]), bold: bytesOf(fonts[1]) },
      });
      return Array.from(pdf, (byte) => String.fromCharCode(byte)).join("");
    },
    [statementJson(statement), base64(regular), base64(bold)] as const,
  );
  const proxy = await getDocumentProxy(Uint8Array.from(Buffer.from(written, "latin1")), {
    verbosity: 0,
  });
  const { text } = await extractText(proxy, { mergePages: true });
  const said = text.normalize("NFKC").replace(/\s/g, "");
  expect(said).toContain("収益分配明細書");
  expect(said).toContain("月の浅瀬");
  expect(said).toContain("¥50,040");
  expect(written.length).toBeLessThan(120_000);
});
