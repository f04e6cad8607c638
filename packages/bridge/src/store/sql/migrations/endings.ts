import type { Dialect } from "../dialect.ts";

/** How messages end: claimed, redirected, returned; amounts. */
export const endings = ({ integer, keyedTable }: Dialect): string => `
  -- Decimal; null for the one of an ERC-721.
  ALTER TABLE asset ADD COLUMN amount TEXT;

  CREATE TABLE claimed (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, sequence ${integer} NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL
  )${keyedTable};
  CREATE INDEX claimed_block ON claimed (chain, final, block);

  -- Who had a parked message instead of whom it names.
  ALTER TABLE retried ADD COLUMN recipient TEXT;

  -- Messages that ended after their deadline, each with its Return.
  CREATE TABLE ended (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, return_id TEXT NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL
  )${keyedTable};
  CREATE INDEX ended_return ON ended (return_id);
  CREATE INDEX ended_block ON ended (chain, final, block);

  -- That a message was returned is the destination's word now.
  DROP TABLE returned;
`;
