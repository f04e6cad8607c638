import { createHash } from "node:crypto";
import { insertAll } from "../sql/batch.ts";
import type { SqlDatabase, SqlSession, SqlValue } from "../sql/database.ts";
import { MIGRATIONS } from "../sql/migrations/index.ts";
import { readTables, settleCounters, type Table } from "./catalog.ts";
import {
  ExportInvalidError,
  footerSchema,
  fromJson,
  type Header,
  headerSchema,
  rowSchema,
  StoreNotEmptyError,
  tableSchema,
} from "./format.ts";

/** Rows written together. */
const PAGE = 256;

/**
 * Reads an export into an empty database, wholly or not at all. Read it with {@link verifyExport} first.
 *
 * @throws ExportInvalidError, StoreNotEmptyError
 */
export function restoreDatabase(db: SqlDatabase, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction(async (session) => {
    const tables = await readTables(session);
    for (const { name } of tables) {
      if ((await session.get(`SELECT 1 AS one FROM ${name} LIMIT 1`)) === undefined) continue;
      throw new StoreNotEmptyError("The database holds something already.", {
        details: [`Table: ${name}`],
      });
    }
    const rows = await writeRows(session, tables, lines);
    await settleCounters(session);
    return rows;
  });
}

async function writeRows(
  db: SqlSession,
  tables: readonly Table[],
  lines: AsyncIterable<string>,
): Promise<number> {
  let into: string | undefined;
  let waiting: SqlValue[][] = [];
  let rows = 0;
  const flush = async () => {
    if (into !== undefined) rows += await insertAll(db, into, waiting);
    waiting = [];
  };
  for await (const line of lines) {
    const value = parseLine(line);
    if (Array.isArray(value)) {
      waiting.push(toRow(value));
      if (waiting.length >= PAGE) await flush();
      continue;
    }
    await flush();
    const announced = tableSchema.safeParse(value);
    into = announced.success ? intoOf(tables, announced.data) : undefined;
  }
  await flush();
  return rows;
}

function toRow(value: unknown): SqlValue[] {
  const row = rowSchema.safeParse(value);
  if (row.success) return row.data.map(fromJson);
  throw new ExportInvalidError("The export has a row that is none.");
}

/** Names from the file are used only when the database has them too. */
function intoOf(
  tables: readonly Table[],
  { table, columns }: { table: string; columns: string[] },
): string {
  const known = tables.find(({ name }) => name === table);
  if (known !== undefined && columns.join() === known.columns.join())
    return `${table} (${columns.join(", ")})`;
  throw new ExportInvalidError("The export has a table that this release does not know.", {
    details: [`Table: ${table}`],
  });
}

/**
 * Reads an export to its end and checks that nothing of it is missing or changed, and whose it is.
 *
 * @throws ExportInvalidError
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  whose: Pick<Header, "zoneId" | "partner">,
): Promise<void> {
  const hash = createHash("sha256");
  let first = true;
  let rows = 0;
  let last: string | undefined;
  for await (const line of lines) {
    if (last !== undefined) hash.update(`${last}\n`);
    last = line;
    if (first) assertHeader(line, whose);
    else if (line.startsWith("[")) rows += 1;
    first = false;
  }
  const footer = footerSchema.safeParse(last === undefined ? undefined : parseLine(last));
  const isWhole =
    footer.success && footer.data.sha256 === hash.digest("hex") && footer.data.rows === rows;
  if (!isWhole)
    throw new ExportInvalidError("The export is damaged or was cut off: its sum is another.");
}

function assertHeader(line: string, whose: Pick<Header, "zoneId" | "partner">): void {
  const header = headerSchema.safeParse(parseLine(line));
  if (!header.success) throw new ExportInvalidError("The file is no export of a node.");
  const { zoneId, partner, version } = header.data;
  if (zoneId !== whose.zoneId || partner !== whose.partner) {
    throw new ExportInvalidError("The export is of another node than the configuration's.", {
      details: [`In the export: ${partner}, zone ${zoneId}`],
    });
  }
  if (version !== MIGRATIONS.length) {
    throw new ExportInvalidError("The export was made by another release of the node.", {
      details: [`Its schema: ${version}`, `This release's: ${MIGRATIONS.length}`],
    });
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ExportInvalidError("The export is damaged: a line is no JSON.", { cause });
  }
}
