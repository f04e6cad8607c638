import { canonicalJson } from "../../primitives/index.ts";
import type { SignedStatement, Statement } from "./document/statement.ts";

/** A statement's JSON: canonical (RFC 8785), so that the same statement is the same bytes. */
export function statementJson(statement: Statement | SignedStatement): string {
  return canonicalJson(statement);
}
