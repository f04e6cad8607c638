/** A creator's statement as PDF, in Japanese and English. Needs pdfkit and fontkit, which are optional peers of this package. */
export type { StatementFonts } from "./library.ts";
export { type StatementPdfOptions, statementPdf } from "./statement-pdf.ts";
