const sum = (results, field) => results.reduce((total, result) => total + result[field], 0);

/** One line per step: suite, step, counts and seconds. */
export function suiteTable(results) {
  const rows = [
    ["suite", "step", "passed", "failed", "skipped", "seconds"],
    ...results.map((r) =>
      [r.name, r.step, r.passed, r.failed, r.skipped, r.seconds.toFixed(1)].map(String),
    ),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, i) => (i < 2 ? text.padEnd(widths[i]) : text.padStart(widths[i]));
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

/** How many lines of what a failed test said are repeated. */
const MESSAGE_LINES = 25;

/** What failed, again, where a reader of a long run looks first: at its end. */
export function failureList(results) {
  const failures = results.flatMap((result) => result.failures ?? []);
  return failures
    .map(({ name, message }) => {
      const lines = String(message).trimEnd().split("\n").slice(0, MESSAGE_LINES);
      return `\n✗ ${name}\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
    })
    .join("");
}

/** The last line of every test run. */
export function closingLine(results) {
  const skipped = sum(results, "skipped");
  const counts = `${sum(results, "passed")} passed, ${sum(results, "failed")} failed`;
  return skipped === 0 ? counts : `${counts}, ${skipped} skipped`;
}
