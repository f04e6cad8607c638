import type { Font } from "fontkit";
import { StatementPdfError } from "../errors.ts";

/** The two fonts that a statement is set in, each a TrueType or OpenType file. */
export interface StatementFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Larger files are no fonts that a statement is set in. */
const MAX_FONT = 64_000_000;

/** The libraries are optional peers: whoever writes no PDF need not install them. */
export async function loadLibrary() {
  try {
    const [pdfkit, fontkit] = await Promise.all([import("pdfkit"), import("fontkit")]);
    return { PDFDocument: pdfkit.default, fontkit };
  } catch (cause) {
    throw new StatementPdfError("The libraries that write PDF are not installed.", {
      cause,
      details: ["Install pdfkit and fontkit beside @ryugu/sdk."],
    });
  }
}

/** What is needed of the font library. */
export type FontLibrary = Awaited<ReturnType<typeof loadLibrary>>["fontkit"];

/** Opens a font. Throws StatementPdfError for what is none. */
export function openFont(fontkit: FontLibrary, bytes: Uint8Array, name: string): Font {
  try {
    if (bytes.length > MAX_FONT) throw new RangeError("larger than any font");
    const font = fontkit.create(bytes as never);
    if ("fonts" in font) throw new TypeError("a collection of fonts");
    return font;
  } catch (cause) {
    throw new StatementPdfError(`The ${name} font cannot be read.`, { cause });
  }
}
