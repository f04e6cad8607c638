import type { Dialect } from "../dialect.ts";

/** What the auditor found and stated, and what roles want done on chains. */
export const auditing = ({ integer, keyedTable }: Dialect): string => `
  -- The last audit, and the shortfalls that stand: one row each.
  CREATE TABLE audit (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
  )${keyedTable};

  -- One signed statement for each day. Rows are only ever added.
  CREATE TABLE statement (
    day TEXT PRIMARY KEY, value TEXT NOT NULL
  )${keyedTable};

  CREATE TABLE act (
    id TEXT PRIMARY KEY, chain TEXT NOT NULL, time ${integer} NOT NULL, open ${integer} NOT NULL,
    value TEXT NOT NULL, outcome TEXT
  )${keyedTable};
  CREATE INDEX act_open ON act (chain, time) WHERE open = 1;
`;
