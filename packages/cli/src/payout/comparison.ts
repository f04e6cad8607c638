import {
  type SignedStatement,
  type Statement,
  statementDigest,
  type VerifiedStatement,
  verifyStatement,
} from "@ryugu/sdk/payout/statement";
import type { Zone } from "@ryugu/sdk/zone";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { readTextSource } from "../input/read-source.ts";
import type { Sources } from "./sources.ts";
import { firstDifference, type StatementDifference } from "./statement-difference.ts";
import type { StatementWish } from "./statement-words.ts";

/** A node's statement, held against the chains. */
export interface Comparison extends VerifiedStatement {
  /** Where the two differ first; undefined where the digest is the same. */
  readonly difference: StatementDifference | undefined;
}

/** No statement is larger, in bytes. */
const MAX_STATEMENT = 64_000_000;

/**
 * Reads a node's statement: genuine, and about the same person and days.
 *
 * @throws UsageError, InputUnreadableError, and all that `verifyStatement` throws
 */
export async function readTheirs(
  cli: Cli,
  zone: Zone,
  { accounts, period }: StatementWish,
  source: string | undefined,
): Promise<VerifiedStatement | undefined> {
  if (source === undefined) return undefined;
  const theirs = verifyStatement(zone, await readTextSource(cli, source, MAX_STATEMENT));
  const { creator, period: told } = theirs.statement;
  const isSamePerson = accounts.every((account) => creator.accounts.includes(account));
  if (isSamePerson && told.from === period.from && told.to === period.to) return theirs;
  throw new UsageError("The statement to compare is of another creator or period.", {
    details: [`Accounts: ${creator.accounts.join(", ")}`, `Period: ${told.from}/${told.to}`],
  });
}

/** Holds a statement against what the chains give. A chain that was named, and that they did not read, is a difference too. */
export function compareWith(
  theirs: VerifiedStatement,
  ours: Statement,
  { markets, rails, splitFactories }: Sources,
): Comparison {
  const read = new Set<string>(theirs.statement.chains.map(({ id }) => id));
  const unread = [...markets, ...rails, ...splitFactories].find(({ chain }) => !read.has(chain));
  if (unread !== undefined) {
    return { ...theirs, difference: { path: "chains", ours: JSON.stringify(unread.chain) } };
  }
  const difference =
    statementDigest(ours) === theirs.digest
      ? undefined
      : firstDifference(contentOf(theirs.statement), ours);
  return { ...theirs, difference };
}

function contentOf(statement: SignedStatement): Statement {
  const { validator: _validator, signature: _signature, ...content } = statement;
  return content;
}
