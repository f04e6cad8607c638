import { type Edit, neighbours, type Operator, type Read } from "./edit.ts";
import { field, type Span, type SyntaxNode, spanOf } from "./syntax.ts";
import { YUL_OPERATORS } from "./yul.ts";

const RELATIONS: Record<string, readonly string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "==": ["!="],
  "!=": ["=="],
};

const OPPOSITES: Record<string, readonly string[]> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  "+=": ["-="],
  "-=": ["+="],
  "|=": ["&="],
  "&=": ["|="],
  "++": ["--"],
  "--": ["++"],
};

const SOLIDITY_OPERATORS: readonly Operator[] = [
  exchangedOperator,
  negatedCondition,
  droppedNegation,
  deletedStatement,
  deletedModifier,
  shiftedNumber,
  flippedBoolean,
];

/** Everything that can be done to a node. */
export function editsOf(node: SyntaxNode, read: Read): Edit[] {
  return [...SOLIDITY_OPERATORS, ...YUL_OPERATORS].flatMap((operator) => operator(node, read));
}

/** A binary operator, an assignment or a step, done the other way; a comparison also with the boundary moved. */
function exchangedOperator(node: SyntaxNode, read: Read): Edit[] {
  const written = node.operator;
  if (typeof written !== "string") return [];
  const between = operatorGap(node);
  const at = between === undefined ? -1 : withoutComments(read(between)).indexOf(written);
  if (between === undefined || at < 0) return [];
  const start = between.start + at;
  const others = RELATIONS[written] ?? OPPOSITES[written] ?? [];
  return others.map((replacement) => ({
    operator: written in RELATIONS ? "relation" : "operator",
    start,
    end: start + written.length,
    replacement,
  }));
}

/** Where an operator is written: between its operands, before or after its only one. */
function operatorGap(node: SyntaxNode): Span | undefined {
  const left = field(node, "leftExpression") ?? field(node, "leftHandSide");
  const right = field(node, "rightExpression") ?? field(node, "rightHandSide");
  if (left && right) return { start: spanOf(left).end, end: spanOf(right).start };
  const only = field(node, "subExpression");
  if (only === undefined || node.operator === "!" || node.operator === "-") return undefined;
  const whole = spanOf(node);
  return node.prefix === true
    ? { start: whole.start, end: spanOf(only).start }
    : { start: spanOf(only).end, end: whole.end };
}

/** Comments blanked out, so that every place stays where it is. */
function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => " ".repeat(comment.length));
}

/** A condition that holds when it should not. Comparisons are negated by {@link exchangedOperator}. */
function negatedCondition(node: SyntaxNode, read: Read): Edit[] {
  const condition = field(node, "condition");
  if (condition === undefined || node.nodeType.startsWith("Yul")) return [];
  if (condition.nodeType === "UnaryOperation") return [];
  if (String(condition.operator) in RELATIONS) return [];
  const span = spanOf(condition);
  return [{ operator: "negation", ...span, replacement: `!(${read(span)})` }];
}

function droppedNegation(node: SyntaxNode, read: Read): Edit[] {
  const only = field(node, "subExpression");
  if (node.operator !== "!" || only === undefined) return [];
  return [{ operator: "negation", ...spanOf(node), replacement: read(spanOf(only)) }];
}

const STATEMENTS = ["ExpressionStatement", "EmitStatement", "RevertStatement", "Return"];

function deletedStatement(node: SyntaxNode, read: Read): Edit[] {
  if (!STATEMENTS.includes(node.nodeType)) return [];
  const span = spanOf(node);
  // The end of an expression statement stands before its semicolon.
  const rest = read({ start: span.end, end: span.end + 1 });
  const end = rest === ";" ? span.end + 1 : span.end;
  // A loop's step is no statement of its own.
  if (rest === ")") return [];
  return [{ operator: "deletion", start: span.start, end, replacement: "{}" }];
}

function deletedModifier(node: SyntaxNode): Edit[] {
  if (node.nodeType !== "ModifierInvocation" || node.kind !== "modifierInvocation") return [];
  return [{ operator: "modifier", ...spanOf(node), replacement: "" }];
}

function shiftedNumber(node: SyntaxNode): Edit[] {
  if (node.nodeType !== "Literal" || node.kind !== "number" || node.subdenomination) return [];
  return neighbours(String(node.value)).map((replacement) => ({
    operator: "number",
    ...spanOf(node),
    replacement,
  }));
}

function flippedBoolean(node: SyntaxNode): Edit[] {
  if (node.nodeType !== "Literal" || node.kind !== "bool") return [];
  const replacement = node.value === "true" ? "false" : "true";
  return [{ operator: "boolean", ...spanOf(node), replacement }];
}
