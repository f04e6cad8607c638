import { createHash } from "node:crypto";
import { types } from "pg";

/** Where a node's tables are. */
export interface PostgresPlace {
  /** `postgres://…`, with what it takes to log in. Never shown. */
  url: string;
  /** The schema that holds this node's tables, and nobody else's. */
  schema: string;
}

/** Milliseconds. What waits longer fails with a typed error and is tried again. */
const TIMES = {
  connect: 5_000,
  answer: 30_000,
  writersTurn: 20_000,
  idleInTransaction: 10_000,
  silence: 6_000,
};

/** How many connections one process opens at most. */
const CONNECTIONS = 8;

/** PostgreSQL's type of whole numbers of 64 bits; every number here is under 2^53. */
const INT8 = 20;

/** What every connection is opened with. */
export function connectionOptions({ url }: PostgresPlace) {
  return {
    connectionString: url,
    application_name: "ryugu-node",
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMES.connect,
    query_timeout: TIMES.answer,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === INT8 ? Number : types.getTypeParser(oid, format),
    },
  };
}

/**
 * What every connection says first. Commits are on disk before they count, whatever the server's default; a process
 * that freezes in the middle of a transaction loses it, so that others can go on.
 */
export const openingWords = ({ schema }: PostgresPlace): string => `
  SET search_path TO "${schema}";
  SET synchronous_commit TO on;
  SET lock_timeout TO ${TIMES.writersTurn};
  SET idle_in_transaction_session_timeout TO ${TIMES.idleInTransaction};
`;

/** Each schema has a channel of its own. */
export const channelOf = (schema: string): string => `ryugu_${schema}`;

/**
 * What the connection that stays says first. The server ends it when it has not heard of this process for a while: a
 * frozen process keeps no task from the others.
 */
export const standingWords = ({ schema }: PostgresPlace): string => `
  SET idle_session_timeout TO ${TIMES.silence};
  LISTEN "${channelOf(schema)}";
`;

/** A key for advisory locks, made of words: 64 bits as PostgreSQL writes them. */
export function lockKey(...words: readonly string[]): string {
  return `${createHash("sha256").update(words.join("\0")).digest().readBigInt64BE()}`;
}

/** The server and database without what it takes to log in, for messages. */
export function describePlace({ url, schema }: PostgresPlace): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `PostgreSQL ${hostname}${port === "" ? "" : `:${port}`}${pathname}, schema ${schema}`;
  } catch {
    return `PostgreSQL, schema ${schema}`;
  }
}
