import type { Dialect } from "../dialect.ts";

/** Whose node keeps its facts here: one row. */
export const owner = ({ keyedTable }: Dialect): string => `
  CREATE TABLE owner (
    zone TEXT PRIMARY KEY, partner TEXT NOT NULL
  )${keyedTable};
`;
