import type { Dialect } from "../dialect.ts";

/** Sales and payments, as final blocks tell them. What a chain's index holds is forgotten wholly when it is read anew. */
export const payouts = ({ integer, counter, table, keyedTable }: Dialect): string => `
  CREATE TABLE payout_index (
    chain TEXT PRIMARY KEY, first_block ${integer} NOT NULL,
    number ${integer} NOT NULL, hash TEXT NOT NULL, sources TEXT NOT NULL
  )${keyedTable};

  CREATE TABLE payout_split (
    chain TEXT NOT NULL, split TEXT NOT NULL,
    PRIMARY KEY (chain, split)
  )${keyedTable};

  -- Sales, and refunds of them.
  CREATE TABLE sale (
    position ${counter},
    chain TEXT NOT NULL, kind TEXT NOT NULL, market TEXT NOT NULL, order_hash TEXT NOT NULL,
    seller TEXT NOT NULL, payee TEXT NOT NULL, royalty_receiver TEXT NOT NULL, collection TEXT NOT NULL,
    time ${integer} NOT NULL, block ${integer} NOT NULL, log_index ${integer} NOT NULL, value TEXT NOT NULL,
    UNIQUE (chain, block, log_index)
  )${table};
  CREATE INDEX sale_seller ON sale (seller, position);
  CREATE INDEX sale_payee ON sale (payee, position);
  CREATE INDEX sale_royalty_receiver ON sale (royalty_receiver, position);
  CREATE INDEX sale_collection ON sale (collection, position);
  CREATE INDEX sale_order ON sale (order_hash, position);

  CREATE TABLE payout_entry (
    position ${counter},
    chain TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL,
    account TEXT NOT NULL, currency TEXT NOT NULL, amount TEXT NOT NULL, purpose TEXT, recipient TEXT,
    block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL,
    UNIQUE (chain, block, log_index)
  )${table};
  CREATE INDEX payout_entry_account ON payout_entry (account, position);
`;
