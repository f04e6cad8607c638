import {
  deriveStatement,
  factsIn,
  type SignedStatement,
  type Statement,
  type StatementRequest,
  statementDigest,
} from "@ryugu/sdk/payout/statement";
import {
  type RenderOptions,
  renderStatement,
  type StatementFile,
} from "@ryugu/sdk/payout/statement/node";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { StatementTooLongError } from "../domain/errors.ts";
import type { StatementLogs } from "../ports/statement-logs.ts";
import { factsFrom } from "./facts.ts";

/** The most lines of a statement that a node signs, and of one that it sets as PDF: some 100 pages. */
const MOST_LINES = 2_000;
const MOST_PDF_LINES = 1_000;

/** What takes long, each with plain values in and out. */
export const JOBS = { derive, render };

/** The jobs by their names. */
export type Jobs = typeof JOBS;

/**
 * Derives a statement. Money in other currencies than those asked for is left out: anybody can make a token.
 *
 * @throws StatementFactsError, StatementTooLongError
 */
async function derive(input: {
  logs: StatementLogs;
  request: StatementRequest;
}): Promise<{ statement: Statement; digest: Bytes32 }> {
  const facts = factsIn(await factsFrom(input.logs), input.request.currencies);
  const statement = deriveStatement(facts, input.request);
  checkLines(statement, MOST_LINES, "Ask for a shorter period.");
  return { statement, digest: statementDigest(statement) };
}

/** @throws StatementPdfError, StatementTooLongError */
async function render(input: {
  statement: SignedStatement;
  options: RenderOptions;
}): Promise<StatementFile> {
  const { statement, options } = input;
  if (options.format === "pdf")
    checkLines(statement, MOST_PDF_LINES, "Ask for a shorter period, or for CSV.");
  return renderStatement(statement, options);
}

function checkLines({ lines }: Statement, most: number, advice: string): void {
  if (lines.length <= most) return;
  throw new StatementTooLongError("The statement has more lines than this node writes.", {
    details: [`Lines: ${lines.length}`, `The limit: ${most}`, advice],
  });
}
