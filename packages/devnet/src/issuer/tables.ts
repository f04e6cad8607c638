/** The tables of an issuer's database. */
export const ISSUER_TABLES = `
  CREATE TABLE IF NOT EXISTS cashOuts (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    payee TEXT NOT NULL,
    idempotencyKey TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    signed TEXT NOT NULL,
    cashOut TEXT NOT NULL,
    state TEXT NOT NULL,
    collecting INTEGER NOT NULL DEFAULT 0,
    ordered INTEGER NOT NULL DEFAULT 0,
    cancelling INTEGER NOT NULL DEFAULT 0,
    UNIQUE (payee, idempotencyKey)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS cashOutsByState ON cashOuts (state);
  CREATE TABLE IF NOT EXISTS events (
    platform TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    cashOut TEXT NOT NULL,
    PRIMARY KEY (platform, sequence)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS strays (
    tx TEXT NOT NULL,
    logIndex INTEGER NOT NULL,
    payer TEXT NOT NULL,
    units TEXT NOT NULL,
    nonce TEXT,
    PRIMARY KEY (tx, logIndex)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS progress (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    block INTEGER NOT NULL
  ) STRICT;
`;
