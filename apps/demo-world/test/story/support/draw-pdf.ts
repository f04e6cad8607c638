import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

/** A PDF as somebody sees it. */
export interface DrawnPdf {
  readonly pages: number;
  /** Of the first page, in the order in which it is set. */
  readonly text: string;
  /** The first page, a PNG. */
  readonly picture: Uint8Array;
  /** How much of the first page is not paper, from 0 to 1. */
  readonly inked: number;
}

const READER = fileURLToPath(import.meta.resolve("unpdf/pdfjs"));
const ORIGIN = "http://pdf.test";
const PAGE = `<!doctype html><title>PDF</title><script type="module">
import { getDocument } from "/reader.mjs";
globalThis.getDocument = getDocument;
</script>`;

/** Draws a PDF's first page in a browser. */
export async function drawPdf(browser: Browser, pdf: Uint8Array): Promise<DrawnPdf> {
  const page = await browser.newPage();
  try {
    await page.route(`${ORIGIN}/**`, async (route) => {
      const isReader = route.request().url().endsWith(".mjs");
      await route.fulfill(
        isReader
          ? { contentType: "text/javascript", body: await readFile(READER) }
          : { contentType: "text/html", body: PAGE },
      );
    });
    await page.goto(`${ORIGIN}/`);
    const drawn = await page.evaluate(draw, Buffer.from(pdf).toString("base64"));
    const { picture, ...rest } = drawn;
    return { ...rest, picture: Buffer.from(picture.replace(/^.*,/, ""), "base64") };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function draw(base64: string) {
  const { getDocument } = globalThis as unknown as typeof import("unpdf/pdfjs");
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const pdf = await getDocument({ data }).promise;
  const first = await pdf.getPage(1);
  const viewport = first.getViewport({ scale: 1.5 });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: viewport.width, height: viewport.height });
  await first.render({ canvas, viewport, background: "white" }).promise;
  const { items } = await first.getTextContent();
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
  let dark = 0;
  for (let i = 0; i < (pixels?.length ?? 0); i += 4) if ((pixels?.[i] ?? 255) < 128) dark++;
  return {
    pages: Number(pdf.numPages),
    text: items.map((item) => ("str" in item ? item.str : "")).join(" "),
    picture: canvas.toDataURL("image/png"),
    inked: (dark * 4) / (pixels?.length ?? 1),
  };
}
