/** All of it, in basis points. */
export const WHOLE = 10_000;
const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/;

/** A percentage as a person writes it, in basis points; undefined for none, or more than two decimals. */
export function readPercent(text: string): number | undefined {
  const plain = text.slice(0, 20).normalize("NFKC").replace(/\s/gu, "");
  const [, whole, part = ""] = PERCENT.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const points = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return points >= 1 && points <= WHOLE ? points : undefined;
}

/** Basis points as a person reads them: 3334 is `33.34`. */
export const writePercent = (points: number): string => String(points / 100);

/** Everything, divided among so many as evenly as basis points allow; the first get what is left over. */
export function evenly(count: number): string[] {
  const each = Math.floor(WHOLE / count);
  const over = WHOLE - each * count;
  return Array.from({ length: count }, (_, i) => writePercent(each + (i < over ? 1 : 0)));
}
