import type { Dialect } from "../dialect.ts";

/** The newest zone manifest that was believed: the source may be away, or serve an old one. */
export const keptManifest = ({ integer, keyedTable }: Dialect): string => `
  CREATE TABLE kept_manifest (
    zone TEXT PRIMARY KEY, version ${integer} NOT NULL, value TEXT NOT NULL
  )${keyedTable};
`;
