import { statementCsv } from "../csv/statement-csv.ts";
import type { SignedStatement, Statement } from "../document/statement.ts";
import { statementJson } from "../json.ts";
import type { StatementLanguage } from "../language.ts";
import { statementPdf } from "../pdf/index.ts";
import { readStatementFonts } from "./read-fonts.ts";

/** The forms that a statement can be had in. */
export type StatementFormat = "json" | "csv" | "pdf";

/** A statement as a file. */
export interface StatementFile {
  /** Such as `statement-0x12ab34cd-2026-11-01-ja.pdf`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How a statement becomes a file. */
export interface RenderOptions {
  readonly format: StatementFormat;
  /** Of what people read; JSON has none. */
  readonly language: StatementLanguage;
  /** What the validator that signed is called. */
  readonly signer?: string;
}

const MEDIA_TYPES: Readonly<Record<StatementFormat, string>> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8; header=present",
  pdf: "application/pdf",
};

/**
 * Makes a file of a statement, for a command to write and a node to answer with.
 *
 * @throws StatementPdfError for a PDF without its libraries or fonts
 */
export async function renderStatement(
  statement: Statement | SignedStatement,
  options: RenderOptions,
): Promise<StatementFile> {
  const { format, language } = options;
  const [account = ""] = statement.creator.accounts;
  const stem = `statement-${account.slice(0, 10)}-${statement.period.from}`;
  return {
    name: format === "json" ? `${stem}.json` : `${stem}-${language}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await bytesOf(statement, options),
  };
}

async function bytesOf(
  statement: Statement | SignedStatement,
  { format, language, signer }: RenderOptions,
): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(statementJson(statement));
  if (format === "csv") return new TextEncoder().encode(statementCsv(statement, language));
  const fonts = await readStatementFonts();
  return await statementPdf(statement, {
    language,
    fonts,
    ...(signer === undefined ? {} : { signer }),
  });
}
