import type { ChainId } from "@ryugu/sdk/primitives";
import type { ChainPair, PairHeights } from "../../ports/audit-store.ts";
import { readCursor } from "./cursor.ts";
import type { SqlSession } from "./database.ts";

/**
 * Whether a chain's final blocks are read through a height now. Facts at and under it are all here only then: a chain that is
 * read again, after a lie of an endpoint's, say, lacks for a while what it had.
 */
export async function isReadThrough(
  db: SqlSession,
  chain: ChainId,
  height: number,
): Promise<boolean> {
  const cursor = await readCursor(db, chain);
  return cursor !== undefined && cursor.final.number >= height;
}

/** Both chains of a pair. */
export async function isPairReadThrough(
  db: SqlSession,
  { homeChain, counterpartChain }: ChainPair,
  { home, counterpart }: PairHeights,
): Promise<boolean> {
  return (
    (await isReadThrough(db, homeChain, home)) &&
    (await isReadThrough(db, counterpartChain, counterpart))
  );
}
