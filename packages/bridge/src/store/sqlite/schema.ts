/**
 * The database's schema, one entry per version. An entry never changes once released: the next version
 * is a new entry. `final` is 1 for what stands in a final block.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE lane (
    id TEXT PRIMARY KEY,
    origin_chain TEXT NOT NULL, origin_gateway TEXT NOT NULL,
    destination_chain TEXT NOT NULL, destination_gateway TEXT NOT NULL,
    anchor INTEGER NOT NULL DEFAULT 0,
    seen_count INTEGER NOT NULL DEFAULT 0, seen_head TEXT NOT NULL,
    final_count INTEGER NOT NULL DEFAULT 0, final_head TEXT NOT NULL,
    attested INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0, delivered_final INTEGER NOT NULL DEFAULT 0,
    halted TEXT
  ) STRICT;

  CREATE TABLE chain (
    id TEXT PRIMARY KEY,
    final_number INTEGER NOT NULL, final_hash TEXT NOT NULL,
    seen_number INTEGER NOT NULL, seen_hash TEXT NOT NULL,
    latest_number INTEGER NOT NULL, latest_hash TEXT NOT NULL, latest_time INTEGER NOT NULL
  ) STRICT;

  -- Where readings ended: seen ones are pruned at finality, final ones thinned out.
  CREATE TABLE block (
    chain TEXT NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, final INTEGER NOT NULL,
    PRIMARY KEY (chain, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE message (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    lane TEXT NOT NULL, sequence INTEGER NOT NULL,
    id TEXT NOT NULL, hash TEXT NOT NULL, body BLOB NOT NULL,
    sender TEXT, recipient TEXT, home_chain TEXT NOT NULL, home_token TEXT NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL,
    UNIQUE (lane, sequence)
  ) STRICT;
  CREATE INDEX message_id ON message (id);
  CREATE INDEX message_sender ON message (sender, position) WHERE sender IS NOT NULL;
  CREATE INDEX message_recipient ON message (recipient, position) WHERE recipient IS NOT NULL;
  CREATE INDEX message_token ON message (home_token, position);
  CREATE INDEX message_block ON message (chain, final, block);

  CREATE TABLE asset (
    token TEXT NOT NULL, token_id TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (token, token_id, position),
    FOREIGN KEY (position) REFERENCES message (position) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX asset_position ON asset (position);

  -- A Return names the message that ended.
  CREATE TABLE returned (
    id TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (id, position),
    FOREIGN KEY (position) REFERENCES message (position) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX returned_position ON returned (position);

  CREATE TABLE checkpoint (
    lane TEXT NOT NULL, anchor INTEGER NOT NULL, sequence INTEGER NOT NULL, head TEXT NOT NULL,
    attested INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (lane, anchor, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX checkpoint_attested ON checkpoint (lane, anchor, sequence) WHERE attested = 1;

  CREATE TABLE delivery (
    lane TEXT NOT NULL, last INTEGER NOT NULL, first INTEGER NOT NULL, head TEXT NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL,
    PRIMARY KEY (lane, last)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX delivery_block ON delivery (chain, final, block);

  CREATE TABLE parked (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, sequence INTEGER NOT NULL, reason TEXT NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX parked_block ON parked (chain, final, block);

  CREATE TABLE retried (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX retried_block ON retried (chain, final, block);

  -- The never-two-heads guard. Rows are only ever added.
  CREATE TABLE guard (
    lane TEXT NOT NULL, anchor INTEGER NOT NULL, sequence INTEGER NOT NULL, head TEXT NOT NULL,
    signed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (lane, anchor, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attestation (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    lane TEXT NOT NULL, anchor INTEGER NOT NULL, sequence INTEGER NOT NULL, head TEXT NOT NULL,
    validator TEXT NOT NULL, signature TEXT NOT NULL,
    UNIQUE (lane, anchor, sequence, validator)
  ) STRICT;

  CREATE TABLE two_heads (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,
    UNIQUE (first)
  ) STRICT;

  CREATE TABLE submission (
    chain TEXT NOT NULL, nonce INTEGER NOT NULL, open INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (chain, nonce)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX submission_open ON submission (chain, nonce) WHERE open = 1;

  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_message ON event (message, id);
  `,
  `
  -- Decimal; null for the one of an ERC-721.
  ALTER TABLE asset ADD COLUMN amount TEXT;

  CREATE TABLE claimed (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, sequence INTEGER NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claimed_block ON claimed (chain, final, block);

  -- Who had a parked message instead of whom it names.
  ALTER TABLE retried ADD COLUMN recipient TEXT;

  -- Messages that ended after their deadline, each with its Return.
  CREATE TABLE ended (
    id TEXT PRIMARY KEY, lane TEXT NOT NULL, return_id TEXT NOT NULL,
    chain TEXT NOT NULL, block INTEGER NOT NULL, block_hash TEXT NOT NULL, time INTEGER NOT NULL,
    tx TEXT NOT NULL, log_index INTEGER NOT NULL, final INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ended_return ON ended (return_id);
  CREATE INDEX ended_block ON ended (chain, final, block);

  -- That a message was returned is the destination's word now.
  DROP TABLE returned;
  `,
];
