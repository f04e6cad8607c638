import type { SqlSession } from "../sql/database.ts";

/** A table as the database itself describes it. */
export interface Table {
  name: string;
  columns: readonly string[];
  /** What its rows are ordered and told apart by. */
  key: readonly string[];
}

/** Rows of these refer to rows of others, which are written first. */
const LAST = new Set(["asset"]);

const QUERIES = {
  sqlite: {
    tables: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    columns: "SELECT name FROM pragma_table_info(?) ORDER BY cid",
    key: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
  },
  postgres: {
    tables: `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_name <> 'schema_version'`,
    columns: `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position`,
    key: `SELECT a.attname AS name FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
      WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ? AND i.indisprimary
      ORDER BY array_position(i.indkey::int2[], a.attnum)`,
  },
} as const;

/** Every table of the schema, those that others refer to first. What a later release adds is among them. */
export async function readTables(db: SqlSession): Promise<Table[]> {
  const queries = QUERIES[db.dialect.name];
  const names = async (sql: string, ...values: string[]) =>
    (await db.all(sql, ...values)).map((row) => String(row.name));
  const tables: Table[] = [];
  for (const name of (await names(queries.tables)).sort()) {
    const columns = await names(queries.columns, name);
    tables.push({ name, columns, key: await names(queries.key, name) });
  }
  return tables.sort((a, b) => Number(LAST.has(a.name)) - Number(LAST.has(b.name)));
}

/** After rows were written with their numbers, the next number must be a new one. */
export async function settleCounters(db: SqlSession): Promise<void> {
  // SQLite's counters follow by themselves.
  if (db.dialect.name === "sqlite") return;
  const counters = await db.all(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = current_schema() AND is_identity = 'YES'`,
  );
  for (const { table, column } of counters) {
    await db.get(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) FROM ${table}
       HAVING max(${column}) IS NOT NULL`,
    );
  }
}
