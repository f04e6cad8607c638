import { createHash } from "node:crypto";
import type { Compiler } from "./compiler.ts";
import type { Edit, Read } from "./edit.ts";
import { editsOf } from "./operators.ts";
import { type SyntaxNode, walk } from "./syntax.ts";

/** A source with one small mistake in it. */
export interface Mutant {
  /** The same as long as the line, its function and the mistake are the same, wherever they stand. */
  id: string;
  file: string;
  line: number;
  /** The function around it; empty outside of functions. */
  function: string;
  operator: string;
  /** The lines with and without the mistake, without what surrounds them. */
  before: string;
  after: string;
  /** Where the mistake goes, in bytes. */
  start: number;
  end: number;
  replacement: string;
}

/** All mutants of some files, in the order of the text. */
export function mutantsOf(compiler: Compiler, files: readonly string[]): Mutant[] {
  const trees = compiler.trees(files);
  return [...trees].flatMap(([file, tree]) => mutantsOfTree(file, compiler.source(file), tree));
}

/** All mutants of one source with its syntax tree. */
export function mutantsOfTree(file: string, source: string, tree: SyntaxNode): Mutant[] {
  const bytes = Buffer.from(source);
  const read: Read = ({ start, end }) => bytes.toString("utf8", start, end);
  const known = new Map<string, Mutant>();
  const repeated = new Map<string, number>();
  walk(tree, (node, around) => {
    for (const edit of editsOf(node, read)) {
      const place = `${edit.start}:${edit.end}:${edit.replacement}`;
      if (known.has(place)) continue;
      const shown = show(bytes, edit);
      const key = [file, around, shown.before, shown.after].join("\n");
      const nth = repeated.get(key) ?? 0;
      repeated.set(key, nth + 1);
      const id = createHash("sha256").update(`${key}\n${nth}`).digest("hex").slice(0, 10);
      known.set(place, { id, file, function: around, ...edit, ...shown });
    }
  });
  return [...known.values()].sort((x, y) => x.start - y.start);
}

/** The source with the mistake. */
export function mutated(source: string, { start, end, replacement }: Mutant): string {
  const bytes = Buffer.from(source);
  return bytes.toString("utf8", 0, start) + replacement + bytes.toString("utf8", end);
}

function show(bytes: Buffer, { start, end, replacement }: Edit) {
  const first = bytes.lastIndexOf("\n", start - 1) + 1;
  const next = bytes.indexOf("\n", end);
  const last = next < 0 ? bytes.length : next;
  const text = (from: number, to: number) => bytes.toString("utf8", from, to);
  const oneLine = (lines: string) => lines.replace(/\s+/g, " ").trim();
  return {
    line: text(0, start).split("\n").length,
    before: oneLine(text(first, last)),
    after: oneLine(text(first, start) + replacement + text(end, last)),
  };
}
