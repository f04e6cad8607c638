import { RyuguError } from "../../../errors/index.ts";
import type { SignedStatement, Statement } from "../document/statement.ts";
import { StatementPdfError } from "../errors.ts";
import { statementJson } from "../json.ts";
import type { StatementLanguage } from "../language.ts";
import { statementDigest } from "../signature.ts";
import { type PdfContent, pdfContent } from "./content.ts";
import { drawFeet } from "./foot.ts";
import { drawHead } from "./head.ts";
import { loadLibrary, openFont, type StatementFonts } from "./library.ts";
import { drawNotes } from "./notes.ts";
import { PAGE, Sheet, type SheetFonts } from "./sheet.ts";
import { drawTable } from "./table.ts";
import { drawChainSums, drawTotals } from "./totals-box.ts";

/** Longer statements would be books of hundreds of pages, and take a node's time and memory to set. */
const MAX_LINES = 2_000;

/** How a statement's PDF is written. */
export interface StatementPdfOptions {
  readonly language: StatementLanguage;
  readonly fonts: StatementFonts;
  /** What the validator that signed is called, by the zone's manifest. */
  readonly signer?: string;
}

/**
 * Writes a statement as PDF, A4, with its data attached as `statement.json`. Text can be selected and searched; of the fonts only
 * the characters that occur are embedded. What is written follows from the statement and the options alone.
 *
 * @throws StatementPdfError where the libraries are not installed, a font cannot be read, or there are more than 2,000 lines
 *
 * @example
 * const pdf = await statementPdf(statement, { language: "ja", fonts: await readStatementFonts() });
 */
export async function statementPdf(
  statement: Statement | SignedStatement,
  options: StatementPdfOptions,
): Promise<Uint8Array> {
  const { PDFDocument, fontkit } = await loadLibrary();
  const { language, fonts, signer } = options;
  if (statement.lines.length > MAX_LINES) {
    throw new StatementPdfError(`A PDF holds at most ${MAX_LINES} lines of a statement.`, {
      details: [`Lines: ${statement.lines.length}`, "Choose a shorter period, or CSV."],
    });
  }
  const content = pdfContent(statement, language, statementDigest(statement), signer);
  const opened = {
    regular: openFont(fontkit, fonts.regular, "regular"),
    bold: openFont(fontkit, fonts.bold, "bold"),
  };
  const doc = new PDFDocument(documentOptions(content));
  const bytes = collect(doc);
  try {
    draw(doc, opened, content);
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw new StatementPdfError("The statement could not be set in these fonts.", { cause });
  }
  return await bytes;
}

function draw(doc: PDFKit.PDFDocument, fonts: SheetFonts, content: PdfContent): void {
  doc.addPage();
  const sheet = new Sheet(doc, fonts);
  attachData(doc, content);
  drawHead(sheet, content);
  drawTotals(sheet, content);
  drawChainSums(sheet, content);
  drawTable(sheet, content);
  drawNotes(sheet, content);
  drawFeet(sheet, content);
  doc.end();
}

function documentOptions(content: PdfContent): PDFKit.PDFDocumentOptions {
  const { statement, words, language, digest } = content;
  const { from, to } = statement.period;
  const date = dateOf(content);
  return {
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    // No font of the library's own is loaded; the statement's are registered instead.
    font: null as never,
    info: {
      Title: `${words.title} ${from}/${to}`,
      Subject: digest,
      Author: content.signer ?? words.unsigned,
      Creator: "Ryugu",
      CreationDate: date,
      ModDate: date,
    },
  };
}

/** The time of the newest block that the statement rests on: its PDF knows no clock. */
function dateOf({ statement }: PdfContent): Date {
  return new Date(
    statement.chains
      .map(({ toTime }) => toTime)
      .sort()
      .at(-1) ?? 0,
  );
}

function attachData(doc: PDFKit.PDFDocument, content: PdfContent): void {
  const date = dateOf(content);
  const data = new TextEncoder().encode(statementJson(content.statement));
  doc.file(
    data as never,
    {
      name: "statement.json",
      type: "application/json",
      description: content.digest,
      creationDate: date,
      modifiedDate: date,
      // What the pages were made from (ISO 32000-2, 7.11.3).
      relationship: "Data",
    } as PDFKit.Mixins.PDFAttachmentOptions,
  );
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      resolve(bytes);
    });
  });
}
