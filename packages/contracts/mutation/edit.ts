import type { Span, SyntaxNode } from "./syntax.ts";

/** Reads a part of the source that is being changed. */
export type Read = (span: Span) => string;

/** One change of a source. */
export interface Edit extends Span {
  /** The name of what is done. */
  operator: string;
  replacement: string;
}

/** What can be done to a node, or nothing. */
export type Operator = (node: SyntaxNode, read: Read) => Edit[];

/** A number's neighbours, as they are written; nothing where it is not a whole number. */
export function neighbours(written: string): string[] {
  const plain = written.replaceAll("_", "");
  if (!/^(0x[0-9a-fA-F]+|\d+)$/.test(plain)) return [];
  const value = BigInt(plain);
  const write = (n: bigint) =>
    plain.startsWith("0x") ? `0x${n.toString(16).padStart(plain.length - 2, "0")}` : String(n);
  return value === 0n ? [write(1n)] : [write(value + 1n), write(value - 1n)];
}
