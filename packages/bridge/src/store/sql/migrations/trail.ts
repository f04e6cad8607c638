import type { Dialect } from "../dialect.ts";

/** What the node did and whom it let in, in order. */
export const trail = ({ integer, counter, table }: Dialect): string => `
  CREATE TABLE trail (
    id ${counter}, time ${integer} NOT NULL, type TEXT NOT NULL, detail TEXT NOT NULL
  )${table};
`;
