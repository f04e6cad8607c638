/**
 * Characters that make a text lie about itself where it is shown: controls other than tab and line
 * breaks, bidirectional embeddings, overrides and isolates, byte-order marks, lone surrogates.
 */
const UNSAFE =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Whether a stranger's text holds characters that no honest name or sentence needs. */
export function hasUnsafeCharacters(text: string): boolean {
  return text.search(UNSAFE) !== -1;
}

/**
 * A stranger's text made safe to show: unsafe characters removed, and cut to a limit.
 *
 * @param limit - the most UTF-16 units kept
 */
export function safeText(text: string, limit = 1_000): string {
  const clean = text
    .slice(0, 2 * limit)
    .replace(UNSAFE, "")
    .trim();
  if (clean.length <= limit) return clean;
  const whole = clean.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "");
  return `${whole}…`;
}

/** {@link safeText} on one line. */
export function safeLine(text: string, limit = 200): string {
  return safeText(text, limit).replace(/\s+/gu, " ");
}
