import { findCause } from "@ryugu/sdk/errors";
import { parsePeriod, statementCsv, verifyStatement } from "@ryugu/sdk/payout/statement";
import { isSameAddress, safeLine } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { Locale } from "../../stores/preferences-store.ts";
import { NodeUnavailableError } from "../errors.ts";
import { askStatement, type StatementFormat } from "./ask-statement.ts";
import { StatementRefusedError } from "./errors.ts";

/** A statement that this browser has verified. */
export interface CheckedStatement {
  /** What the node sent, byte for byte. */
  readonly json: Uint8Array<ArrayBuffer>;
  readonly digest: string;
  /** Who signed: a partner of the zone. */
  readonly partner: string;
  /** Every chain was read beyond the period's end. */
  readonly isComplete: boolean;
  readonly lines: number;
  /** Shares less what was given back, in yen: an exact decimal. */
  readonly net: string;
  readonly csv: (language: Locale) => string;
}

/** What is asked for. */
export interface StatementWish {
  readonly account: string;
  readonly period: string;
}

/**
 * Gets a statement from the first node that makes one, and verifies it here: signed by a partner of the zone, unchanged, adding up,
 * and about this account and period.
 *
 * @throws StatementRefusedError, NodeUnavailableError, InvalidPeriodError, and what `verifyStatement` throws
 */
export function readStatement(
  zone: Zone,
  nodes: readonly string[],
  wish: StatementWish,
  signal: AbortSignal,
): Promise<CheckedStatement> {
  return fromFirst(nodes, signal, async (node) => {
    const json = await askStatement(node, { ...wish, format: "json", language: "en" }, signal);
    return check(zone, json, wish);
  });
}

/** Gets a statement as PDF. Throws StatementRefusedError, NodeUnavailableError. */
export function readStatementPdf(
  nodes: readonly string[],
  wish: StatementWish,
  language: Locale,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return fromFirst(nodes, signal, (node) =>
    askStatement(node, { ...wish, format: "pdf", language }, signal),
  );
}

/** What a file is called: whose, of when, in which language. */
export function statementName(
  { account, period }: StatementWish,
  format: StatementFormat,
  language: Locale,
): string {
  const stem = `statement-${account.slice(0, 10)}-${period}`;
  return format === "json" ? `${stem}.json` : `${stem}-${language}.${format}`;
}

function check(
  zone: Zone,
  json: Uint8Array<ArrayBuffer>,
  { account, period }: StatementWish,
): CheckedStatement {
  const { statement, partner, digest } = verifyStatement(zone, new TextDecoder().decode(json));
  const asked = parsePeriod(period);
  const [creator = "", ...others] = statement.creator.accounts;
  const isOurs = others.length === 0 && isSameAddress(creator, account);
  if (!isOurs || statement.period.from !== asked.from || statement.period.to !== asked.to) {
    throw new StatementRefusedError("another", "The node gave a statement about something else.");
  }
  return {
    ...{ json, digest, partner: safeLine(partner.name, 80), isComplete: statement.isComplete },
    lines: statement.lines.length,
    net: statement.totals.yen.net,
    csv: (language) => statementCsv(statement, language),
  };
}

/** Asks one node after another. Of what went wrong it tells what says most. */
async function fromFirst<T>(
  nodes: readonly string[],
  signal: AbortSignal,
  ask: (node: string) => Promise<T>,
): Promise<T> {
  const failures: unknown[] = [];
  for (const node of nodes) {
    try {
      return await ask(node);
    } catch (error) {
      signal.throwIfAborted();
      failures.push(error);
    }
  }
  // A statement that is wrong, or a node that says why there is none, tells more than one that is silent or makes none.
  throw (
    failures.find(saysWhy) ??
    failures.find(isRefusal) ??
    failures[0] ??
    new NodeUnavailableError("The zone has no node.")
  );
}

const isRefusal = (error: unknown) => findCause(error, StatementRefusedError) !== undefined;
const saysWhy = (error: unknown) =>
  findCause(error, NodeUnavailableError) === undefined &&
  findCause(error, StatementRefusedError)?.reason !== "unsupported";
