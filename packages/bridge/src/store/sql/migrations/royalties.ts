import type { Dialect } from "../dialect.ts";

/** Which routers take royalties, what waits in them, and what became of what they sent home. */
export const royalties = ({ integer, counter, table, keyedTable }: Dialect): string => `
  -- Up to where each lane was looked through for collections.
  CREATE TABLE royalty_lane (
    lane TEXT PRIMARY KEY, sequence ${integer} NOT NULL
  )${keyedTable};

  CREATE TABLE royalty_router (
    position ${counter},
    chain TEXT NOT NULL, router TEXT NOT NULL,
    home_chain TEXT NOT NULL, home_token TEXT NOT NULL, receiver TEXT NOT NULL,
    UNIQUE (chain, router)
  )${table};
  CREATE INDEX royalty_router_address ON royalty_router (router);
  CREATE INDEX royalty_router_receiver ON royalty_router (receiver);

  -- As of the last look.
  CREATE TABLE royalty_waiting (
    chain TEXT NOT NULL, router TEXT NOT NULL,
    currency_chain TEXT NOT NULL, currency_token TEXT NOT NULL,
    amount TEXT NOT NULL, since ${integer} NOT NULL, block ${integer} NOT NULL, verdict TEXT NOT NULL,
    PRIMARY KEY (chain, router, currency_chain, currency_token)
  )${keyedTable};

  -- Messages of royalties that came home and are dealt with. Rows are only ever added.
  CREATE TABLE royalty_end (
    message TEXT PRIMARY KEY, outcome TEXT NOT NULL
  )${keyedTable};
`;
