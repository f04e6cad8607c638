import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { CheckpointPlace } from "./checkpoints.ts";
import { MOST_GAS } from "./gas.ts";

/** A message that waits to be delivered. */
export interface PendingMessage {
  sequence: number;
  messageHash: Bytes32;
  body: Hex;
  /** How much gas its delivery is expected to take. */
  gas: number;
  /** How much gas must be left when its turn comes. */
  needed: number;
}

/** One call of `deliver`. */
export interface Batch {
  first: number;
  last: number;
  bodies: Hex[];
  /** Hashes of the messages after `last`, up to the checkpoint. */
  tailHashes: Bytes32[];
  checkpoint: CheckpointPlace;
}

/** The most bytes of a delivery's call: chains' nodes pass on no transaction of more than 128 KiB. */
const MOST_BYTES = 120_000;
const WORD = 32;

/** What a message takes in the call: where it begins, its length, and its bytes in whole words. */
const callBytes = ({ body }: PendingMessage): number =>
  WORD * (2 + Math.ceil((body.length - 2) / 2 / WORD));

/**
 * How many of the next messages fit a gas budget, and one transaction: at least one, whatever it takes.
 */
export function fittingCount(pending: readonly PendingMessage[], gasBudget: number): number {
  let gas = 0;
  let bytes = 0;
  const over = pending.findIndex((message) => {
    const before = gas;
    gas += message.gas;
    bytes += callBytes(message);
    return gas > gasBudget || before + message.needed > MOST_GAS || bytes > MOST_BYTES;
  });
  return over < 0 ? pending.length : Math.max(1, over);
}

/**
 * Plans the next delivery: up to the highest attested checkpoint that fits; or, when the next
 * checkpoint lies beyond the budget, as many messages as fit with the hashes up to it.
 *
 * @param pending - the next messages in order, without gaps
 * @param attested - checkpoints with a quorum at or after the first pending message
 * @returns undefined when nothing that is pending is attested
 */
export function planBatch(
  pending: readonly PendingMessage[],
  attested: readonly CheckpointPlace[],
  gasBudget: number,
): Batch | undefined {
  const first = pending[0]?.sequence;
  if (first === undefined) return undefined;
  const places = [...attested].sort((a, b) => a.sequence - b.sequence);
  const useful = places.filter(({ sequence }) => sequence >= first);
  const fits = first + fittingCount(pending, gasBudget) - 1;
  const checkpoint = useful.findLast(({ sequence }) => sequence <= fits) ?? useful[0];
  if (checkpoint === undefined) return undefined;
  const last = Math.min(fits, checkpoint.sequence);
  const tail = pending.filter((m) => m.sequence > last && m.sequence <= checkpoint.sequence);
  if (tail.length !== checkpoint.sequence - last) return undefined;
  return {
    first,
    last,
    bodies: pending.filter(({ sequence }) => sequence <= last).map(({ body }) => body),
    tailHashes: tail.map(({ messageHash }) => messageHash),
    checkpoint,
  };
}

/**
 * Whether a batch waits no longer: there is enough work, or the oldest of it has waited long enough.
 *
 * @param gas - what everything that waits is expected to take
 * @param oldest - milliseconds that the oldest message has waited
 */
export function isBatchDue(
  gas: number,
  oldest: number,
  limits: { gas: number; age: number },
): boolean {
  return gas >= limits.gas || oldest >= limits.age;
}
