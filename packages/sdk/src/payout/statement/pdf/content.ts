import type { SignedStatement, Statement } from "../document/statement.ts";
import type { StatementLanguage } from "../language.ts";
import { lookup, type StatementLookup } from "../lookup.ts";
import { PDF_WORDS, type PdfWords } from "./words.ts";
import { showYen } from "./yen.ts";

/** What every part of the PDF is written from. */
export interface PdfContent {
  readonly statement: Statement | SignedStatement;
  readonly language: StatementLanguage;
  readonly words: PdfWords;
  readonly names: StatementLookup;
  readonly digest: string;
  /** What the signer is called. */
  readonly signer: string | undefined;
  /** Writes a statement's yen. */
  yen(text: string): string;
}

/** Gathers what a PDF is written from. */
export function pdfContent(
  statement: Statement | SignedStatement,
  language: StatementLanguage,
  digest: string,
  signer: string | undefined,
): PdfContent {
  return {
    statement,
    language,
    words: PDF_WORDS[language],
    names: lookup(statement),
    digest,
    signer,
    yen: (text) => showYen(text, language),
  };
}

/** Who signed, if somebody did. */
export function signerOf({ statement, signer, words }: PdfContent): string {
  if (!("validator" in statement)) return words.unsigned;
  return signer === undefined ? statement.validator : `${signer}  ${statement.validator}`;
}
