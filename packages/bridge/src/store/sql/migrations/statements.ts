import type { Dialect } from "../dialect.ts";

/** What creators' statements are derived of: logs as the chain has them, and where royalties that crossed landed. */
export const statements = ({ integer, table, keyedTable }: Dialect): string => `
  ALTER TABLE payout_index ADD COLUMN time ${integer} NOT NULL DEFAULT 0;
  ALTER TABLE payout_index ADD COLUMN currencies TEXT NOT NULL DEFAULT '[]';
  CREATE INDEX payout_entry_source ON payout_entry (source, position);
  CREATE INDEX payout_entry_recipient ON payout_entry (recipient) WHERE recipient IS NOT NULL;
  CREATE INDEX retried_recipient ON retried (recipient) WHERE recipient IS NOT NULL;

  CREATE TABLE payout_log (
    chain TEXT NOT NULL, block ${integer} NOT NULL, log_index ${integer} NOT NULL,
    block_hash TEXT NOT NULL, time ${integer} NOT NULL, tx TEXT NOT NULL,
    address TEXT NOT NULL, topics TEXT NOT NULL, data TEXT NOT NULL, about TEXT,
    PRIMARY KEY (chain, block, log_index)
  )${table};
  CREATE INDEX payout_log_tx ON payout_log (chain, tx);
  CREATE INDEX payout_log_about ON payout_log (about) WHERE about IS NOT NULL;

  -- Messages by which routers sent royalties; landed: the transfers that brought them, null until these were read.
  CREATE TABLE royalty_sent (
    message TEXT PRIMARY KEY, chain TEXT NOT NULL, to_chain TEXT NOT NULL, landed TEXT
  )${keyedTable};
  CREATE INDEX royalty_sent_open ON royalty_sent (to_chain) WHERE landed IS NULL;
`;
