import type { Statement } from "../document/statement.ts";
import type { StatementLanguage } from "../language.ts";
import { lookup } from "../lookup.ts";
import { csvRecord } from "./cell.ts";
import { CSV_COLUMNS } from "./columns.ts";

/** Tells Excel that the file is UTF-8. */
const BOM = "\ufeff";

/**
 * Writes a statement as CSV (RFC 4180, UTF-8 with a byte-order mark): a heading, then one record for each line. Amounts are exact
 * decimals; a stranger's text cannot become a formula.
 */
export function statementCsv(statement: Statement, language: StatementLanguage): string {
  const names = lookup(statement);
  const records = statement.lines.map((line) =>
    csvRecord(CSV_COLUMNS.map((column) => column.cell({ line, statement, names, language }))),
  );
  const heading = csvRecord(CSV_COLUMNS.map((column) => column.heading[language]));
  return `${BOM}${heading}${records.join("")}`;
}
