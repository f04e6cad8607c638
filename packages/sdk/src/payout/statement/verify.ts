import { type Bytes32, parseJson, parseShape } from "../../primitives/index.ts";
import { type Zone, type ZonePartner, zoneChain } from "../../zone/index.ts";
import { checkConsistency } from "./consistency.ts";
import { deriveStatement } from "./derive/derive-statement.ts";
import { requestOf } from "./derive/request.ts";
import {
  type SignedStatement,
  type Statement,
  signedStatementSchema,
  statementSchema,
} from "./document/statement.ts";
import type { ChainFacts } from "./facts.ts";
import { statementDigest, verifySigned } from "./signature.ts";

/** The largest statement that is read, in characters. */
const MAX_STATEMENT = 64_000_000;

/** A statement that is what its validator signed. */
export interface VerifiedStatement {
  readonly statement: SignedStatement;
  readonly digest: Bytes32;
  readonly partner: ZonePartner;
}

/**
 * Reads a statement that nobody need have signed, and checks that it adds up.
 *
 * @param source - the statement as JSON text or as parsed JSON
 * @throws InvalidJsonError, InvalidShapeError, InvalidPeriodError, StatementContradictoryError
 */
export function readStatement(source: unknown): Statement {
  const statement = parseShape(statementSchema, parsed(source), "The statement");
  checkConsistency(statement);
  return statement;
}

/**
 * Reads and verifies a signed statement, without any network: that it is of this zone, signed by a validator who has a seat there,
 * unchanged, and adds up. Whether it is true the chains say: see {@link rederiveStatement}.
 *
 * @param source - the statement as JSON text or as parsed JSON
 * @throws InvalidJsonError, InvalidShapeError, InvalidPeriodError, InvalidSignatureError, NotInZoneError,
 * StatementUntrustedError, StatementContradictoryError
 *
 * @example
 * const { statement, partner, digest } = verifyStatement(zone, await response.text());
 */
export function verifyStatement(zone: Zone, source: unknown): VerifiedStatement {
  const statement = parseShape(signedStatementSchema, parsed(source), "The statement");
  const partner = verifySigned(zone, statement);
  for (const { id } of statement.chains) zoneChain(zone, id);
  checkConsistency(statement);
  return { statement, partner, digest: statementDigest(statement) };
}

/** What became of deriving a statement again. */
export interface Rederivation {
  /** What chains recorded gives exactly this statement. */
  readonly isSame: boolean;
  /** What they give. */
  readonly statement: Statement;
  readonly digest: Bytes32;
}

/**
 * Derives a statement again from what chains recorded up to the blocks that it names, and says whether it is the same.
 *
 * @param facts - read by the caller, of the blocks that the statement names
 * @throws StatementFactsError
 */
export function rederiveStatement(
  statement: Statement | SignedStatement,
  facts: ChainFacts,
): Rederivation {
  const again = deriveStatement(facts, requestOf(statement));
  const digest = statementDigest(again);
  return { isSame: digest === statementDigest(statement), statement: again, digest };
}

const parsed = (source: unknown): unknown =>
  typeof source === "string" ? parseJson(source, MAX_STATEMENT) : source;
