import type { Address } from "@ryugu/sdk/primitives";
import { TREASURES } from "@ryugu/treasures";
import type { JsonRpcProvider, Wallet } from "ethers";
import type { RunningZone } from "../zone/running-zone.ts";
import type { DemoRecord } from "./demo-record.ts";

/** One thing that happened in the demo, with its time in milliseconds and its gas where it cost some. */
export interface DemoEvent {
  /** One word for it. */
  name: string;
  what: string;
  took?: number;
  gas?: bigint;
}

/** Where a piece is when the demo has ended. */
export interface DemoPiece {
  id: string;
  name: string;
  /** The slug of the chain where somebody holds it; absent while it crosses. */
  at?: string;
  owner?: Address;
}

/** What the demo leaves behind. */
export interface DemoOutcome {
  collection: Address;
  representation: Address;
  pieces: DemoPiece[];
}

/** The chain where the collection is born, and the one that it visits. */
export const HOME = "minato";
export const AWAY = "garan";
/** The piece that comes home. */
export const RETURNING = 3n;
/** Every piece. */
export const PIECES = TREASURES.map((_, i) => BigInt(i + 1));

/** What the demo's steps share. */
export interface Stage {
  zone: RunningZone;
  person: Wallet;
  home: JsonRpcProvider;
  away: JsonRpcProvider;
  tell: (event: DemoEvent) => void;
  /** How far an earlier start came. */
  record: DemoRecord;
  save: (news: DemoRecord) => void;
  signal: AbortSignal | undefined;
}

/** Does one thing and tells what came of it, how long it took and what gas it cost. */
export async function timed<T extends object>(
  { tell }: Pick<Stage, "tell">,
  name: string,
  work: () => Promise<T>,
  word: (value: T) => string,
): Promise<T> {
  const began = performance.now();
  const value = await work();
  const gas = "gas" in value && typeof value.gas === "bigint" ? { gas: value.gas } : {};
  tell({ name, what: word(value), took: performance.now() - began, ...gas });
  return value;
}
