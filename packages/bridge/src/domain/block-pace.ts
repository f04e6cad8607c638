import type { BlockHeader } from "./position.ts";

/** Headers that are compared. */
const REMEMBERED = 8;

/** The newest headers of a chain, oldest first, with one more. A fork begins anew. */
export function withHeader(
  headers: readonly BlockHeader[],
  header: BlockHeader,
): readonly BlockHeader[] {
  const newest = headers.at(-1);
  if (newest?.number === header.number) return headers;
  if (newest !== undefined && newest.number > header.number) return [header];
  return [...headers.slice(1 - REMEMBERED), header];
}

/** How long a chain takes for a block, in milliseconds; 0 while only one is known. */
export function blockTime(headers: readonly BlockHeader[]): number {
  const [first, last] = [headers[0], headers.at(-1)];
  if (first === undefined || last === undefined || first === last) return 0;
  return ((last.time - first.time) * 1_000) / (last.number - first.number);
}
