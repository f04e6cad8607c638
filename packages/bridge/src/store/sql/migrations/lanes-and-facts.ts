import type { Dialect } from "../dialect.ts";

/** The tables of the first release. `final` is 1 for what stands in a final block. */
export const lanesAndFacts = ({ integer, bytes, counter, table, keyedTable }: Dialect): string => `
  CREATE TABLE lane (
    id TEXT PRIMARY KEY,
    origin_chain TEXT NOT NULL, origin_gateway TEXT NOT NULL,
    destination_chain TEXT NOT NULL, destination_gateway TEXT NOT NULL,
    anchor ${integer} NOT NULL DEFAULT 0,
    seen_count ${integer} NOT NULL DEFAULT 0, seen_head TEXT NOT NULL,
    final_count ${integer} NOT NULL DEFAULT 0, final_head TEXT NOT NULL,
    attested ${integer} NOT NULL DEFAULT 0,
    delivered ${integer} NOT NULL DEFAULT 0, delivered_final ${integer} NOT NULL DEFAULT 0,
    halted TEXT
  )${table};

  CREATE TABLE chain (
    id TEXT PRIMARY KEY,
    final_number ${integer} NOT NULL, final_hash TEXT NOT NULL,
    seen_number ${integer} NOT NULL, seen_hash TEXT NOT NULL,
    latest_number ${integer} NOT NULL, latest_hash TEXT NOT NULL, latest_time ${integer} NOT NULL
  )${table};

  -- Where readings ended: seen ones are pruned at finality, final ones thinned out.
  CREATE TABLE block (
    chain TEXT NOT NULL, number ${integer} NOT NULL, hash TEXT NOT NULL, final ${integer} NOT NULL,
    PRIMARY KEY (chain, number)
  )${keyedTable};

  CREATE TABLE message (
    position ${counter},
    lane TEXT NOT NULL, sequence ${integer} NOT NULL,
    id TEXT NOT NULL, hash TEXT NOT NULL, body ${bytes} NOT NULL,
    sender TEXT, recipient TEXT, home_chain TEXT NOT NULL, home_token TEXT NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL,
    UNIQUE (lane, sequence)
  )${table};
  CREATE INDEX message_id ON message (id);
  CREATE INDEX message_sender ON message (sender, position) WHERE sender IS NOT NULL;
  CREATE INDEX message_recipient ON message (recipient, position) WHERE recipient IS NOT NULL;
  CREATE INDEX message_token ON message (home_token, position);
  CREATE INDEX message_block ON message (chain, final, block);

  CREATE TABLE asset (
    token TEXT NOT NULL, token_id TEXT NOT NULL, position ${integer} NOT NULL,
    PRIMARY KEY (token, token_id, position),
    FOREIGN KEY (position) REFERENCES message (position) ON DELETE CASCADE
  )${keyedTable};
  CREATE INDEX asset_position ON asset (position);

  -- A Return names the message that ended.
  CREATE TABLE returned (
    id TEXT NOT NULL, position ${integer} NOT NULL,
    PRIMARY KEY (id, position),
    FOREIGN KEY (position) REFERENCES message (position) ON DELETE CASCADE
  )${keyedTable};
  CREATE INDEX returned_position ON returned (position);

  CREATE TABLE checkpoint (
    lane TEXT NOT NULL, anchor ${integer} NOT NULL, sequence ${integer} NOT NULL, head TEXT NOT NULL,
    attested ${integer} NOT NULL DEFAULT 0,
    PRIMARY KEY (lane, anchor, sequence)
  )${keyedTable};
  CREATE INDEX checkpoint_attested ON checkpoint (lane, anchor, sequence) WHERE attested = 1;

  CREATE TABLE delivery (
    lane TEXT NOT NULL, last ${integer} NOT NULL, first ${integer} NOT NULL, head TEXT NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL,
    PRIMARY KEY (lane, last)
  )${keyedTable};
  CREATE INDEX delivery_block ON delivery (chain, final, block);

  CREATE TABLE parked (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, sequence ${integer} NOT NULL, reason TEXT NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL
  )${keyedTable};
  CREATE INDEX parked_block ON parked (chain, final, block);

  CREATE TABLE retried (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL,
    chain TEXT NOT NULL, block ${integer} NOT NULL, block_hash TEXT NOT NULL, time ${integer} NOT NULL,
    tx TEXT NOT NULL, log_index ${integer} NOT NULL, final ${integer} NOT NULL
  )${keyedTable};
  CREATE INDEX retried_block ON retried (chain, final, block);

  -- The never-two-heads guard. Rows are only ever added.
  CREATE TABLE guard (
    lane TEXT NOT NULL, anchor ${integer} NOT NULL, sequence ${integer} NOT NULL, head TEXT NOT NULL,
    signed ${integer} NOT NULL DEFAULT 0,
    PRIMARY KEY (lane, anchor, sequence)
  )${keyedTable};

  CREATE TABLE attestation (
    position ${counter},
    lane TEXT NOT NULL, anchor ${integer} NOT NULL, sequence ${integer} NOT NULL, head TEXT NOT NULL,
    validator TEXT NOT NULL, signature TEXT NOT NULL,
    UNIQUE (lane, anchor, sequence, validator)
  )${table};

  CREATE TABLE two_heads (
    position ${counter},
    time ${integer} NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,
    UNIQUE (first)
  )${table};

  CREATE TABLE submission (
    chain TEXT NOT NULL, nonce ${integer} NOT NULL, open ${integer} NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (chain, nonce)
  )${keyedTable};
  CREATE INDEX submission_open ON submission (chain, nonce) WHERE open = 1;

  CREATE TABLE event (
    id ${counter},
    message TEXT NOT NULL
  )${table};
  CREATE INDEX event_message ON event (message, id);
`;
