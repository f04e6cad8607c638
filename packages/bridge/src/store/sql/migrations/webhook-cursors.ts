import type { Dialect } from "../dialect.ts";

/** Up to which event each webhook's endpoint was told. */
export const webhookCursors = ({ integer, keyedTable }: Dialect): string => `
  CREATE TABLE webhook_cursor (
    name TEXT PRIMARY KEY, event ${integer} NOT NULL
  )${keyedTable};
`;
