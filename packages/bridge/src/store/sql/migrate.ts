import { StoreTooNewError } from "../errors.ts";
import type { Dialect } from "./dialect.ts";
import { MIGRATIONS } from "./migrations/index.ts";

/** Where a database keeps its schema's version, and how that is raised. */
export interface SchemaKeeper {
  /** 0 for an empty database. */
  version(): Promise<number>;
  /**
   * Runs the statements that lead to a version, wholly or not at all. Does nothing when another process has done it
   * meanwhile.
   */
  advance(version: number, script: string): Promise<void>;
}

/**
 * Brings a database's schema up to date.
 *
 * @param place - which database, for the operator
 * @throws StoreTooNewError when a newer release has written it
 */
export async function migrate(
  place: string,
  dialect: Dialect,
  keeper: SchemaKeeper,
): Promise<void> {
  const version = await keeper.version();
  if (version > MIGRATIONS.length) {
    throw new StoreTooNewError("The database was written by a newer release of the node.", {
      details: [
        `Database: ${place}`,
        `Its version: ${version}`,
        `This release knows: ${MIGRATIONS.length}`,
      ],
    });
  }
  for (const [index, script] of MIGRATIONS.entries()) {
    if (index >= version) await keeper.advance(index + 1, script(dialect));
  }
}
