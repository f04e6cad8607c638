const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;
/** What spreadsheets take for the beginning of a formula, in half and full width, also behind space. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠|%]/u;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * Writes one cell (RFC 4180). What would be read as a formula gets an apostrophe in front, as spreadsheets mark text; numbers stay
 * numbers.
 */
export function csvCell(value: string): string {
  const isFormula = FORMULA.test(value) && !NUMBER.test(value);
  const safe = isFormula ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes one record with its line break (RFC 4180). */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
