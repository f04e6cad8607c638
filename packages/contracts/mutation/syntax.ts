/** A node of solc's syntax tree, of which only what every node has is known by name. */
export interface SyntaxNode {
  nodeType: string;
  /** `start:length:file`, in bytes. */
  src: string;
  [field: string]: unknown;
}

/** A part of a source, in bytes. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a value in a syntax tree is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

/** Calls a visitor with a node and everything in it, each with the function around it. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, around: string) => void,
  around = "",
): void {
  const { nodeType, name } = node;
  const opens = nodeType === "FunctionDefinition" || nodeType === "ModifierDefinition";
  const inside = opens ? String(name || node.kind) : around;
  visit(node, inside);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, inside);
    }
  }
}

/** Where a node stands. */
export function spanOf(node: SyntaxNode): Span {
  const [start = 0, length = 0] = node.src.split(":").map(Number);
  return { start, end: start + length };
}

/** A node's field that is a node, if it is one. */
export function field(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const value = node[name];
  return isNode(value) ? value : undefined;
}
