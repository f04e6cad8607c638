import { type Edit, neighbours, type Operator, type Read } from "./edit.ts";
import { field, isNode, type SyntaxNode, spanOf } from "./syntax.ts";

/** What takes the place of an instruction in assembly. */
const OPPOSITES: Record<string, string> = {
  lt: "gt",
  gt: "lt",
  slt: "sgt",
  sgt: "slt",
  add: "sub",
  sub: "add",
  mul: "div",
  div: "mul",
  and: "or",
  or: "and",
  xor: "and",
  shl: "shr",
  shr: "shl",
};

/** What can be done to assembly. */
export const YUL_OPERATORS: readonly Operator[] = [
  exchangedInstruction,
  negatedCondition,
  deletedStatement,
  shiftedNumber,
];

function exchangedInstruction(node: SyntaxNode): Edit[] {
  const name = node.nodeType === "YulFunctionCall" ? field(node, "functionName") : undefined;
  const replacement = OPPOSITES[String(name?.name)];
  if (name === undefined || replacement === undefined) return [];
  return [{ operator: "instruction", ...spanOf(name), replacement }];
}

function negatedCondition(node: SyntaxNode, read: Read): Edit[] {
  const condition = node.nodeType === "YulIf" ? field(node, "condition") : undefined;
  if (condition === undefined) return [];
  const [inner] = Array.isArray(condition.arguments) ? condition.arguments : [];
  const negated = field(condition, "functionName")?.name === "iszero" && isNode(inner);
  const replacement = negated ? read(spanOf(inner)) : `iszero(${read(spanOf(condition))})`;
  return [{ operator: "negation", ...spanOf(condition), replacement }];
}

function deletedStatement(node: SyntaxNode): Edit[] {
  const { nodeType } = node;
  if (nodeType !== "YulExpressionStatement" && nodeType !== "YulAssignment") return [];
  return [{ operator: "deletion", ...spanOf(node), replacement: "{}" }];
}

function shiftedNumber(node: SyntaxNode): Edit[] {
  if (node.nodeType !== "YulLiteral" || node.kind !== "number") return [];
  return neighbours(String(node.value)).map((replacement) => ({
    operator: "number",
    ...spanOf(node),
    replacement,
  }));
}
